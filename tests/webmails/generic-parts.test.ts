// Compose forms that do not look like one at first.
import { describe, expect, it } from 'vitest';
import { generic } from '@/webmails/generic.ts';
import { roundcube } from '@/webmails/roundcube.ts';

const to = '<input name="to" value="kim@client.test">';
const subject = '<input name="subject" value="List">';
const body = '<textarea name="body">Hello</textarea>';
const send = '<button id="send">Send</button>';

function draftOf(html: string) {
  document.body.innerHTML = html;
  const composes = generic.composes(document);
  expect(composes).toHaveLength(1);
  return composes[0]!.read();
}

describe('a compose form is read whole', () => {
  it.each([
    ['hidden', '<input type="hidden" name="more" value="the list">'],
    ['text', '<textarea name="more">the list</textarea>'],
    ['line', '<input name="remark" value="the list">'],
  ])('with a further field: %s', (_, field) => {
    expect(draftOf(`<form>${to}${subject}${body}${field}${send}</form>`).body).toBe('Hello\nthe list');
  });

  it('without what the page says to itself, and without saying a text twice', () => {
    const state = '<input type="hidden" name="__STATE" value="state"><input type="hidden" name="copy" value="Hello">';
    expect(draftOf(`<form>${to}${subject}${body}${state}${send}</form>`).body).toBe('Hello');
  });

  it('with two subjects', () => {
    expect(draftOf(`<form>${subject}<input name="subject2" value="more">${to}${body}${send}</form>`).subject).toBe(
      'List more',
    );
  });

  it('without a subject, where it asks for an address', () => {
    expect(draftOf(`<form><input type="email" name="to" value="kim@client.test">${body}${send}</form>`)).toMatchObject({
      to: ['kim@client.test'],
      subject: '',
    });
  });

  it('with files that were chosen one after another under one name', async () => {
    document.body.innerHTML = `<form>${to}${subject}${body}<input type="file">${send}</form>`;
    const input = document.querySelector<HTMLInputElement>('[type=file]')!;
    const choose = (content: string) => {
      const file = new File([content], 'list.csv', { lastModified: 1 });
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      return generic.composes(document)[0]!.read().attachments[0]!.id;
    };
    expect(choose('one')).not.toBe(choose('two'));
  });
});

it('takes no date range for an address', () => {
  document.body.innerHTML = `<form><input name="from"><input name="to">${body}${send}</form>`;
  expect(generic.recognises(document)).toBe(false);
});

it('believes no sender that anybody can type', () => {
  const from = '<input name="from" value="kim@rival.test">';
  expect(draftOf(`<form>${from}${to}${subject}${body}${send}</form>`).account).toBeUndefined();
  expect(draftOf(`<form>${from.replace('>', ' readonly>')}${to}${subject}${body}${send}</form>`).account).toBe(
    'kim@rival.test',
  );
});

it('takes a link that says it sends for a control, and a long text for none', () => {
  draftOf(`<div>${to}${subject}${body}<a id="send" href="#">Send</a></div>`);
  expect(generic.commitOf(document.getElementById('send')!)?.id).toBe('send');
  const long = `<p tabindex="0" id="text">${'We send it to you as soon as it is there. '.repeat(3)}</p>`;
  draftOf(`<div>${to}${subject}${body}${long}${send}</div>`);
  expect(generic.commitOf(document.getElementById('text')!)).toBeUndefined();
});

it('keeps what is written in an editor from passing for Roundcube', () => {
  document.body.innerHTML = '<div contenteditable="true"><p id="rcmbtn1">pasted</p></div>';
  expect(roundcube.recognises(document)).toBe(false);
});
