// Every form of work on an entry.
import { action } from './action.ts';
import { authority } from './authority.ts';
import { aware } from './aware.ts';
import { decide } from './decide.ts';
import { facts } from './facts.ts';
import { feedback } from './feedback.ts';
import type { WorkForm } from './form.ts';
import { hold } from './hold.ts';
import { note } from './note.ts';
import { others } from './others.ts';
import { retain } from './retain.ts';
import { severity } from './severity.ts';
import { subjects } from './subjects.ts';

/** In the order the work is done. */
export const workForms: readonly WorkForm[] = [
  aware,
  facts,
  severity,
  decide,
  authority,
  subjects,
  others,
  action,
  feedback,
  retain,
  hold,
  note,
];
