// Hexadecimal digits, as addresses of networks and devices are written in. ISO/IEC 9899 6.4.4.1
import { isDigit } from './characters.ts';

export function isHexadecimal(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || (lower >= 97 && lower <= 102);
}
