// Compose forms of kinds seen in the wild, none of any product: what a field is called, where its label stands, how recipients are
// kept, what is written in, what sends.
import { afterEach, describe, expect, it } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';

const body = '<div contenteditable="true" id="body">Hello</div>';
const send = '<button id="send">Send</button>';
const subject = '<input placeholder="Subject" value="List">';

function page(html: string, lang = 'en'): void {
  document.documentElement.lang = lang;
  document.body.innerHTML = `<section>${html}</section>`;
}

afterEach(() => {
  document.body.innerHTML = '';
});

/** What stands in the only compose window. */
function draft() {
  const composes = generic.composes(document);
  expect(composes).toHaveLength(1);
  return composes[0]!.read();
}

describe('a recipient field is told by', () => {
  it.each([
    ['its name', '<input name="mailTo" value="kim@client.test">'],
    ['a test id', '<input data-testid="compose-to-input" value="kim@client.test">'],
    ['a binding', '<input ng-model="editor.message.to" value="kim@client.test">'],
    ['a placeholder with more than a word', '<input placeholder="Add recipients…" value="kim@client.test">'],
    ['a label before a colon', '<input placeholder="To: name@firm" value="kim@client.test">'],
    ['a label in an own cell', '<table><tr><td>To</td><td><input value="kim@client.test"></td></tr></table>'],
    ['a text beside it', '<div><span>To</span><div><input value="kim@client.test"></div></div>'],
    ['a text before its row', '<dl><dt>An</dt><dd><input value="kim@client.test"></dd></dl>'],
    ['the name of what is around it', '<div id="compose_to"><div><input value="kim@client.test"></div></div>'],
    ['the role around it', '<div role="group" aria-label="To"><input value="kim@client.test"></div>'],
    ['a class of two words', '<div class="to-field"><input value="kim@client.test"></div>'],
    ['an editable element', '<div role="combobox" contenteditable="true" aria-label="To">kim@client.test</div>'],
    [
      'a text beside the role around it',
      '<div><b>To</b><div role="combobox"><input value="kim@client.test"></div></div>',
    ],
    [
      'an editor in a role that is named',
      '<div role="combobox" aria-label="To"><div contenteditable="true">kim@client.test</div></div>',
    ],
    [
      'a text beside it, with fields for password managers',
      '<div><b>To</b><div><input aria-hidden="true"><input value="kim@client.test"></div></div>',
    ],
    ['a letter beside it that only some have', '<div><b>À</b><input value="kim@client.test"></div>'],
    ['a letter with a colon', '<div><b>A:</b><input value="kim@client.test"></div>'],
    ['a word for recipients beside it', '<div><b>Recipients</b><input value="kim@client.test"></div>'],
    ['the second of its labels', '<input aria-label="List of tokens" placeholder="To" value="kim@client.test">'],
  ])('%s', (_, field) => {
    page(`${field}${subject}${body}${send}`);
    expect(draft()).toMatchObject({ to: ['kim@client.test'], subject: 'List' });
  });

  it.each([
    ['a cell', '<table><tr><td>To</td><td>$</td></tr></table>'],
    ['a cell deeper', '<div><label>To:</label><div><div>$</div></div></div>'],
    ['a row under its heading', '<p>To</p><p>$</p>'],
  ])('a text before %s, one field an address', (_, place) => {
    const fields = ['kim', 'bo', 'al'].map(
      (name) =>
        `<span><span data-value="${name}@client.test"><input value="${name}@client.test"></span><button>-</button></span>`,
    );
    page(`${place.replace('$', fields.join(''))}${subject}${body}${send}`);
    const [kim, bo, al] = ['kim@client.test', 'bo@client.test', 'al@client.test'] as const;
    expect(draft().to).toEqual([kim, bo, al]);
    generic.composes(document)[0]!.setRecipients({ to: [al, bo, 'new@client.test'], cc: [], bcc: [] });
    const values = [...document.querySelectorAll('input')].map(({ value }) => value);
    expect(values.slice(0, 3)).toEqual(['new@client.test', bo, al]);
  });

  it('a tick, which is taken away with who is', () => {
    const ticked = ['kim', 'bo'].map(
      (name) => `<li><input type="checkbox" name="notify_to[]" value="${name}@client.test" checked> ${name}</li>`,
    );
    page(`<ul>${ticked.join('')}</ul><div>Cc <input name="cc"></div>${subject}${body}${send}`);
    expect(draft().to).toEqual(['kim@client.test', 'bo@client.test']);
    generic.composes(document)[0]!.setRecipients({ to: ['bo@client.test'], cc: [], bcc: [] });
    expect([...document.querySelectorAll<HTMLInputElement>('li input')].map(({ checked }) => checked)).toEqual([
      false,
      true,
    ]);
    expect(draft().to).toEqual(['bo@client.test']);
  });

  it('nothing, where a reply says it in words and asks for a blind copy', () => {
    page(`<p>To: Kim Brown</p><div>Bcc <input name="bcc" value="al@client.test"></div>${body}${send}`);
    expect(draft()).toMatchObject({ to: [], bcc: ['al@client.test'] });
  });

  it('but no text that is of a field before it', () => {
    page(
      `<div><div>To <input value="kim@client.test"></div><div><input value="x"></div><div><input></div></div>${subject}${body}${send}`,
    );
    expect(draft().to).toEqual(['kim@client.test']);
  });

  it.each([
    ['de', 'Empfänger', 'Betreff', 'Senden'],
    ['fr', 'À', 'Objet', 'Envoyer'],
    ['es', 'Para', 'Asunto', 'Enviar'],
    ['pl', 'Do', 'Temat', 'Wyślij'],
    ['cs', 'Komu', 'Předmět', 'Odeslat'],
    ['el', 'Προς', 'Θέμα', 'Αποστολή'],
    ['ru', 'Кому', 'Тема', 'Отправить'],
    ['tr', 'Kime', 'Konu', 'Gönder'],
    ['ar', 'إلى', 'الموضوع', 'إرسال'],
    ['he', 'אל', 'נושא', 'שלח'],
    ['hi', 'प्रति', 'विषय', 'भेजें'],
    ['th', 'ถึง', 'หัวข้อ', 'ส่ง'],
    ['vi', 'Đến', 'Chủ đề', 'Gửi'],
    ['zh', '收件人', '主题', '发送邮件'],
    ['ja', '宛先', '件名', '送信する'],
    ['ko', '받는 사람', '제목', '메일 보내기'],
    ['et', 'Adressaat', 'Teema', 'Saada'],
    ['lv', 'Saņēmējs', 'Tēma', 'Sūtīt'],
    ['hr', 'Za', 'Naslov', 'Poslati'],
    ['id', 'Kepada', 'Subyek', 'Kirim'],
    ['el, with an accent', 'Πρός', 'Τίτλος', 'Αποστολή'],
    ['he, by a letter', 'ל', 'נושא', 'שלח'],
    ['zh, in more than a word', '收件人地址输入框', '请输入邮件主题', '发送'],
  ])('its label in %s', (lang, to, about, sends) => {
    const row = (label: string, value: string) =>
      `<div><label>${label}</label> <input aria-label="${label}" value="${value}"></div>`;
    page(`${row(to, 'kim@client.test')}${row(about, 'x')}${body}<button id="go">${sends}</button>`, lang);
    expect(draft()).toMatchObject({ to: ['kim@client.test'], subject: 'x' });
    expect(generic.commitOf(document.getElementById('go')!)?.id).toBe('go');
  });
});

describe.each(['true', 'TRUE', 'True', 'plaintext-only', 'PlainText-Only', ''])('contenteditable="%s"', (value) => {
  it('is written in', () => {
    const to = `<div role="combobox" contenteditable="${value}" aria-label="To">kim@client.test</div>`;
    page(`${to}${subject}<div contenteditable="${value}">957 clients</div>${send}`);
    expect(draft()).toMatchObject({ to: ['kim@client.test'], body: '957 clients' });
  });
});

it.each(['false', 'FALSE', 'inherit', 'undefined'])('contenteditable="%s" is not written in', (value) => {
  page(`<input name="to" value="kim@client.test">${subject}<div contenteditable="${value}">957 clients</div>${send}`);
  expect(generic.composes(document)).toEqual([]);
});

describe('recipients are read from', () => {
  const row = (label: string, inside: string) =>
    `<div class="row"><span>${label}</span><div>${inside}<input></div></div>`;

  it.each([
    ['the text of chips', '<span class="chip">kim@client.test <button>×</button></span>', ['kim@client.test']],
    ['a title', '<li title="&quot;Brown, Kim&quot; <kim@client.test>">Brown</li>', ['"Brown, Kim" <kim@client.test>']],
    ['a data attribute', '<div class="pill" data-email="kim@client.test">Kim</div>', ['kim@client.test']],
    [
      'a label that says more',
      '<span role="option" aria-label="kim@client.test. Press delete to remove">Kim</span>',
      ['kim@client.test'],
    ],
    [
      'a hidden field',
      '<span class="tag">Kim<input type="hidden" value="Kim <kim@client.test>"></span>',
      ['Kim <kim@client.test>'],
    ],
    [
      'a chip in a chip',
      '<ul><li class="token"><span class="token-label">kim@client.test</span><a class="token-close">x</a></li></ul>',
      ['kim@client.test'],
    ],
    ['several chips', '<b>a@one.test</b><b>b@two.test</b>', ['a@one.test', 'b@two.test']],
    ['a name with no address', '<span role="listitem">All customers<button>×</button></span>', ['All customers']],
    ['a name beside a cross', '<div><em>All customers</em><svg class="remove"></svg></div>', ['All customers']],
  ])('%s', (_, chips, entries) => {
    page(`${row('To', chips)}${row('Cc', '')}${subject}${body}${send}`);
    expect(draft()).toMatchObject({ to: entries, cc: [] });
  });

  it('no more than the caret stands by', () => {
    page(`<div role="combobox" contenteditable="true" aria-label="To">\u200b</div>${subject}${body}${send}`);
    expect(draft().to).toEqual([]);
  });

  it('options that send an address under a name', () => {
    page(
      `<select name="to" multiple><option value="kim@client.test" selected>Kim</option></select>${subject}${body}${send}`,
    );
    expect(draft().to).toEqual(['kim@client.test']);
  });

  it('a row whose label says more than a word', () => {
    page(
      `<table><tr><td>À</td><td><input value="a@one.test"></td></tr><tr><td>Copie cachée à</td><td><input value="b@two.test"></td></tr></table>${subject}${body}${send}`,
    );
    expect(draft()).toMatchObject({ to: ['a@one.test'], bcc: ['b@two.test'] });
  });

  it('what is still being typed', () => {
    page(
      `${row('To', '<span class="chip">kim@client.test</span>').replace('<input>', '<input value="bob@x">')}${subject}${body}${send}`,
    );
    expect(draft().to).toEqual(['kim@client.test', 'bob@x']);
  });

  it('rows of their own, hidden ones too', () => {
    page(
      `${row('To', '<i>a@one.test</i>')}<div style="display:none">${row('Bcc', '<i>b@two.test</i>')}</div>${subject}${body}${send}`,
    );
    expect(draft()).toMatchObject({ to: ['a@one.test'], bcc: ['b@two.test'] });
  });

  it('no answer address, and no offer of whom to choose', () => {
    page(
      `<input name="reply_to" value="me@corp.test"><input name="headerreply-to" value="me@corp.test">${row('To', '<i>a@one.test</i><ul class="suggestions"><li>b@two.test</li></ul>')}${subject}${body}${send}`,
    );
    expect(draft().to).toEqual(['a@one.test']);
  });

  it('and taken out by the cross beside them', () => {
    page(
      `${row('To', '<span class="chip">a@one.test<button aria-label="Remove">×</button></span><span class="chip">b@two.test<button aria-label="Remove">×</button></span>')}${subject}${body}${send}`,
    );
    for (const button of document.querySelectorAll('.chip button'))
      button.addEventListener('click', () => button.parentElement!.remove());
    generic.composes(document)[0]!.setRecipients({ to: ['b@two.test'], cc: [], bcc: [] });
    expect(draft().to).toEqual(['b@two.test']);
  });
});

describe('a control that sends is told by', () => {
  const to = '<input name="to" value="kim@client.test">';
  it.each([
    ['a word in a bare element', '<div id="send" style="cursor: pointer">Send</div>'],
    ['its look', '<span id="send" class="btn btn-primary">Senden</span>'],
    ['a label on a picture', '<a id="send"><svg aria-label="Send message"></svg></a>'],
    ['the name of a picture', '<button id="send"><i class="fa fa-paper-plane"></i></button>'],
    ['the file of a picture', '<button id="send"><img src="/img/ic_send.svg?3" alt=""></button>'],
    ['what it calls', '<div id="send" onclick="mail.doSend()"><img src="x.png"></div>'],
    ['its name, with a text in no language known here', '<button id="send" class="js-send-mail">Haxe</button>'],
    ['a tooltip', '<div id="send" role="button" data-tooltip="Send ‪(Ctrl-Enter)‬"></div>'],
    [
      'a menu item for later',
      '<button aria-haspopup="true">▾</button><div role="menu"><div role="menuitem" id="send">Schedule send</div></div>',
    ],
    ['send and archive', '<button id="send">Send and archive</button>'],
    ['a component that is its own button', '<mail-action id="send"><span class="symbols">send</span></mail-action>'],
  ])('%s', (_, control) => {
    page(`${to}${subject}${body}${control}${control.includes('aria-haspopup') ? send.replace('id="send"', '') : ''}`);
    expect(generic.commitOf(document.getElementById('send')!)?.id).toBe('send');
  });

  it('its text, where a tooltip names a key alone', () => {
    page(`${to}${subject}${body}<button title="Ctrl+Enter">Senden</button>`);
    expect(generic.commitOf(document.querySelector('button')!)?.localName).toBe('button');
  });

  it('a menu that is drawn at the end of the page', () => {
    page(`${to}${subject}${body}${send}`);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="menu"><button id="later" role="menuitem">Send later…</button></div>',
    );
    expect(generic.commitOf(document.getElementById('later')!)?.id).toBe('later');
  });

  it.each([
    ['saves a draft', '<button id="other">Save draft</button>'],
    ['attaches', '<button id="other">Attach and upload</button>'],
    ['opens more', '<button id="other" aria-haspopup="menu" aria-label="More send options">▾</button>'],
    ['asks for a receipt', '<button id="other">Send read receipt</button>'],
    ['asks to send as somebody else', '<button id="other">Send as</button>'],
    ['takes it back', '<button id="other">Undo send</button>'],
    ['is a heading', '<h2 id="other">Send</h2>'],
    [
      'stands beside it in a bar',
      '<span><span tabindex="0"><i class="send"></i>Send</span><span tabindex="0" id="other">Save</span></span>',
    ],
    ['says by its text that it saves', '<button id="other" class="send" title="Ctrl+S">Save</button>'],
    ['is a folder', '<li id="other">Sent</li>'],
    ['says something else', '<button id="other" class="toolbar-button">Bold</button>'],
    ['opens a chat elsewhere', '<p id="other">We will send you a mail</p>'],
  ])('but not one that %s', (_, control) => {
    page(`${to}${subject}${body}${send}${control}`);
    expect(generic.commitOf(document.getElementById('other')!)).toBeUndefined();
  });

  it('but not a link in what is written', () => {
    page(`${to}${subject}<div contenteditable="true"><a id="other" href="/x">Send</a></div>${send}`);
    expect(generic.commitOf(document.getElementById('other')!)).toBeUndefined();
  });
});

describe('who is signed in', () => {
  const form = `<input name="to">${subject}${body}${send}`;
  it.each([
    ['the one address in the head', `<header>alice@corp.test</header>${form}`, 'alice@corp.test'],
    ['nobody where the head shows two', `<header>alice@corp.test bob@rival.test</header>${form}`, undefined],
    ['nobody by the head of a message', `<article><header>kim@rival.test</header></article>${form}`, undefined],
    [
      'nobody by a folder',
      `<nav><header><ul><li role="listitem" class="account">kim@rival.test</li></ul></header></nav>${form}`,
      undefined,
    ],
    [
      'the address of the sender chosen, without the name',
      `<header>alice@corp.test</header><section>${form}<select name="from"><option>Alice &lt;alice@corp.test&gt;</option></select></section>`,
      'alice@corp.test',
    ],
    [
      'nobody where the sender chosen is of another domain',
      `<header>alice@corp.test</header><section>${form}<select name="from"><option>me@rival.test</option></select></section>`,
      undefined,
    ],
  ])('%s', (_, html, account) => {
    page('');
    document.body.innerHTML = html.includes('<section>') ? html : html.replace(form, `<section>${form}</section>`);
    document.title = 'kim@rival.test';
    expect(draft().account).toBe(account);
  });
});

describe('a form in shadow trees', () => {
  const inside = `<div class="row"><span>To</span><div><b>kim@client.test</b><input></div></div>${subject}${body}<div id="send" class="btn">Send</div>`;

  it('is found in one', () => {
    page('<x-mail></x-mail>');
    const root = document.querySelector('x-mail')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<div>${inside}</div>`;
    expect(draft()).toMatchObject({ to: ['kim@client.test'], subject: 'List' });
    expect(generic.commitOf(root.querySelector('#send')!)?.id).toBe('send');
  });

  it.each([
    ['in the tree of the field', '', '<label>Alıcı</label><div><input value="kim@client.test"></div>'],
    ['on its component', 'label="宛先"', '<input value="kim@client.test">'],
  ])('is told by labels %s', (_, attributes, html) => {
    page(`<x-field ${attributes}></x-field>${subject}${body}${send}`);
    document.querySelector('x-field')!.attachShadow({ mode: 'open' }).innerHTML = html;
    expect(draft()).toMatchObject({ to: ['kim@client.test'], subject: 'List' });
  });

  it('is found spread over several', () => {
    page('<x-to></x-to><x-text></x-text><x-bar></x-bar>');
    const put = (name: string, html: string) => {
      const root = document.querySelector(name)!.attachShadow({ mode: 'open' });
      root.innerHTML = html;
      return root;
    };
    put('x-to', `<input aria-label="To" value="kim@client.test">${subject}`);
    put('x-text', body);
    const bar = put('x-bar', '<button><svg class="icon-send"></svg></button>');
    expect(draft()).toMatchObject({ to: ['kim@client.test'], isHtml: true });
    expect(generic.commitOf(bar.querySelector('svg')!)?.localName).toBe('button');
  });
});

describe('a button in a component', () => {
  it.each([
    ['its text is outside', '<x-button>Gönder</x-button>', '<button><slot></slot></button>'],
    ['its label is outside', '<x-button label="x" aria-label="送信"></x-button>', '<button><svg></svg></button>'],
    ['its picture is named outside', '<x-button icon="paper-plane"></x-button>', '<button><svg></svg></button>'],
  ])('is told by it where %s', (_, component, inside) => {
    page(`<input name="to" value="kim@client.test">${subject}${body}${component}<x-button>Cancel</x-button>`);
    const [sends, cancels] = [...document.querySelectorAll('x-button')].map((host) => {
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = inside;
      return root.querySelector('button')!;
    });
    expect(generic.commitOf(sends!)).toBe(sends);
    expect(generic.commitOf(cancels!)).toBeUndefined();
  });
});

describe('a message without a control that says it sends', () => {
  const silent = '<div role="button" tabindex="0"><svg></svg></div>';

  it('is one by its subject, its recipients and its text, and that it has none is said', () => {
    page(`<input name="to" value="kim@client.test">${subject}${body}${silent}`);
    expect(draft()).toMatchObject({ to: ['kim@client.test'], subject: 'List', body: 'Hello' });
    expect(generic.composes(document)[0]!.missing).toEqual(['send']);
    expect(generic.commitOf(document.querySelector('svg')!)).toBeUndefined();
  });

  it('says nothing where there is one', () => {
    page(`<input type="email" name="to">${subject}${body}${send}`);
    expect(generic.composes(document)[0]!.missing).toEqual([]);
  });

  it('is one without a subject where it has several kinds of recipients', () => {
    page(`<input name="to" value="kim@client.test"><input name="cc">${body}${silent}`);
    expect(draft()).toMatchObject({ to: ['kim@client.test'], body: 'Hello' });
  });

  it.each([
    ['whom it is for', `${subject}${body}`],
    ['a subject', `<input type="email" name="to">${body}`],
    ['a text', `<input type="email" name="to">${subject}`],
  ])('is none without %s', (_, form) => {
    page(`${form}${silent}`);
    expect(generic.composes(document)).toEqual([]);
  });
});

it('sends by the key that was pressed', async () => {
  page(`<input name="to" value="kim@client.test">${subject}${body}${send}`);
  const pressed = new Promise<KeyboardEvent>((heard) => document.addEventListener('keydown', heard, { once: true }));
  const held = { key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true, bubbles: true };
  void generic
    .composes(document)[0]!
    .resume('key', document.getElementById('body')!, new KeyboardEvent('keydown', held));
  expect(await pressed).toMatchObject(held);
});

it('reads fields that the page has put in the place of others', () => {
  const form = (address: string) => `<input name="to" value="${address}">${subject}${body}${send}`;
  page(form('one@client.test'));
  const [compose] = generic.composes(document);
  document.querySelector('section')!.innerHTML = form('two@client.test');
  expect(compose!.read().to).toEqual(['two@client.test']);
});
