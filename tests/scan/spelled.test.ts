// Addresses and numbers spelled for people: written out where one results, prose left alone.
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { readSpelled } from '../../scan/text/spelled.ts';
import { expectGrowth } from '../growth.ts';
import { estimate, textPart } from './counting.ts';

describe('readSpelled', () => {
  it.each([
    ['write to jane [at] firm [dot] example now', 'write to jane@firm.example now', 'brackets'],
    ['jane(at)firm.example', 'jane@firm.example', 'a full stop as it is'],
    ['jane (at) firm (dot) co (dot) uk', 'jane@firm.co.uk', 'several dots'],
    ['jane{at}firm{dot}com, jane<at>firm.com', 'jane@firm.com, jane@firm.com', 'other brackets'],
    ['j.doe [at] firm-name [punkt] de', 'j.doe@firm-name.de', 'another language'],
    ['jane at firm dot example', 'jane@firm.example', 'bare words'],
    ['contact jane dot doe at firm dot co dot uk.', 'contact jane.doe@firm.co.uk.', 'dots in the local part'],
    ['jane underscore doe at firm dot com', 'jane_doe@firm.com', 'other signs'],
    ['jane AT firm.example', 'jane@firm.example', 'capitals'],
    ['JANE AT FIRM DOT COM', 'JANE@FIRM.COM', 'all in capitals'],
    ['jane_at_firm.example', 'jane@firm.example', 'underlined'],
    ['jane @ firm . example', 'jane@firm.example', 'blanks around signs'],
    ['j a n e @ f i r m . e x a m p l e', 'jane@firm.example', 'a blank behind every letter'],
    ['Ann j . d o e @ x . t e s t , 0 7', 'Ann j.doe@x.test , 0 7', 'up to what is of no address'],
    ['call oh double seven double oh nine hundred one two three', 'call 07700900123', 'doubles and hundreds'],
    ['zero seven seven zero zero nine zero zero one two three', '07700900123', 'digit by digit'],
    ['zero one six three two, nine six zero, one two three', '01632960123', 'in groups'],
    ['plus four four seven seven zero zero nine zero zero one two three', '+447700900123', 'from abroad'],
  ])('%s → %s (%s)', (text, spelled) => expect(readSpelled(text).text).toBe(spelled));

  it.each([
    ['meet me at dot com', 'no domain before the dot'],
    ['we looked at the dot matrix', 'no ending of a domain'],
    ['at a dot in the sky', 'an article, and "in" is a word'],
    ['lunch @ noon, 3 items @ 5.99 each', 'no domain'],
    ['call me at firm.example, he is at firm.com', 'a place in prose'],
    ['look AT bbc.co.uk', 'a verb before it'],
    ['arrived at (dot) example', 'no domain'],
    ['see (at) page 3, f(at) = x.y, list[at].name', 'brackets of other kinds'],
    ['photo_at_beach.jpg', 'a file'],
    ['@Override . com', 'an annotation'],
    ['seven of nine met eleven even so', 'words for numbers in prose'],
    ['one two three four five six seven eight', 'counting'],
    ['ten nine eight seven six five four three two one zero', 'counting down'],
    ['zero one two three four five six seven eight nine', 'counting from zero'],
    ['jane\tat\tfirm\tdot\tcom', 'cells of a table'],
  ])('leaves alone: %s (%s)', (text) => expect(readSpelled(text).text).toBe(text));

  it('finds the value where it is spelled', () => {
    const text = 'To: jane [at] firm [dot] example or oh double seven double oh nine hundred one two three.';
    const { findings = [] } = scanPart(textPart(text), { session: 1, findings: true });
    expect(findings.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['email', 'jane [at] firm [dot] example'],
      ['phone', 'oh double seven double oh nine hundred one two three'],
    ]);
  });

  it('counts a list of spelled addresses', () => {
    const lines = generateClients(20, 6).map(
      ({ name, email }) => `- ${name}: ${email.replace('@', ' (at) ').replaceAll('.', ' dot ')}`,
    );
    expect(estimate(lines.join('\n'))).toBe(20);
  });

  it.each(['[at]', 'a at b dot ', 'dot ', '@ ', 'a @ b . ', '_at_', 'x AT ', 'zero seven ', 'even ', '(@)'])(
    'takes time that grows with the length only: %j',
    { timeout: 60_000 },
    (unit) => {
      const read = (length: number) => readSpelled(unit.repeat(length / unit.length));
      expectGrowth(read, { small: 50_000, large: 500_000 });
    },
  );
});
