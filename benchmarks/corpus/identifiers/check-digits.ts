// The check-digit schemes several countries share. Written from their definitions, apart from the code that is measured.
const digitsOf = (text: string): number[] => [...text].map(Number);

export const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0);

/** ISO/IEC 7812: the digit that makes the sum with every second digit doubled end in 0. */
export function luhnDigit(text: string): string {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO/IEC 7064 MOD 11,10. */
export function mod1110Digit(text: string): string {
  let product = 10;
  for (const digit of digitsOf(text)) product = ((((digit + product) % 10 || 10) * 2) % 11) as number;
  return String((11 - product) % 10);
}

/** Letters as two digits (A = 10), the remainder by 97, as ISO 13616 does for account numbers. */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** GS1 (EAN): 1 and 3 in turn. */
export function eanDigit(text: string): string {
  const sum = digitsOf(text).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** The sum of the digits of the products. */
export const crossSum = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => {
    const product = weight * Number(text[index]);
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
