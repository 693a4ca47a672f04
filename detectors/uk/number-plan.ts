// The telephone number plan of Great Britain, Northern Ireland and the Crown dependencies, as far as it tells a telephone number
// from another number. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering ; numbers for drama are in it:
// https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama

/**
 * Whether a national significant number (without 0 or +44) can be a client's. Premium rate (09), directory enquiries (118) and
 * short codes are not.
 */
export function isBritish(national: string): boolean {
  const length = national.length;
  switch (national.charCodeAt(0) - 48) {
    case 1:
      return national[1] !== '0' && !national.startsWith('118') && (length === 10 || length === 9);
    case 2:
      return length === 10 && '03489'.includes(national.charAt(1));
    case 3:
      return length === 10 && '03478'.includes(national.charAt(1));
    case 5:
      return (length === 10 && '56'.includes(national.charAt(1))) || (length === 9 && national.startsWith('500'));
    case 7:
      return length === 10;
    case 8:
      return (length === 10 && '0478'.includes(national.charAt(1))) || (length === 9 && national.startsWith('800'));
    default:
      return false;
  }
}
