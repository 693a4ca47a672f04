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

const order: Meaning[] = ['bcc', 'cc', 'subject', 'from', 'to'];

/** Tells what fields of a document are for, as it is now. The programmer's name is believed before the label. */
export function fieldReader(document: Document): (field: Element) => Meaning | undefined {
  // Asking each field for its labels searches the document once for each.
  let labelsById: Map<string, string> | undefined;
  const labelFor = (id: string) => {
    labelsById ??= new Map([...document.querySelectorAll('label')].map((label) => [label.htmlFor, textOf(label)]));
    return id && labelsById.get(id);
  };
  return (field) => {
    const name = spaced(`${field.getAttribute('name') ?? ''} ${field.id} ${field.getAttribute('data-field') ?? ''}`);
    const byName = order.find((meaning) => names[meaning].test(name));
    if (byName) return byName;
    const label = plain(attributeLabel(field) || labelFor(field.id) || textOf(field.closest('label')));
    return order.find((meaning) => labels[meaning].includes(label));
  };
}

/** What a control says it does: its label, its text, or at least its name. */
export function controlLabel(control: Element): string {
  const text = control.localName === 'input' ? (control as HTMLInputElement).value : textOf(control);
  const name = spaced(`${control.getAttribute('name') ?? ''} ${control.id}`);
  return attributeLabel(control) || text.trim() || name.trim();
}

function attributeLabel(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  const ids = by ? by.split(/\s+/) : [];
  const named = ids.map((id) => textOf(element.ownerDocument.getElementById(id))).join(' ');
  const told = ['aria-label', 'placeholder', 'title', 'alt'].map((attribute) => element.getAttribute(attribute));
  return [named, ...told].find((text) => text?.trim())?.trim() ?? '';
}

/** Long text is no label. */
function textOf(element: Element | null): string {
  return (element?.textContent ?? '').slice(0, 200);
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
