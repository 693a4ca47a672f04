// What a control says that sends, and what one says that does something else, in the languages people run mail programs in.
// A word of a script with spaces counts as a word; in scripts without, wherever it stands.
import { plainSpaces } from '../page/plain-spaces.ts';

const sends = words(
  '(?:re)?send|submit message|(?:ab|ver)?(?:send|schick)en|envo(?:yer|ie?)|envi(?:ar?|[oeá])|envío|invi(?:a(?:re)?|o)|spedisci|verzend(?:en)?|(?:ver)?stu(?:ur|ren)|wyślij|wysłać|prześlij|skicka|sänd|lähetä|(?:el)?küld(?:ése?)?|odesl(?:at|ání)|poslati?|poslať|odoslať|pošalji|pošlji|пошаљи|испрати|изпрати|изпращане|gönder|yolla|göndər|отправ(?:ить|ка)|послать|надіслати|відправити|адправіць|αποστολή|στείλε|trimite(?:ți)?|expediază|saada|nosūtīt|sūtīt|(?:iš)?siųsti|senda|seol|anfon|bidali|dërgo|ibgħat|gửi|kirim(?:kan)?|hantar|ipadala|tuma|yuborish|жіберу|илгээх|გაგზავნა|ուղարկել|[إا]رسال|[أا]رسل|بھیجیں|שלח|שליחה|भेजें|भेजो|पाठवा|पठाउनुहोस्|পাঠান|প্রেরণ|அனுப்பு|పంపు|ಕಳುಹಿಸು|അയയ്ക്കുക|મોકલો|ਭੇਜੋ|යවන්න|ላክ',
  '送信|[发發傳传寄]送|寄出|发[出信]|送る|보내기|보내다|전송|발송|ส่ง|ផ្ញើ|ສົ່ງ|ပို့',
);

const schedules = words(
  'schedule|planen|einplanen|später|planifier|programmer|tard|programar|tarde|programma|pianifica|tardi|inplannen|later|zaplanuj|później|schemalägg|senare|planlegg|planlæg|ajasta|ütemez|naplánovat|zamanla|запланировать|позже|запланувати|programează',
  '予約|定[时時]|排程|稍[后後]|예약',
);

/** Other things a control near a message does; they make a control none that sends, whatever else it says. */
const others = words(
  'saved?|drafts?|cancel|discard|close|attach(?:ments?)?|upload|browse|preview|delete|remove|add|spell(?:ing|check)?|search|back|undo|insert|settings|options|format|signature|templates?|help|entw[uü]rfe?|speichern|abbrechen|verwerfen|schließen|anh[aä]ng(?:en)?|löschen|vorschau|lesebestätigung|brouillon|enregistrer|fermer|joindre|supprimer|aperçu|borrador|guardar|cancelar|cerrar|adjuntar|eliminar?|bozza|salvar?|ann?ul(?:er(?:en)?|la|ler|uj|ează)|chiudi|allega|[ck]oncept|opslaan|sluiten|bijvoegen|verwijderen|rascunho|fechar|anexar|excluir|szkic|zapisz|zamknij|załącz|usuń|utkast|spara|avbryt|kladde|gem|luonnos|tallenna|peruuta|piszkozat|mentés|mégse|uložit|zrušit|zavřít|taslak|kaydet|iptal|черновик|отмена|сохранить|закрыть|прикрепить|удалить|чернетка|зберегти|скасувати|ciornă',
  '下書き|草稿|取消|保存|添付|附件|删除|刪除|关闭|關閉|预览|預覽|キャンセル|閉じる|削除|임시저장|임시보관|취소|첨부|닫기|삭제|บันทึก|ยกเลิก|แนบ|مسودة|إلغاء|حفظ|טיוטה|ביטול|שמור',
);

/** The words programmers make the name of a control that sends of: `btn-send`, `sendMail`, `fa-paper-plane`. */
const identifierCore =
  /^(send(s|e?mail|message|btn|button)?|submit|paper|plane|paperplane|senden|envoyer|enviar|gonder|odeslat|wyslij|verzenden|skicka)$/;
const identifierRest =
  /^(btn|buttons?|ico?|icons?|fa[rs]?|mdi|[brpt]i|lucide|tabler|feather|material|symbols|outlined?|rounded|svg|png|gif|img|image|composer?|e?mail|e|message|msg|letter|form|action|cmd|command|do|js|ui|fn|handler?|on|now|o|fill(ed)?|alt|solid|regular|horizontal|right|primary|large|small|lg|sm|md|xs|click|editor|app|webmail|new|reply|forward|archive|and|later|scheduled?|immediately|white|main|top|bottom|footer|toolbar|header|item|link|a|the|my|id|control|key|to|draft)$/;

export function isCommitLabel(label: string): boolean {
  return sends.test(plain(label));
}

/** Says *send* about something else than the message, or that it does not. */
const sendsOther =
  /\bsend (me |us |a |an |the |your )*(as|from|feedback|read|receipts?|copy|copies|code|invites?|invitations?|money|payments?|gifts?|link|reminder|report|errors?|crash|diagnos\p{L}*|settings|options|verification)\b|\b(don['’]?t|not|cancel|undo|stop|before|after) send|nicht (ab)?senden|ne pas envoyer|no enviar|non inviare|não enviar|niet verzenden|nie wysyłaj|не отправлять|(不|取消)[发傳]送|送信しない|送信を?取り?消/u;

/** Saves, closes or adds something: no commit even where it submits a form. */
export function isOtherLabel(label: string): boolean {
  const text = plain(label);
  return sendsOther.test(text) || (others.test(text) && !isCommitLabel(text));
}

/** Sends at another time: in a menu or a dialog that opens over the message. */
export function isScheduleLabel(label: string): boolean {
  return schedules.test(plain(label));
}

/** A few words that say nothing but that it sends: what a bare element must say to be a control. */
export function isSendPhrase(label: string): boolean {
  const text = plain(label)
    .replace(/[([（].*$/u, '')
    .trim();
  return text.split(/\s+/u).length <= 3 && text.length <= 24 && isCommitLabel(text) && !isOtherLabel(text);
}

/** Whether a name in a program is about sending and nothing else. *Submit* alone says too little. */
export function isCommitIdentifier(identifier: string): boolean {
  const all = spaced(identifier).split(' ');
  const core = all.filter((word) => identifierCore.test(word));
  const rest = all.filter((word) => !identifierCore.test(word));
  if (core.length === 0 || !rest.every((word) => identifierRest.test(word))) return false;
  if (core.every((word) => /^(paper|plane)$/.test(word))) return core.length >= 2;
  return core.some((word) => word !== 'submit') || rest.some((word) => /^(e?mail|message|msg|letter)$/.test(word));
}

/** `composeTo`, `compose_to[]` and `mdi-send` as words. */
export function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

export function plain(label: string): string {
  // Direction marks stand around shortcuts in some products' labels.
  return plainSpaces(label.normalize('NFC').replace(/\p{Cf}/gu, ''))
    .replace(/[\s:：*…]+$/u, '')
    .toLowerCase();
}

/** `anywhere`: of scripts without spaces. */
function words(text: string, anywhere: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${text})(?![\\p{L}\\p{M}])|${anywhere}`, 'u');
}
