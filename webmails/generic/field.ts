// A field of a compose form: what a person fills in, and what it is for.
import type { Meaning } from '../labels/field-labels.ts';

export interface Field {
  element: Element;
  meaning: Meaning;
  form: HTMLFormElement | undefined;
  /** The field with what belongs to it: its label, and the recipients that were made chips. */
  row: Element;
}
