// One editor for every setting: the schema says what it takes, the same check that the extension makes says at once what is wrong.
import { type ChangeEvent, useId, useState } from 'react';
import type { PolicyProblem } from '@/policy/problem.ts';
import type { Setting } from '@/policy/settings.ts';
import type { Values } from '@/rollout/install.ts';
import { formatNumber, type Translate } from '../words.ts';
import { isWithin, shownAt } from './draft.ts';
import { meaningOf, nameOf, optionLabel } from './setting-words.ts';

export interface Editing {
  t: Translate;
  draft: Values;
  problems: readonly PolicyProblem[];
  edit(path: string, value: unknown): void;
}

interface Props {
  by: Editing;
  setting: Setting;
  /** With places in lists: `partners[0].domain`. */
  path: string;
}

export function Editor(props: Props) {
  switch (props.setting.form) {
    case 'group':
      return <Group {...props} />;
    case 'levels':
      return <Group {...props} isRow />;
    case 'list':
      return <List {...props} />;
    case 'choices':
      return <Choices {...props} />;
    default:
      return <Field {...props} />;
  }
}

function Group({ by, setting, path, isRow }: Props & { isRow?: boolean }) {
  return (
    <fieldset className={isRow ? 'editor row' : 'editor'}>
      <legend className={isTop(path) ? 'unseen' : undefined}>{nameOf(by.t, setting)}</legend>
      <Meaning by={by} setting={setting} path={path} />
      {setting.entries.map((entry) => (
        <Editor key={entry.path} by={by} setting={entry} path={`${path}.${entry.name}`} />
      ))}
      <Wrong by={by} path={path} />
    </fieldset>
  );
}

function List({ by, setting, path }: Props) {
  const { t, draft, edit } = by;
  const shown = shownAt(draft, path);
  const items = Array.isArray(shown) ? shown : [];
  return (
    <fieldset className="editor">
      <legend className={isTop(path) ? 'unseen' : undefined}>{nameOf(t, setting)}</legend>
      <Meaning by={by} setting={setting} path={path} />
      {items.map((_, index) => {
        const at = `${path}[${index}]`;
        return (
          <fieldset key={at} className="item">
            <legend>{t('policy_item', [formatNumber(t, index + 1)])}</legend>
            {setting.entries.map((entry) => (
              <Editor key={entry.path} by={by} setting={entry} path={`${at}.${entry.name}`} />
            ))}
            <Wrong by={by} path={at} />
            <button
              type="button"
              className="button"
              aria-label={t('policy_remove_item', [nameOf(t, setting), formatNumber(t, index + 1)])}
              onClick={() => edit(at, undefined)}
            >
              {t('policy_remove')}
            </button>
          </fieldset>
        );
      })}
      <Wrong by={by} path={path} />
      <button
        type="button"
        className="button"
        aria-label={t('policy_add_to', [nameOf(t, setting)])}
        onClick={() => edit(`${path}[${items.length}]`, emptyOf(setting))}
      >
        {t('policy_add')}
      </button>
    </fieldset>
  );
}

function Choices({ by, setting, path }: Props) {
  const { t, draft, edit } = by;
  const shown = shownAt(draft, path);
  const chosen = Array.isArray(shown) ? (shown as string[]) : [];
  const toggle = (option: string, isOn: boolean) => {
    const next = setting.options.filter((one) => (one === option ? isOn : chosen.includes(one)));
    edit(path, next.length === 0 && setting.isOptional ? undefined : next);
  };
  return (
    <fieldset className="editor choices">
      <legend className={isTop(path) ? 'unseen' : undefined}>{nameOf(t, setting)}</legend>
      <Meaning by={by} setting={setting} path={path} />
      {setting.options.map((option) => (
        <label key={option} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          {optionLabel(t, option)}
        </label>
      ))}
      <Wrong by={by} path={path} />
    </fieldset>
  );
}

function Field({ by, setting, path }: Props) {
  const { t, draft, edit, problems } = by;
  const id = useId();
  const shown = shownAt(draft, path);
  const { form, isOptional } = setting;
  const isWrong = problems.some(({ key }) => isWithin(key, path));
  const described = {
    id,
    'aria-describedby': `${id}-meaning ${id}-wrong`,
    'aria-invalid': isWrong || undefined,
  };
  const text = Array.isArray(shown) ? shown.join('\n') : String(shown ?? '');
  const write = (written: string) =>
    edit(path, written === '' && isOptional ? undefined : typedValue(setting, written));
  return (
    <div className={form === 'words' ? 'field wide' : 'field'}>
      <label htmlFor={id}>{nameOf(t, setting)}</label>
      {form === 'words' ? (
        <Lines described={described} text={text} write={write} />
      ) : form === 'prose' ? (
        <textarea {...described} rows={4} value={text} onChange={(event) => write(event.target.value)} />
      ) : form === 'choice' || form === 'flag' ? (
        <select {...described} value={text} onChange={(event) => write(event.target.value)}>
          {(isOptional || shown === undefined) && <option value="">{t('policy_left_out')}</option>}
          {(form === 'flag' ? ['true', 'false'] : setting.options).map((option) => (
            <option key={option} value={option}>
              {form === 'flag' ? t(option === 'true' ? 'policy_yes' : 'policy_no') : optionLabel(t, option)}
            </option>
          ))}
          {isStrange(setting, text) && <option value={text}>{text}</option>}
        </select>
      ) : (
        <input
          {...described}
          type="text"
          inputMode={form === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      )}
      <div id={`${id}-meaning`}>
        <Meaning by={by} setting={setting} path={path} />
        {form === 'words' && <span className="soft">{t('policy_one_a_line')}</span>}
      </div>
      <div id={`${id}-wrong`}>
        <Wrong by={by} path={path} withItems={form === 'words'} />
      </div>
    </div>
  );
}

/** An empty line is nothing, but while somebody types it has to stay. */
function Lines({ described, text, write }: { described: object; text: string; write(text: string): void }) {
  const [typed, setTyped] = useState(text);
  const plain = (written: string) => written.split('\n').filter((line) => line.trim() !== '');
  const shown = plain(typed).join('\n') === text ? typed : text;
  const onChange = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(target.value);
    write(plain(target.value).join('\n'));
  };
  return <textarea {...described} rows={3} value={shown} onChange={onChange} />;
}

/** Of the top setting the heading says it. */
function Meaning({ by: { t }, setting, path }: Props) {
  const meaning = isTop(path) ? '' : meaningOf(t, setting);
  return meaning === '' ? null : <span className="soft">{meaning} </span>;
}

function Wrong({ by, path, withItems = false }: { by: Editing; path: string; withItems?: boolean }) {
  const mine = by.problems.filter(({ key }) => key === path || (withItems && isWithin(key, path)));
  return mine.map(({ problem }) => (
    <p key={problem} className="problem" lang="en">
      {problem}
    </p>
  ));
}

const isTop = (path: string) => !path.includes('.');

/** A value nobody can choose, as it was imported: kept until somebody chooses another. */
function isStrange({ form, options }: Setting, text: string): boolean {
  return text !== '' && !(form === 'flag' ? ['true', 'false'] : options).includes(text);
}

/** What was typed as the policy writes it; what is no number stays as it was typed, and the check says so. */
function typedValue({ form }: Setting, written: string): unknown {
  switch (form) {
    case 'number':
      return /^\d{1,15}$/.test(written.trim()) ? Number(written) : written;
    case 'flag':
      return written === 'true' ? true : written === 'false' ? false : undefined;
    case 'words':
      return written === '' ? [] : written.split('\n');
    default:
      return written;
  }
}

/** A new item of a list, for people to fill in. */
function emptyOf({ entries }: Setting): Values {
  return Object.fromEntries(
    entries.filter(({ isOptional }) => !isOptional).map((entry) => [entry.name, emptyValue(entry)]),
  );
}

function emptyValue({ form, options, entries }: Setting): unknown {
  switch (form) {
    case 'words':
    case 'choices':
    case 'list':
      return [];
    case 'choice':
      return options[0];
    case 'group':
    case 'levels':
      return Object.fromEntries(entries.filter((one) => !one.isOptional).map((one) => [one.name, emptyValue(one)]));
    case 'flag':
      return false;
    default:
      return '';
  }
}
