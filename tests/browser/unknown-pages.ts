// Webmails nobody has seen, one of each kind: how it is drawn, where its text is, how it sends. Each posts its message to /send, its files
// to /file, and tells its hands in `person`.
const page = (body: string, script: string) =>
  `<!doctype html><meta charset="utf-8"><title>Mail</title><header>keziah.brandt@brightwater.example</header>${body}<script>${script}</script>`;

/**
 * Drawn by script, in Japanese, chips of names alone; its files go by themselves, and are named or, once they are there, counted; its Send is
 * a picture.
 */
const drawn = (send: string, isCounted = false) =>
  page(
    '<div id="app"></div>',
    `
const mail = { to: [], subject: '', files: [] };
const app = document.querySelector('#app');
app.innerHTML = '<div class="a1"><div class="a2"><div class="a3">宛先</div><ul class="a4"></ul><input class="a5"></div><div class="a2"><div class="a3">件名</div><input class="a6"></div><div class="ProseMirror" contenteditable="true"><p><br></p></div><ul class="a7"></ul><div class="a8"><label><input type="file" hidden></label><div role="button" tabindex="0" class="a9" ${send}><svg width="20" height="20"><path d="M0 0L20 10L0 20z"></path></svg></div><div role="button" tabindex="0" class="a0" aria-label="破棄"><svg width="20" height="20"></svg></div></div></div>';
const find = (selector) => app.querySelector(selector);
const post = (path, body) => fetch(path, { method: 'POST', body });
function draw() {
  find('.a4').innerHTML = mail.to.map((to) => '<li><span>' + to.split('@')[0] + '</span><b data-mail="' + to + '">×</b></li>').join('');
  find('.a7').innerHTML = ${isCounted ? `mail.files.length + ' 件'` : `mail.files.map((name) => '<li><span>' + name + '</span></li>').join('')`};
}
app.addEventListener('keydown', ({ target, key }) => {
  if (key !== 'Enter' || !target.matches('.a5')) return;
  mail.to.push(target.value);
  target.value = '';
  draw();
});
app.addEventListener('input', ({ target }) => {
  if (target.matches('.a6')) mail.subject = target.value;
});
app.addEventListener('change', async ({ target }) => {
  if (target.type !== 'file') return;
  const [file] = target.files;
  post('/file', file);
  ${isCounted ? 'await new Promise((there) => setTimeout(there, 1500));' : ''}
  mail.files.push(file.name);
  target.value = '';
  draw();
});
app.addEventListener('click', async ({ target }) => {
  const chip = target.closest('[data-mail]');
  if (chip) mail.to = mail.to.filter((to) => to !== chip.dataset.mail);
  draw();
  if (!target.closest('.a9')) return;
  const blocks = [...find('.ProseMirror').children].map(({ innerText }) => ({ type: 'paragraph', text: innerText }));
  await post('/send', JSON.stringify({ query: 'mutation', variables: { ...mail, blocks } }));
  app.textContent = '';
});
globalThis.person = {
  to(address) {
    find('.a5').value = address;
    find('.a5').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  },
  text(text) {
    find('.ProseMirror').replaceChildren(...text.split('\\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  },
  send: () => find('.a9'),
};`,
  );

const components = page(
  '<mail-app></mail-app>',
  `
const define = (name, draw) => customElements.define(name, class extends HTMLElement {
  connectedCallback() {
    this.tree = this.attachShadow({ mode: 'closed' });
    draw(this.tree, this);
  }
});
define('x-field', (tree, host) => { tree.innerHTML = '<label>' + host.getAttribute('caption') + '</label><div><input></div>'; });
define('x-editor', (tree) => { tree.innerHTML = '<div contenteditable="true" style="min-height:50px"></div>'; });
define('x-button', (tree) => { tree.innerHTML = '<button type="button"><slot></slot></button>'; });
define('mail-app', (tree, host) => {
  tree.innerHTML = '<main><x-field caption="Alıcı"></x-field><x-field caption="Konu"></x-field><x-editor></x-editor><x-button>Gönder</x-button><x-button>İptal</x-button></main>';
  const [to, subject] = [...tree.querySelectorAll('x-field')].map((field) => field.tree.querySelector('input'));
  const text = tree.querySelector('x-editor').tree.firstChild;
  const button = tree.querySelector('x-button');
  button.addEventListener('click', async () => {
    await fetch('/send', { method: 'POST', body: new URLSearchParams({ a: to.value, b: subject.value, c: text.innerText }) });
    host.remove();
  });
  globalThis.person = { to: (address) => { to.value = address; }, text: (all) => { text.innerText = all; }, send: () => button };
});`,
);

/** As CodeMirror 5: the lines that show are drawn, and a small field takes what is typed. */
const ownEditor = page(
  '<div class="box"><label>To <input class="to"></label><label>Subject <input></label><div style="height:200px;overflow:auto"><textarea style="position:absolute;width:3px;height:3px"></textarea><div class="lines"></div></div><button type="button">Send</button></div>',
  `
let text = '';
const box = document.querySelector('.box');
box.querySelector('button').addEventListener('click', async () => {
  await fetch('/send', { method: 'POST', body: JSON.stringify({ to: box.querySelector('.to').value, markdown: text }) });
  box.remove();
});
globalThis.person = {
  to: (address) => { box.querySelector('.to').value = address; },
  text(all) {
    text = all;
    box.querySelector('.lines').innerText = all.split('\\n').slice(0, 5).join('\\n');
  },
  send: () => box.querySelector('button'),
};`,
);

/** As it was made when frames were new: cells for buttons, a document to write in, a hidden form that goes by script. */
const old = page(
  '<table><tr><td>Do:<td><input id="f1"><tr><td>Temat:<td><input id="f2"></table><table><tr><td id="go" style="cursor:pointer">Wyślij<td style="cursor:pointer">Zapisz szkic</table><iframe></iframe><form method="post" action="/send"><input type="hidden" name="a"><input type="hidden" name="b"></form>',
  `
const inner = document.querySelector('iframe').contentDocument;
inner.open();
inner.write('<body></body>');
inner.close();
inner.designMode = 'on';
const [form] = document.forms;
document.querySelector('#go').onclick = () => {
  form.a.value = document.querySelector('#f1').value;
  form.b.value = inner.body.innerHTML;
  form.submit();
};
globalThis.person = {
  to: (address) => { document.querySelector('#f1').value = address; },
  text: (all) => { inner.body.innerText = all; },
  send: () => document.querySelector('#go'),
};`,
);

export const unknownPages = {
  'drawn by script, its Send a picture with a label': drawn('aria-label="送信"'),
  'drawn by script, its Send a picture without a name': drawn(''),
  'drawn by script, its files counted': drawn('aria-label="送信"', true),
  'of components in closed trees': components,
  'with an editor that keeps its text to itself': ownEditor,
  'as it was made when frames were new': old,
};
