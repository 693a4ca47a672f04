// One labelled line of a form.
import type { HTMLInputAutoCompleteAttribute } from 'react';

interface Props {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password';
  complete?: HTMLInputAutoCompleteAttribute;
  least?: number;
  most?: number;
  /** What stands in it at first. */
  value?: string;
}

export function Field({ label, name, type = 'text', complete, least, most = 200, value }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        {...{ name, type, autoComplete: complete, minLength: least, maxLength: most, defaultValue: value }}
        required
      />
    </label>
  );
}

/** What was typed, by the fields' names; the page is not left. */
export function typedIn(event: React.FormEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  return Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
}
