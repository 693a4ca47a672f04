// The dialog in each of its states.
import { Dialog } from '@/components/dialog/Dialog.tsx';
import type { DialogAnswer, DialogView, VerdictView } from '@/components/dialog/dialog-view.ts';
import { headlineCase, justifyCase, warnCase } from '../../components/views.ts';
import type { Scene } from './scenes.tsx';

const people = (estimate: number) => ({ min: estimate, estimate, max: estimate });

const unreadable: VerdictView = {
  ...warnCase,
  id: 'unreadable',
  destination: 'external',
  people: people(0),
  parts: [],
  unreadable: [
    { name: 'payroll-october.zip', reason: 'encrypted' },
    { name: 'a-recording-with-a-rather-long-name-that-does-not-fit-on-one-line-2026-11-21-10-15.m4a', reason: 'media' },
  ],
  outside: [{ address: 'bureau@payroll.example', destination: 'external' }],
  inside: 1,
  rules: ['unreadable-to-external', 'media-to-external'],
};

const manyParts: VerdictView = {
  ...justifyCase,
  id: 'many-parts',
  people: { min: 180, estimate: 212, max: 240 },
  already: { people: 183, days: 30 },
  parts: Array.from({ length: 9 }, (_, index) => ({
    where: 'file' as const,
    name: `archive.zip/region-${index + 1}.csv`,
    kinds: [
      { kind: 'email', distinct: 23 },
      { kind: 'uk-postcode', distinct: 19 },
    ],
  })),
  outside: Array.from({ length: 12 }, (_, index) => ({
    address: `person${index}@firm${index}.example`,
    destination: 'external' as const,
  })),
};

const views: Record<string, DialogView> = {
  block: headlineCase,
  justify: justifyCase,
  warn: warnCase,
  unreadable,
  'many-parts': manyParts,
  attach: { ...headlineCase, id: 'attach', trigger: 'attach', outside: [], destination: 'external' },
  'no-contact': { ...headlineCase, id: 'no-contact', contact: { name: '', phone: '', email: '' } },
  ways: { ...justifyCase, id: 'ways', ways: ['remove-people', 'safe-copy', 'counts', 'pseudonyms'] },
  'files-stay': { ...headlineCase, id: 'files-stay', ways: ['remove-people'], filesStay: true },
  preview: {
    state: 'preview',
    subject: '[names] for later',
    text: `Hello,\n\nName\tE-mail\n${'[names]\t[e-mail addresses]\n'.repeat(30)}\nRegards`,
    changed: 60,
  },
  reading: { state: 'reading', file: 'clients.xlsx', share: 0.41 },
  notice: { state: 'notice', key: 'dialog_headline_unreadable_text' },
};

const ports = {
  /** Told to the page, where a test reads it. */
  answer: ({ choice }: DialogAnswer) => {
    document.documentElement.dataset.answer = choice;
  },
  copy: (text: string) => navigator.clipboard.writeText(text),
  registerUrl: '#register',
};

export const dialogScenes: Record<string, Scene> = Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    `dialog-${name}`,
    (t) => (
      <div style={{ maxWidth: 640, margin: '0 auto' }}>
        <Dialog view={view} ports={{ t, ...ports }} />
      </div>
    ),
  ]),
);
