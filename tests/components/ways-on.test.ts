import { expect, it } from 'vitest';
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import { filesStay, waysOn } from '@/components/dialog/ways-on.ts';
import { strictDefault } from '@/policy/default.ts';

const kinds = [{ kind: 'email', category: 'contact' as const, matches: 9, distinct: 9 }];

interface Case {
  trigger?: DraftToAssess['trigger'];
  /** `name:type`, `!` before it: people in it, `?`: not read. */
  files?: string[];
  body?: boolean;
  people?: number;
  changeable?: DraftToAssess['changeable'];
  pseudonyms?: boolean;
}

const all = { text: true, files: true };

function judged({
  trigger = 'send',
  files = [],
  body = false,
  people = 9,
  changeable = all,
  pseudonyms = false,
}: Case) {
  const named = files.map((file, index) => {
    const [name = '', type = ''] = file.replace(/^[!?]/, '').split(':');
    return { id: `${index}`, name, type, hasPeople: file.startsWith('!'), isUnread: file.startsWith('?') };
  });
  const draft = { trigger, changeable, files: named.map(({ id, name }) => ({ id, name, content: new Blob() })) };
  const assessment = {
    facts: {
      people: { max: people },
      files: named.map(({ type, isUnread }) => ({
        type,
        readable: !isUnread,
        ...(isUnread ? { unreadable: 'encrypted' } : {}),
      })),
    },
    parts: [
      { name: 'message', kinds: body ? kinds : [] },
      ...named.map(({ name, hasPeople }) => ({ name: `${name}`, kinds: hasPeople ? kinds : [] })),
    ],
  };
  const policy = { ...strictDefault, safeCopy: { pseudonyms } };
  return [assessment as unknown as Assessment, draft as unknown as DraftToAssess, policy] as const;
}

it.each<[string, Case, string[]]>([
  ['people in the text', { body: true }, ['remove-people']],
  ['people in the text, where it cannot be changed', { body: true, changeable: { text: false, files: true } }, []],
  ['a list that lies in the draft', { files: ['!a.ods:ods'] }, ['safe-copy', 'counts']],
  ['a list and text', { body: true, files: ['!a.csv:csv'] }, ['remove-people', 'safe-copy', 'counts']],
  [
    'a list beside what cannot be read: that is asked about when the copy is there',
    { files: ['!a.csv:csv', '?b.zip:zip'] },
    ['safe-copy', 'counts'],
  ],
  ['a list of a kind that cannot be rewritten', { files: ['!a.pdf:pdf'] }, ['remove-files']],
  ['a file that cannot be read', { files: ['?b.zip:zip'], people: 0 }, ['remove-files']],
  ['a list where files stay', { files: ['!a.csv:csv'], changeable: { text: true, files: false } }, []],
  ['a list on its way in', { trigger: 'attach', files: ['!a.xlsx:xlsx'] }, ['safe-copy', 'counts']],
  ['a list in a text on its way in', { trigger: 'attach', files: ['!a.txt:text', '!b.csv:csv'] }, ['safe-copy']],
  [
    'a list beside a picture on their way in',
    { trigger: 'drop', files: ['!a.xlsx:xlsx', 'b.docx:docx'] },
    ['safe-copy', 'counts'],
  ],
  [
    'a list beside what cannot be read, on their way in',
    { trigger: 'upload', files: ['!a.csv:csv', '?b.zip:zip'] },
    [],
  ],
  [
    'a list where policy allows pseudonyms',
    { trigger: 'upload', files: ['!a.csv:csv'], pseudonyms: true },
    ['safe-copy', 'counts', 'pseudonyms'],
  ],
])('%s', (_, given, ways) => {
  expect(waysOn(...judged(given))).toEqual(ways);
});

it('says when a list lies where nothing can replace it', () => {
  const [assessment, draft] = judged({ files: ['!a.csv:csv'], changeable: { text: true, files: false } });
  expect(filesStay(assessment, draft)).toBe(true);
  const [other, replaceable] = judged({ files: ['!a.csv:csv'] });
  expect(filesStay(other, replaceable)).toBe(false);
});
