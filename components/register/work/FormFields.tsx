// The fields of one form of work, drawn from their description. Each has its label; what is missing is said beside it.
import { useId } from 'react';
import { nameOf } from '@/incidents/documents/document.ts';
import { keyOf, type Translate } from '../../words.ts';
import { confirmed, confirmedIn, type Field, type Problems, type Values } from './forms/form.ts';

interface Props {
  t: Translate;
  fields: readonly Field[];
  values: Values;
  problems: Problems;
  /** Those of one answer together: what no person has said yet. */
  unconfirmed: readonly (readonly string[])[];
  set(name: string, value: Values[string]): void;
}

export function FormFields({ t, fields, values, problems, unconfirmed, set }: Props) {
  const chosen = confirmedIn(values);
  return fields.map((field) => (
    <div key={field.name} className={`form-field ${field.kind}`}>
      <OneField
        t={t}
        field={field}
        value={values[field.name] ?? ''}
        set={(value) => set(field.name, value)}
        isInvalid={field.name in problems}
      />
      {problems[field.name] && <p className="problem">{t(problems[field.name]!)}</p>}
      {unconfirmed
        .filter((names) => names.at(-1) === field.name)
        .map((names) => (
          <label key={field.name} className="check soft">
            <input
              type="checkbox"
              checked={chosen.includes(field.name)}
              onChange={(event) =>
                set(
                  confirmed,
                  event.target.checked ? [...chosen, field.name] : chosen.filter((one) => one !== field.name),
                )
              }
            />
            <span>
              {t('work_confirm')} <span className="unseen">({names.map((name) => labelOf(t, name)).join(', ')})</span>
            </span>
          </label>
        ))}
    </div>
  ));
}

const labelOf = (t: Translate, name: string): string =>
  t(`field_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);

interface FieldProps {
  t: Translate;
  field: Field;
  value: Values[string];
  isInvalid: boolean;
  set(value: Values[string]): void;
}

function OneField({ t, field, value, set, isInvalid }: FieldProps) {
  const id = useId();
  const label = labelOf(t, field.name);
  if (field.kind === 'choices')
    return <Choices t={t} field={field} label={label} value={value as readonly string[]} set={set} />;
  if (field.kind === 'switch')
    return (
      <label className="check">
        <input type="checkbox" checked={value === true} onChange={(event) => set(event.target.checked)} />
        <span>{label}</span>
      </label>
    );
  const common = { id, value: String(value), 'aria-invalid': isInvalid, required: field.isRequired };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {field.kind === 'choice' || field.kind === 'yes-no' ? (
        <select {...common} onChange={(event) => set(event.target.value)}>
          <option value="">{t('work_open')}</option>
          {(field.kind === 'choice' ? field.options : ['yes', 'no']).map((option) => (
            <option key={option} value={option}>
              {t(field.kind === 'choice' ? keyOf(field.words, option.replace('.', '-')) : option)}
            </option>
          ))}
        </select>
      ) : field.kind === 'text' ? (
        <textarea {...common} rows={3} maxLength={3000} onChange={(event) => set(event.target.value)} />
      ) : (
        <input
          {...common}
          type={inputTypes[field.kind]}
          maxLength={200}
          min={field.kind === 'number' ? 0 : undefined}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </div>
  );
}

const inputTypes = { line: 'text', time: 'datetime-local', day: 'date', number: 'number' } as const;

function Choices({
  t,
  field,
  label,
  value,
  set,
}: {
  t: Translate;
  field: Extract<Field, { kind: 'choices' | 'choice' }>;
  label: string;
  value: readonly string[];
  set(value: readonly string[]): void;
}) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {field.options.map((option) => (
        <label key={option} className="check">
          <input
            type="checkbox"
            checked={value.includes(option)}
            onChange={(event) => set(event.target.checked ? [...value, option] : value.filter((one) => one !== option))}
          />
          <span>{nameOf(t, field.words, option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
