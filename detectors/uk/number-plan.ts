// The telephone number plan of Great Britain, Northern Ireland and the Crown dependencies, as far as it tells a telephone number
// from another number. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering ; numbers for drama are in it:
// https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama

/**
 * Whether the `length` digits from `first` on (values 0–9, without 0 or +44) can be a client's number. Premium rate (09), directory
 * enquiries (118) and short codes are not.
 */
export function isBritish(digits: ArrayLike<number>, first: number, length: number): boolean {
  const second = digits[first + 1]!;
  const third = digits[first + 2]!;
  switch (digits[first]) {
    case 1:
      return (
        second !== 0 && !(second === 1 && third === 8 && digits[first + 3] === 1) && (length === 10 || length === 9)
      );
    case 2:
      return length === 10 && (second === 0 || second === 3 || second === 4 || second === 8 || second === 9);
    case 3:
      return length === 10 && (second === 0 || second === 3 || second === 4 || second === 7 || second === 8);
    case 5:
      return (length === 10 && (second === 5 || second === 6)) || (length === 9 && second === 0 && third === 0);
    case 7:
      return length === 10;
    case 8:
      return (
        (length === 10 && (second === 0 || second === 4 || second === 7)) ||
        (length === 9 && second === 0 && third === 0)
      );
    default:
      return false;
  }
}
