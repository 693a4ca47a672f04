import { afterEach, describe, expect, it, vi } from 'vitest';
import { webmails } from '@/webmails/index.ts';
import { roundcube } from '@/webmails/products/roundcube.ts';
import { type PageExpectation, testWebmail } from './contract.ts';
import { loadPage } from './load-page.ts';
import { ownWords } from './roundcube-words.ts';

/** What Roundcube does when its form was taken: the form's action changes, then a confirmation is shown. */
function onSent(document: Document): void {
  document.querySelector('form[name="form"]')!.setAttribute('action', '/?_task=mail&_unlock=loading1&_framed=1');
  document.querySelector('#messagestack, #message')!.innerHTML = '<div class="confirmation content">Sent</div>';
}

const elastic: PageExpectation = {
  page: 'roundcube-elastic.html',
  draft: {
    account: 'Sales Desk <sales@corp.test>',
    to: ['"Brown, Kim" <kim.brown@client.test>', 'bob@corp.test', 'late@person'],
    cc: ['copy@other.test'],
    bcc: ['Hidden One <hidden@personal.test>', 'second@personal.test'],
    subject: 'Re: our list',
    body: 'Dear Kim, here it is.',
    attachments: ['clients.csv', 'a name far too long to be shown in the narrow list.pdf'],
  },
  commits: ['button.send', '#rcmbtn111-clone'],
  notCommits: [
    '#rcmbtn107',
    '#rcmbtn107-clone',
    '#rcmbtn112',
    'button.attach',
    '#uploadformInput',
    '.recipient .remove',
    'form',
  ],
  onSent,
};

const larry: PageExpectation = {
  page: 'roundcube-larry.html',
  draft: {
    account: 'alice@corp.test',
    to: ['kim@client.test'],
    cc: [],
    bcc: [],
    subject: '',
    body: 'Hallo',
    attachments: [],
  },
  commits: ['a.button.send'],
  notCommits: ['a.savedraft', 'a.back', 'a.attach', '#contactsearchbox'],
  onSent,
};

const classic: PageExpectation = {
  page: 'roundcube-classic.html',
  draft: {
    account: 'alice@corp.test',
    to: ['a@one.test', 'b@two.test'],
    cc: [],
    bcc: [],
    subject: 'Minutes',
    body: 'See below.',
    attachments: ['notes.txt'],
  },
  commits: ['a.button.send', '#rcmbtn117'],
  notCommits: ['#rcmbtn118', '#uploadFrm .mainaction', 'a.savedraft'],
  onSent,
};

testWebmail(roundcube, [elastic, larry, classic], ['roundcube-list.html', 'contact-form.html', 'generic-form.html']);

describe('a page is no Roundcube', () => {
  const at = () => webmails.find((one) => one.recognises(document))?.id;

  it.each([
    ['for an id of it in a message that is shown', '<article><p id="rcmbtn1">Hello</p></article>', ''],
    ['for a field that is called like its body', '', '_message'],
  ])('%s: its own compose window is read and held', (_, shown, name) => {
    loadPage('generic-form.html').body.insertAdjacentHTML('afterbegin', shown);
    if (name) document.querySelector('textarea')!.setAttribute('name', name);
    expect(at()).toBe('generic');
    const send = document.querySelector('#send')!;
    expect(webmails.find(({ id }) => id === at())!.commitOf(send)).toBe(send);
    expect(webmails.at(-1)!.composes(document)[0]!.read()).toMatchObject({ cc: ['copy@other.test'] });
  });

  it('alone that shows another compose window: Send is known there, and that it was not as known', () => {
    const strange = loadPage('generic-form.html').body.innerHTML;
    loadPage('roundcube-list.html').body.insertAdjacentHTML('beforeend', strange);
    expect(at()).toBe('roundcube');
    const webmail = webmails.find(({ id }) => id === 'roundcube')!;
    const send = document.querySelector('#send')!;
    expect(webmail.commitOf(send)).toBe(send);
    expect(webmail.isSendForm(document.querySelector<HTMLFormElement>('form:has(#send)')!)).toBe(true);
    const [compose, ...more] = webmail.composes(document);
    expect(more).toEqual([]);
    expect(compose!.missing).toEqual(['compose']);
    expect(compose!.read().to).toEqual(['kim@client.test', 'Bob <bob@corp.test>']);
  });

  it.each(['roundcube-elastic.html', 'roundcube-larry.html', 'roundcube-classic.html'])(
    'but %s is, and its window the only one',
    (page) => {
      loadPage(page);
      expect(at()).toBe('roundcube');
      expect(webmails.find(({ id }) => id === 'roundcube')!.composes(document)).toHaveLength(1);
    },
  );
});

describe('dialogs between Send and sending', () => {
  const dialog = (inside: string, className = 'warning') => {
    loadPage('roundcube-larry.html').body.insertAdjacentHTML(
      'beforeend',
      `<div class="ui-dialog ${className}">${inside}<div class="ui-dialog-buttonpane"><div class="ui-dialog-buttonset"><button id="go" class="mainaction send ui-button">Send</button><button id="bcc" class="ui-button">Move to Bcc</button><button id="back" class="cancel ui-button">Cancel</button></div></div></div>`,
    );
    return (id: string) => roundcube.commitOf(document.getElementById(id)!)?.id;
  };

  it('holds their Send and their way through Bcc, not their Cancel', () => {
    const commit = dialog('');
    expect([commit('go'), commit('bcc'), commit('back')]).toEqual(['go', 'bcc', undefined]);
  });

  it('reads the subject that was typed into the dialog', () => {
    dialog('<div class="prompt"><p>No subject</p><input type="text" data-submit="true" value="typed here"></div>');
    expect(roundcube.composes(document)[0]!.read().subject).toBe('typed here');
  });

  it('leaves other dialogs of the compose page alone', () => {
    const commit = dialog('', 'plain');
    expect(commit('bcc')).toBeUndefined();
  });
});

describe('the HTML editor', () => {
  const withEditor = (isEditable: boolean, content = '<p>Dear <b>Kim</b></p>', sides = [800, 600]) => {
    loadPage('roundcube-elastic.html').querySelector<HTMLInputElement>('[name="_is_html"]')!.value = '1';
    // The test's document loads no frames: this one has only what is read of it.
    const frame = document.createElement('div');
    frame.id = 'composebody_ifr';
    document.getElementById('composebodycontainer')!.append(frame);
    const inner = document.implementation.createHTMLDocument();
    inner.body.innerHTML = content;
    for (const picture of inner.querySelectorAll('img'))
      for (const [index, side] of ['naturalWidth', 'naturalHeight'].entries())
        Object.defineProperty(picture, side, { value: sides[index] });
    if (isEditable) inner.body.setAttribute('contenteditable', 'true');
    Object.defineProperty(frame, 'contentDocument', { value: inner });
    return roundcube.composes(document)[0]!.read();
  };

  it('is read from its frame', () => {
    expect(withEditor(true)).toMatchObject({ isHtml: true, body: '<p>Dear <b>Kim</b></p>' });
  });

  const named = ({ attachments }: ReturnType<typeof withEditor>) => attachments.map(({ name }) => name);
  const listed = named(withEditor(true));

  it.each([
    ['a picture of a screen', 'data:image/png;base64,iVBORw0=', [800, 600], ['image']],
    ['a strip of a sheet', 'data:image/png;base64,iVBORw0=', [1900, 190], ['image']],
    ['one that is not shown yet', 'blob:http://webmail.test/1', [0, 0], ['image']],
    ['the logo of a signature', 'data:image/png;base64,iVBORw0=', [600, 220], []],
    ['a portrait', 'data:image/png;base64,iVBORw0=', [250, 250], []],
    ['one that lies on the server', '/?_action=display-attachment&_file=1', [800, 600], []],
  ])('has %s among what is attached, or not', (_, src, sides, expected) => {
    const draft = withEditor(true, `<p>See <img src="${src}"></p>`, sides);
    expect(named(draft)).toEqual([...listed, ...expected]);
  });

  it('has pictures that end alike as two, and takes nothing else for one', () => {
    const end = `${'A'.repeat(120)}=`;
    const pictures = ['', 'iVBORw0'].map((begin) => `<img src="data:image/png;base64,${begin}${end}">`);
    const { attachments } = withEditor(true, `${pictures.join('')}<svg src="data:image/png;base64,${end}"></svg>`);
    const added = attachments.slice(listed.length).map(({ id }) => id);
    expect(new Set(added).size).toBe(2);
    expect(added).toHaveLength(2);
  });

  describe('taking files out', () => {
    const takeOut = async (withFile = false, choose = (all: string[]) => all) => {
      const draft = withEditor(true, '<p>See <img src="data:image/png;base64,iVBORw0="></p>');
      // The page takes a listed one away when its cross is pressed.
      for (const cross of document.querySelectorAll('li[id^="rcmfile"] a.delete'))
        cross.addEventListener('click', () => cross.closest('li')!.remove());
      const other = withFile ? new File(['x'], 'x.csv') : undefined;
      const changes = new Map(choose(draft.attachments.map(({ id }) => id)).map((id) => [id, other]));
      const [compose] = roundcube.composes(document);
      const signal = AbortSignal.timeout(500);
      const isDone = await compose!.replaceFiles!({ changes, give: () => undefined, signal });
      return { isDone, left: named(compose!.read()), body: compose!.read().body };
    };

    it('takes listed ones and pictures in the text', async () => {
      expect(await takeOut()).toEqual({ isDone: true, left: [], body: '<p>See </p>' });
    });

    it('takes a picture alone', async () => {
      expect(await takeOut(false, (all) => all.slice(-1))).toMatchObject({ isDone: true, left: listed });
    });

    it('leaves a picture that is not among them', async () => {
      expect(await takeOut(false, (all) => all.slice(0, -1))).toMatchObject({ isDone: true, left: ['image'] });
    });

    it('does not say that another file took the place of a picture', async () => {
      const { isDone, left } = await takeOut(true, (all) => all.slice(-1));
      expect([isDone, left]).toEqual([false, [...listed, 'image']]);
    });

    it('does not say that what is not there was taken out', async () => {
      expect(await takeOut(false, () => ['another'])).toMatchObject({ isDone: false });
    });
  });

  it('is read from the field while the editor is not ready', () => {
    expect(withEditor(false)).toMatchObject({ isHtml: true, body: 'Dear Kim, here it is.' });
  });
});

describe('the editor for Markdown, which gives the field its lines a second later', () => {
  afterEach(() => void vi.useRealTimers());

  const draw = (...lines: string[]) => {
    const form = loadPage('roundcube-elastic.html').querySelector('form[name="form"]')!;
    const drawn = lines.map((line) => `<div class="cm-line">${line}</div>`).join('');
    form.insertAdjacentHTML('beforeend', `<div class="cm-editor"><div class="cm-content">${drawn}</div></div>`);
    return roundcube.composes(document)[0]!;
  };
  /** Whether Send waits, that many milliseconds after it was pressed. */
  const waitsAt = async (milliseconds: number[], ...lines: string[]) => {
    vi.useFakeTimers();
    const isReady = vi.fn();
    const ready = draw(...lines).ready!(new AbortController().signal).then(isReady);
    let past = 0;
    const waits = [];
    for (const at of milliseconds) {
      await vi.advanceTimersByTimeAsync(at - past);
      past = at;
      waits.push(isReady.mock.calls.length === 0);
    }
    document.querySelector<HTMLTextAreaElement>('[name="_message"]')!.value = lines.join('\n');
    await vi.advanceTimersByTimeAsync(1_200);
    await ready;
    return waits;
  };

  it.each<[string, number[], boolean[], string[]]>([
    [
      'a second where the field has what is drawn: the press may be the last change',
      [1_000, 1_300],
      [true, false],
      ['Dear Kim,', ''],
    ],
    [
      'that too where a sign is drawn in place of one that shows nothing',
      [1_000, 1_300],
      [true, false],
      ['Dear•Kim, here'],
    ],
    ['until the field has what is drawn', [1_300, 3_000], [true, true], ['Dear Kim,', 'Ann Smith, 1 Elm Street']],
    ['for nothing where nobody writes in it', [60], [false], []],
  ])('makes Send wait %s', async (_, at, expected, lines) => {
    expect(await waitsAt(at, ...lines)).toEqual(expected);
  });

  it('takes no other text: it would put its own in its place', () => {
    expect(draw('Dear Kim').replaceText).toBeUndefined();
    expect(draw().replaceText).toBeDefined();
  });
});

describe('attachments', () => {
  afterEach(() => vi.unstubAllGlobals());

  const loadFirst = (bytes: number, answer: Partial<Response> = {}) => {
    const body = new Blob([new Uint8Array(bytes)]);
    const fetched = vi.fn(async (_address: string, _options: RequestInit) => ({
      ok: true,
      url: '',
      blob: async () => body,
      ...answer,
    }));
    vi.stubGlobal('fetch', fetched);
    const [first] = roundcube.composes(loadPage('roundcube-elastic.html'))[0]!.read().attachments;
    return { loading: first!.load!(new AbortController().signal), fetched };
  };

  it('are loaded through the compose session of the page', async () => {
    const { loading, fetched } = loadFirst(21);
    expect((await loading).size).toBe(21);
    const url = new URL(fetched.mock.calls[0]![0]);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      _task: 'mail',
      _action: 'display-attachment',
      _file: 'rcmfile11795293940072454300',
      _id: 'C0FFEE',
    });
  });

  it.each([
    ['an answer that is not as long as the list says', 20, {}],
    ['an empty answer', 0, {}],
    ['a refusal', 21, { ok: false, status: 403 }],
    ['an answer of another origin', 21, { url: 'https://elsewhere.test/login' }],
  ])('are not taken for read with %s', async (_, bytes, answer) => {
    await expect(loadFirst(bytes, answer).loading).rejects.toThrow();
  });
});

describe('what became of a message', () => {
  const resume = (react: () => void) => {
    const document = loadPage('roundcube-elastic.html');
    const send = document.querySelector<HTMLElement>('button.send')!;
    send.removeAttribute('onclick');
    send.addEventListener('click', react);
    return roundcube.composes(document)[0]!.resume('click', send);
  };
  const message = (kind: string, text = 'text') => {
    document.querySelector('#messagestack')!.innerHTML = `<div class="${kind} content">${text}</div>`;
  };
  const submit = () => document.querySelector('form[name="form"]')!.setAttribute('action', '/?_unlock=1');

  it('is sent when the form went and a confirmation came', async () => {
    const outcome = resume(() => {
      submit();
      setTimeout(() => message('confirmation'));
    });
    expect(await outcome).toBe('sent');
  });

  it.each([
    ['error', 'SMTP Error (550)', 'not-sent'],
    ['warning', 'Erreur de serveur : no disk', 'not-sent'],
    ['error', 'n’a pu atteindre "le serveur"', 'unknown'],
    ['error', 'Délai expiré', 'unknown'],
    ['error', 'Erreur de serveur (Bad Gateway)', 'unknown'],
  ])('when the page shows as %s: %s, is %s', async (kind, text, expected) => {
    const outcome = resume(() => {
      submit();
      document.body.append(ownWords());
      setTimeout(() => message(kind, text));
    });
    expect(await outcome).toBe(expected);
  });

  it('is not sent when an error is shown before the form went', async () => {
    expect(await resume(() => setTimeout(() => message('error')))).toBe('not-sent');
  });

  it('is not sent when Roundcube asks something first', async () => {
    const outcome = resume(() => document.body.insertAdjacentHTML('beforeend', '<div class="ui-dialog"></div>'));
    expect(await outcome).toBe('not-sent');
  });

  it('is not taken for sent by the confirmation of something else', async () => {
    vi.useFakeTimers();
    const outcome = resume(() => message('confirmation'));
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    expect(await outcome).toBe('not-sent');
  });

  it('is sent when the page goes after the form went', async () => {
    const outcome = resume(submit);
    window.dispatchEvent(new Event('pagehide'));
    expect(await outcome).toBe('sent');
  });
});

it.each<[string, Record<string, string>, boolean]>([
  ['sending', {}, true],
  ['saving a draft', { _draft: '1' }, false],
  ['moving to a window of its own', { _action: 'compose' }, false],
])('tells %s from other uses of the message form', (_, fields, sends) => {
  const form = loadPage('roundcube-elastic.html').querySelector<HTMLFormElement>('form[name="form"]')!;
  for (const [name, value] of Object.entries(fields))
    form.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value = value;
  expect(roundcube.isSendForm(form)).toBe(sends);
  expect(roundcube.isSendForm(document.querySelector<HTMLFormElement>('#uploadformFrm')!)).toBe(false);
});

it('starts anew what a script of the page started, through the Send of the page', async () => {
  const document = loadPage('roundcube-elastic.html');
  const pressed = vi.fn(() => onSent(document));
  document.querySelector('button.send')!.addEventListener('click', pressed);
  const [compose] = roundcube.composes(document);
  const form = document.querySelector('form[name="form"]')!;
  expect(await compose!.resume('script', form)).toBe('sent');
  expect(pressed).toHaveBeenCalledOnce();
});

it('waits while Roundcube is busy, for it ignores commands then', async () => {
  const document = loadPage('roundcube-elastic.html');
  document.querySelector('#messagestack')!.innerHTML = '<div class="loading content">Saving</div>';
  const isReady = vi.fn();
  const ready = roundcube.composes(document)[0]!.ready!(new AbortController().signal).then(isReady);
  await new Promise((resume) => setTimeout(resume, 120));
  expect(isReady).not.toHaveBeenCalled();
  document.querySelector('#messagestack')!.innerHTML = '';
  await ready;
});
