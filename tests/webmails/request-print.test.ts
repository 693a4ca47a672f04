// A print of what a request says is the same in the page and on the network, where a form is written another way.
import { expect, it } from 'vitest';
import { printOf, type RequestBody } from '@/webmails/requests/body.ts';

const url = 'https://mail.test/send?id=1';
const seed = 40_000_003;
const fields: RequestBody = [
  ['to', 'kim@client.test'],
  ['text', 'Hello\nKim'],
  ['file', undefined],
];
const multipart =
  '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nHello\r\nKim\r\n--b\r\nContent-Disposition: form-data; name="to"\r\n\r\nkim@client.test\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n--b--';

it.each<[string, RequestBody, RequestBody, boolean]>([
  ['a text', '{"text":"Hello"}', '{"text":"Hello"}', true],
  ['a form, written in parts', fields, multipart, true],
  [
    'parameters, as the browser takes them apart',
    'to=kim%40client.test&text=a+b',
    [
      ['text', 'a b'],
      ['to', 'kim@client.test'],
    ],
    true,
  ],
  ['another text', '{"text":"Hello"}', '{"text":"Hallo"}', false],
  ['one field more', fields, [...fields, ['text', 'a list']], false],
  ['nothing', '', '{}', false],
])('%s', (_, page, network, isSame) => {
  expect(printOf({ url, body: page }, seed) === printOf({ url, body: network }, seed)).toBe(isSame);
});

it('is of where it goes too, and of the seed, and fits where it is kept', () => {
  const body = 'x'.repeat(300_000);
  const prints = [
    printOf({ url, body }, seed),
    printOf({ url: 'https://mail.test/other', body }, seed),
    printOf({ url, body }, seed + 1),
  ];
  expect(new Set(prints).size).toBe(3);
  for (const print of prints) expect(Number.isSafeInteger(print) && print >= 0 && print < 2 ** 26).toBe(true);
});
