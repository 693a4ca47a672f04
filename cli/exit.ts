// Exit statuses of the command line; 64 and 66 as in sysexits.h. https://man.freebsd.org/cgi/man.cgi?query=sysexits
import type { Action } from '../policy/verdict.ts';

export const exit = { allow: 0, question: 1, block: 2, usage: 64, noInput: 66 } as const;

export function exitOf(action: Action): number {
  switch (action) {
    case 'allow':
      return exit.allow;
    case 'warn':
    case 'justify':
      return exit.question;
    case 'block':
      return exit.block;
  }
}

/** A reason to stop that the person at the terminal can do something about: told in one line, with an exit status. */
export interface Refusal {
  status: number;
  message: string;
}

export const isRefusal = <T extends object>(value: T | Refusal): value is Refusal =>
  'status' in value && 'message' in value;
