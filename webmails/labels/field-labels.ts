// What mail programs write beside the fields of a message, in the languages people run them in. Collected from the translations of
// free webmails (https://github.com/roundcube/roundcubemail/tree/master/program/localization and others); compared in lower case.
export type Meaning = 'to' | 'cc' | 'bcc' | 'subject' | 'from' | 'reply-to';

/** The whole label. */
export const labels: Record<Meaning, ReadonlySet<string>> = {
  to: words(
    'to|an|à|a|para|aan|do|till|til|vastaanottaja|címzett|komu|kime|alıcı|кому|prema|za|kam|gavėjas|saaja|către|προς|πρός|до|hartzailea|per a|tot|pentru|at|untuk|kepada|đến|tới|ถึง|से|को|प्रति|இவருக்கு|প্রতি|به|گیرنده|إلى|الى|אל|ל|宛先|发送至|收件人|收件者|받는사람|받는 사람|수신|수신자|ទៅ|კვის|ვის|ում|kimga|кімге|dërguar|prejemnik|primatelj|прималац|за|send to|mail to|email to|e-mail to|sende an|senden an|envoyer à|enviar a|enviar para|invia a|verzenden naar',
  ),
  cc: words(
    'cc|kp|kopie|kopia|kopio|копия|копія|抄送|副本|참조|cópia|copia|copie|copie à|dw|do wiadomości|tiedoksi|kopi|másolat|bilgi|λοιποί|עותק|نسخة|رونوشت|สำเนา|dh|tembusan|koopia|k|kópia|vėd|kopija|κοιν.|κοινοποίηση',
  ),
  bcc: words(
    'bcc|bkk|skp|pimekoopia|cci|cco|ccn|cópia oculta|copia oculta|copie cachée|blindkopie|blindkopia|blindkopi|скрытая копия|скрытая|прихована копія|密送|密件副本|暗送|숨은참조|숨은 참조|udw|ukryte do wiadomości|skrytá kopie|skrytá kópia|piilokopio|titkos másolat|gizli|κρυφή κοινοποίηση|עותק סמוי|نسخة مخفية|رونوشت مخفی|สำเนาลับ|bdh|bl.kopi|skjult kopi|hemlig kopia',
  ),
  subject: words(
    'subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|temat|ämne|emne|aihe|otsikko|tárgy|předmět|predmet|naslov|zadeva|konu|тема|тақырып|θέμα|τίτλος|subiect|件名|主题|主旨|主題|标题|標題|제목|الموضوع|נושא|موضوع|หัวข้อ|เรื่อง|chủ đề|tiêu đề|subjek|subyek|perihal|विषय|বিষয়|பொருள்|విషయం|ವಿಷಯ|വിഷയം|વિષય|assumpte|gaia|tema|tēma|temats|teema|efni|ábhar|pwnc|suġġett|subjekti|subjekt|თემა|թեմա|mövzu|mavzu|ប្រធានបទ|ຫົວຂໍ້|ርዕስ|paksa|наслов|предмет|title',
  ),
  from: words(
    'from|von|de|da|van|od|från|fra|от|від|kimden|gönderen|差出人|送信者|发件人|寄件者|보낸사람|보내는 사람|발신|afzender|absender|expéditeur|remitente|mittente|remetente|nadawca|lähettäjä|feladó|avsändare|afsender|odesílatel|odosielateľ|от кого|отправитель|από|מאת|من|فرستنده|จาก|từ|dari|प्रेषक|expeditor|pošiljatelj|pošiljalac',
  ),
  'reply-to': words(
    'reply to|reply-to|antwort an|antwortadresse|répondre à|responder a|rispondi a|antwoord aan|odpowiedz do|svara till|svar til|ответить|返信先|回复至|回信地址|回覆至|답장',
  ),
};

/** Enough on their own, wherever they stand in a short label: *Add recipients*, *Empfänger eingeben*. */
export const recipientStems =
  /recipient|addressee|empf(ä|ae)nger|destinat[aá]|ontvanger|geadresseerde|odbiorc|adress?aa?t|mottag|mottaker|modtag|vastaanottaj|címzett|příjem|saņēm|prejemnik|primatelj|получател|адресат|одержувач|παραλήπτ|alıcı|收件[人者]|收信人|宛先|受信者|받는|수신자|مستلم|נמען|ผู้รับ|người nhận|penerima|प्राप्तकर्ता/u;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split('|'));
}
