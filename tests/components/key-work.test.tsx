import { expect, it, vi } from 'vitest';
import { KeyWork } from '@/components/register/work/KeyWork.tsx';
import { newContactKeys } from '@/incidents/contact-keys.ts';
import { seal } from '@/incidents/sealed.ts';
import type { Row } from '@/incidents/views.ts';
import type { Work } from '@/incidents/work.ts';
import { idOf, incidentOf } from './entries.ts';
import { translateIn } from './messages.ts';
import { field, named, press, render, type, wait } from './render.tsx';

const t = translateIn('en');

it('opens who worked on an entry, each behind their pseudonym, once that is on the record', async () => {
  const { keys, text } = await newContactKeys();
  const step = async (number: number, pseudonym: string, name: string): Promise<Work> => ({
    ...{ id: idOf(number), at: number, about: idOf(1), change: { do: 'status', status: 'triage', why: '' } },
    by: { value: pseudonym, from: 'sealed' },
    sealed: await seal({ actor: name }, keys.sealTo, idOf(number)),
  });
  const works = [
    await step(11, 'staff-1', 'Priya Nair'),
    await step(12, 'staff-2', 'Jo Webb'),
    await step(13, 'staff-1', 'Priya Nair'),
  ];
  const incident = incidentOf(1);
  const row: Row = {
    type: 'incident',
    id: incident.id,
    at: incident.at,
    status: 'triage',
    incident,
    outcome: 'left',
    works,
  };
  const work = vi.fn(async () => true);
  const container = await render(<KeyWork t={t} row={row} now={() => 0} copy={async () => {}} work={work} />);
  const file = container.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(file, 'files', { value: [new File([text], 'keys.json')] });
  await wait(async () => file.dispatchEvent(new Event('change', { bubbles: true })));
  await type(field(container, t('keys_unseal_why')), 'the regulator asks');
  await press(named(container, t('keys_unseal')));
  await wait(() => vi.waitFor(() => expect(work).toHaveBeenCalled()));
  expect(work).toHaveBeenCalledExactlyOnceWith({ do: 'unseal', why: 'the regulator asks' });
  const said = [...container.querySelectorAll('[role=status] p')].map(({ textContent }) => textContent);
  expect(said).toEqual(['staff-1 is Priya Nair.', 'staff-2 is Jo Webb.']);
});
