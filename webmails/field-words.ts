// What a field or control of a compose form is, by its name and label. Names are the field names of RFC 5322 as products
// write them; labels are the words mail programs use in the larger languages of Europe and Asia.
type Meaning = 'to' | 'cc' | 'bcc' | 'subject' | 'from';

const names: Record<Meaning, RegExp> = {
  bcc: /(^|[^a-z])bcc([^a-z]|$)|blind.?copy/,
  cc: /(^|[^a-z])cc([^a-z]|$)|carbon.?copy/,
  to: /(^|[^a-z])(to|recipients?|rcpt|send-?to|mail-?to|addressees?)([^a-z]|$)/,
  subject: /(^|[^a-z])(subject|subj)([^a-z]|$)/,
  from: /(^|[^a-z])(from|sender|identity)([^a-z]|$)/,
};

const labels: Record<Meaning, string[]> = {
  bcc: [
    'bcc',
    'bkk',
    'cci',
    'cco',
    'ccn',
    'скрытая копия',
    'скрытая',
    '密送',
    '密件副本',
    '숨은참조',
    'blindkopie',
    'udw',
  ],
  cc: ['cc', 'kopie', 'kopia', 'копия', '抄送', '副本', '참조', 'cópia', 'copie', 'dw', 'do wiadomości'],
  to: [
    'to',
    'recipient',
    'recipients',
    'an',
    'empfänger',
    'à',
    'destinataire',
    'destinataires',
    'para',
    'destinatario',
    'destinatarios',
    'destinatário',
    'a',
    'destinatari',
    'aan',
    'ontvanger',
    'do',
    'adresat',
    'odbiorca',
    'till',
    'til',
    'mottagare',
    'modtager',
    'vastaanottaja',
    'címzett',
    'komu',
    'kime',
    'alıcı',
    'кому',
    'получатель',
    'προς',
    'către',
    '宛先',
    '收件人',
    '받는사람',
    '받는 사람',
    'إلى',
    'אל',
  ],
  subject: [
    'subject',
    'betreff',
    'objet',
    'sujet',
    'asunto',
    'oggetto',
    'assunto',
    'onderwerp',
    'temat',
    'ämne',
    'emne',
    'aihe',
    'tárgy',
    'předmět',
    'predmet',
    'konu',
    'тема',
    'θέμα',
    'subiect',
    '件名',
    '主题',
    '主旨',
    '主題',
    '제목',
    'الموضوع',
    'נושא',
  ],
  from: [
    'from',
    'von',
    'de',
    'da',
    'van',
    'od',
    'från',
    'fra',
    'från',
    'от',
    'od',
    'kimden',
    '差出人',
    '发件人',
    '보낸사람',
  ],
};

const commitWords =
  /(^|[^\p{L}])(send|submit message|senden|absenden|envoyer|enviar|invia|inviare|verzenden|versturen|stuur|wyślij|skicka|send nå|lähetä|küldés|odeslat|odoslať|gönder|отправить|надіслати|αποστολή|trimite|送信|发送|發送|傳送|보내기|전송|إرسال|שלח)([^\p{L}]|$)/u;
const otherWords =
  /(^|[^\p{L}])(save|draft|cancel|discard|close|attach|upload|browse|preview|delete|remove|add|spell\w*|search|entwurf|speichern|abbrechen|verwerfen|brouillon|enregistrer|annuler|borrador|guardar|cancelar|bozza|salva|annulla|concept|opslaan|annuleren|черновик|отмена|сохранить|下書き|草稿|取消|임시저장)([^\p{L}]|$)/u;

/** What a field is for, or undefined. The programmer's name is believed before the label. */
export function fieldMeaning(field: Element): Meaning | undefined {
  if ((field as HTMLInputElement).type === 'hidden') return undefined;
  const name = spaced(`${field.getAttribute('name') ?? ''} ${field.id} ${field.getAttribute('data-field') ?? ''}`);
  const order: Meaning[] = ['bcc', 'cc', 'subject', 'from', 'to'];
  const byName = order.find((meaning) => names[meaning].test(name));
  if (byName) return byName;
  const label = plain(labelOf(field));
  return order.find((meaning) => labels[meaning].includes(label));
}

/** Text, label, title and name of a control or field, whichever there is. */
export function labelOf(element: Element): string {
  const document = element.ownerDocument;
  const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const isControl = element.matches('button, [role="button"]');
  const value = element.matches('input[type="submit"], input[type="button"]')
    ? (element as HTMLInputElement).value
    : '';
  const texts = [
    named,
    element.getAttribute('aria-label'),
    [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' '),
    isControl ? element.textContent : value,
    element.getAttribute('placeholder'),
    element.getAttribute('title'),
    element.getAttribute('alt'),
    isControl || value ? spaced(`${element.getAttribute('name') ?? ''} ${element.id}`) : '',
  ];
  return (texts.find((text) => text?.trim()) ?? '').trim();
}

export function isCommitLabel(label: string): boolean {
  return commitWords.test(plain(label));
}

/** Saves, closes or adds something: no commit even where it submits a form. */
export function isOtherLabel(label: string): boolean {
  return otherWords.test(plain(label)) && !commitWords.test(plain(label));
}

/** `composeTo` and `compose_to[]` as words. */
function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\d]+/g, ' ')
    .toLowerCase();
}

function plain(label: string): string {
  // Direction marks stand around shortcuts in some products' labels.
  return label
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s:：*]+$/u, '')
    .trim()
    .toLowerCase();
}
