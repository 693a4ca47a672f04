// How much decoding one part may cause. What is beyond it makes the part *cannot tell*.
import type { Reason } from '../part.ts';

/** Codes within codes. */
export const deepest = 5;

export interface Budget {
  /** UTF-16 units that may still be made by decoding. */
  left: number;
  /** Why something that is encoded was not decoded. */
  unread?: Reason;
}

/** Sixteen times the text, and not less than four million units: a page of text never comes near it, a bomb is beyond it at once. */
export function createBudget(length: number): Budget {
  return { left: Math.min(64_000_000, Math.max(4_000_000, length * 16)) };
}

/** Whether that many units may be made; says so in `unread` where not. */
export function spend(budget: Budget, units: number): boolean {
  if (units > budget.left) {
    budget.unread ??= 'too-large';
    budget.left = 0;
    return false;
  }
  budget.left -= units;
  return true;
}
