// What a telephone number looks like in any country, by itself in a cell or between the marks of a line: eight to fifteen digits in groups, with a
// nought or a plus in front, and a word for it or none. https://www.itu.int/rec/T-REC-E.164

const form =
  /^\(?(?:(?:tel(?:ephone|efon)?|phone|mob(?:ile|il)?|cell|[tmp])\b\.?:? *)?\(?(?=(?:\D{0,2}\d){8,15}(?!\D{0,2}\d))[+(0]?[\d ().-]{7,}\d(?: ?(?:x|ext\.?) ?\d{1,6})?\)?$/i;
/** Days, spans of years and of days, ISBNs, American postal codes and amounts. */
const others =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|^\(?(?:1\d|20)\d\d\D{1,3}(?:1\d|20)\d\d\)?$|^97[89]|^\d{5}-\d{4}$|^\d{1,3}(?:[ .]\d{3})*[.,]\d\d$|^\d+\.\d+$/;

/** Whether it is written as one; digits in one piece only with a nought or a plus in front. */
export const isTelephone = (piece: string): boolean =>
  form.test(piece) && !others.test(piece) && (/^\(?[+0]|\d[ ().-]{1,2}\d/.test(piece) || /^\(?\p{L}/u.test(piece));
