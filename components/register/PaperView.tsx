// One paper as a person reads it, with ways to take it along: copy as Markdown, save, print.
import { useState } from 'react';
import { type Paper, type Section, toMarkdown } from '@/incidents/documents/document.ts';
import type { Translate } from '../words.ts';
import type { FilePorts } from './Incidents.tsx';

export type PaperPorts = Pick<FilePorts, 'save' | 'print'> & { copy(text: string): Promise<void> };

interface Props {
  t: Translate;
  paper: Paper;
  /** File name without its ending. */
  name: string;
  ports: PaperPorts;
}

export function PaperView({ t, paper, name, ports }: Props) {
  const [said, setSaid] = useState('');
  const copy = () =>
    ports.copy(toMarkdown(paper)).then(
      () => setSaid(t('paper_copied')),
      () => setSaid(t('paper_not_copied')),
    );
  const save = async () => {
    const isSaved = await ports.save({ name: `${name}.md`, type: 'text/markdown', text: toMarkdown(paper) });
    setSaid(isSaved ? t('register_saved', [`${name}.md`]) : '');
  };
  return (
    <article className="paper">
      <h2>{paper.title}</h2>
      {paper.lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {paper.sections.map((section) => (
        <PaperSection key={section.heading} t={t} section={section} />
      ))}
      <div className="buttons take">
        <button type="button" className="button" onClick={copy}>
          {t('paper_copy')}
        </button>
        <button type="button" className="button" onClick={save}>
          {t('paper_save')}
        </button>
        <button type="button" className="button" onClick={() => ports.print(1)}>
          {t('register_print')}
        </button>
        <p role="status" className="soft">
          {said}
        </p>
      </div>
    </article>
  );
}

function PaperSection({
  t,
  section: { heading, paragraphs = [], list = [], pairs = [], table },
}: {
  t: Translate;
  section: Section;
}) {
  return (
    <section>
      <h3>{heading}</h3>
      {paragraphs.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {list.length > 0 && (
        <ul className="lines">
          {[...new Set(list)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {pairs.length > 0 && (
        <dl>
          {pairs.map(({ term, lines, isMissing, note }) => (
            <div key={term}>
              <dt>{term}</dt>
              {isMissing ? (
                <dd className="problem">{t('paper_missing')}</dd>
              ) : lines.length === 0 ? (
                <dd className="soft">–</dd>
              ) : null}
              {[...new Set(lines)].map((line) => (
                <dd key={line}>{line}</dd>
              ))}
              {note && <dd className="soft">{note}</dd>}
            </div>
          ))}
        </dl>
      )}
      {table && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className="scroll" tabIndex={0} aria-label={heading}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('\n')}>
                  {row.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
