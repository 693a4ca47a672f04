import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asTableText } from '../../benchmarks/corpus/forms.ts';
import { headlineMail } from '../../benchmarks/corpus/mails.ts';
import { htmlToPart } from '../../extractors/html.ts';
import { htmlWithoutValues } from '../../redaction/safe-html.ts';
import { safeText } from '../../redaction/safe-text.ts';

const replacing = { session: 3, label: (kind: string) => kind };
const context = {
  sender: 'kim@firm.example',
  recipients: [{ address: 'ann@client.example' }],
  firmDomains: ['firm.example'],
};

describe('HTML without its people', () => {
  it.each([
    [
      'keeps its look',
      '<p style="color:red" class="a">Please call Jane Doe on <b>07700 900123</b></p>',
      '<p style="color:red" class="a">Please call [name] on <b>[phone]</b></p>',
    ],
    ['finds a value that is cut by markup', '<p>jane.<b>doe</b>@example.org</p>', '<p>[email]<b></b></p>'],
    ['drops a link that holds an address', '<a href="mailto:jane@example.org">write</a>', '<a>write</a>'],
    [
      'keeps a link that holds none',
      '<a href="https://firm.example/prices">prices</a>',
      '<a href="https://firm.example/prices">prices</a>',
    ],
    [
      'drops what no reader sees',
      '<p title="jane@example.org">Hi<!-- jane@example.org --><script>x</script></p>',
      '<p>Hi</p>',
    ],
    ['leaves text alone that is about nobody', '<p>a &lt; b &amp; c&nbsp;d</p>', '<p>a &lt; b &amp; c&nbsp;d</p>'],
  ])('%s', (_, html, without) => {
    expect(htmlWithoutValues(html, replacing).html).toBe(without);
  });

  it('leaves no value of a table, whatever the tags around its words', () => {
    const clients = generateClients(12, 9);
    const tag = fc.constantFrom('b', 'i', 'span', 'font', 'u');
    fc.assert(
      fc.property(fc.array(tag, { minLength: 3, maxLength: 3 }), ([a, b, c]) => {
        const rows = clients.map(
          ({ name, email, phone }) =>
            `<tr><td><${a}>${name}</${a}></td><td><${b}>${email}</${b}></td><td><${c}>${phone}</${c}></td></tr>`,
        );
        const { html } = htmlWithoutValues(`<table>${rows.join('')}</table>`, replacing);
        const text = htmlToPart(html, 'm').text ?? '';
        for (const { email, phone } of clients) for (const value of [email, phone]) expect(text).not.toContain(value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a message without its people', () => {
  it('keeps who writes and who is written to', () => {
    const body =
      'Dear Ann,\nplease write to ann@client.example or kim@firm.example.\nBob Brown (bob@home.example) is away.';
    expect(safeText({ subject: 'Bob Brown 07700 900123', body, isHtml: false }, context, replacing)).toMatchObject({
      subject: '[name] [phone]',
      body: 'Dear Ann,\nplease write to ann@client.example or kim@firm.example.\n[name] ([email]) is away.',
    });
  });

  it('has nobody of the 957 clients in it', () => {
    const { body, clients } = headlineMail();
    const made = safeText({ subject: 'for later', body, isHtml: false }, context, replacing);
    if ('why' in made) throw new Error(made.why);
    for (const { email, phone } of clients) {
      expect(made.body).not.toContain(email);
      expect(made.body).not.toContain(phone);
    }
  });

  it('is the same as HTML', () => {
    const rows = asTableText(generateClients(30, 5)).split('\n');
    const table = rows.map((row) => `<tr><td>${row.split('\t').join('</td><td>')}</td></tr>`).join('');
    const made = safeText(
      { subject: '', body: `<p>Hello</p><table>${table}</table>`, isHtml: true },
      context,
      replacing,
    );
    expect(made).toMatchObject({ isHtml: true, shown: expect.stringContaining('Hello') });
  });
});
