// Letters moved by thirteen places. https://en.wikipedia.org/wiki/ROT13

/** ROT13 of the ASCII letters, twice is none. Digits and marks stay. */
export function rotate(text: string): string {
  return text.replace(/[A-Za-z]+/g, (word) => {
    let result = '';
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      result += String.fromCharCode((unit & 31) > 13 ? unit - 13 : unit + 13);
    }
    return result;
  });
}

/** Code points in reverse order. */
export function reverse(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? [...text].reverse().join('') : text.split('').reverse().join('');
}
