// What a running Nextcloud Mail 5.6.21 shows and its structure page does not: whom it suggests stands in the select, below what was chosen.
import { expect, it } from 'vitest';
import { described } from '@/webmails/described.ts';
import { nextcloud } from '@/webmails/products/nextcloud.ts';

it.each([
  ['nobody is chosen', '', ['k']],
  [
    'somebody is',
    '<div title="lee@client.test" class="vs__selected"><span>Lee</span></div>',
    ['"Lee" <lee@client.test>', 'k'],
  ],
])('whom it suggests while an address is typed is no recipient, where %s', (_, chosen, to) => {
  document.body.innerHTML = `<div class="message-composer"><div id="from"><span class="vs__selected">Alice &lt;alice@corp.test></span></div>
    <div id="to" class="v-select"><div class="vs__dropdown-toggle"><div class="vs__selected-options">${chosen}<input type="search" role="combobox" aria-controls="list" class="vs__search"></div></div>
    <ul id="list" role="listbox"><li role="option"><span>Kim</span><span>kim@home.test</span></li></ul></div>
    <input id="subject" name="subject"><div class="message-body"><div role="textbox" contenteditable="true"><p>Hello</p></div></div>
    <div class="composer-actions"><button type="submit">Send</button></div></div>`;
  document.querySelector<HTMLInputElement>('.vs__search')!.value = 'k';
  const [compose] = described(nextcloud).composes(document);
  expect(compose!.read().to).toEqual(to);
  expect(compose!.missing).toEqual([]);
});
