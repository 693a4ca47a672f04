// How the compose window of products without a description is built, in the least that keeps its structure: what a field is called and where
// its label stands, what recipients are kept in, what is written in, what sends. Beside each product: where that was read. `<template>` stands
// for an open shadow tree of what it is in, `inner` for the document of a frame. What no source says stands there in the plainest form.

export interface Product {
  html: string;
  to: string[];
  cc?: string[];
  bcc?: string[];
  subject: string;
  /** Who is signed in, where the window shows a sender that cannot be typed. */
  account?: string;
  /** Names of files that are in the draft, as the page lists them. */
  files?: string[];
  /** Held when pressed. Where nothing says that it sends, the request that carries the message is judged. */
  send?: string;
  /** Must go through. */
  others?: string[];
}

const frame = (attributes: string, body: string) =>
  `<iframe ${attributes} inner="${body.replaceAll('"', '&quot;')}"></iframe>`;
const written = '<body contenteditable="true"><p>Our list</p></body>';

export const products: Record<string, Product> = {
  // github.com/open-xchange/appsuite-frontend, ui/apps/io.ox/mail/compose/extensions.js, 2020: with the address book, its button is the label.
  'Open-Xchange App Suite': {
    html: `<div class="io-ox-mail-compose-window" role="dialog"><div class="mail-compose-fields">
      <div class="sender" data-extension-id="sender"><label class="maillabel">From</label><div class="mail-input"><div class="dropdown" data-dropdown="from"><a href="mailto:alice@corp.test" class="dropdown-toggle"><span class="dropdown-label"><span class="name">Alice </span><span class="address">&lt;alice@corp.test&gt;</span></span></a></div></div></div>
      ${['to', 'cc', 'bcc'].map((name) => `<div data-extension-id="${name}" class="recipient line-focus"><div class="maillabel"><a href="#" role="button" aria-label="Select contacts" title="Select contacts">${name}</a></div><div class="mail-input"><div class="tokenfield ${name}"><div class="token" data-value="${name}@client.test"><span class="token-label">Kim Brown</span><a href="#" class="close">×</a></div><input type="text" class="token-input tt-input" placeholder="${name}" aria-label="${name} autocomplete token field. Use left and right Arrowkeys to navigate between the tokens"></div></div><div class="recipient-actions"><a href="#" role="button" class="open-addressbook-popup" aria-label="Select contacts"><i class="fa fa-address-book"></i></a></div></div>`).join('')}
      <div data-extension-id="subject" class="subject line-focus"><label class="maillabel" for="form-control-label-5">Subject</label><div class="mail-input"><input type="text" class="form-control" id="form-control-label-5" name="subject" placeholder="Subject" value="List"></div></div></div>
      <div class="editor">${frame('class="tox-edit-area__iframe"', written)}</div>
      <div class="window-footer"><button type="button" class="btn btn-primary" data-action="send">Send</button><button type="button" data-action="discard">Discard</button></div></div>`,
    to: ['to@client.test'],
    cc: ['cc@client.test'],
    bcc: ['bcc@client.test'],
    subject: 'List',
    send: '[data-action=send]',
    others: ['[data-action=discard]'],
  },
  // github.com/grommunio/grommunio-web (made from it), client/zarafa/mail/dialogs and common/ui/BoxField.js, 2025. A box shows a name alone.
  'Kopano WebApp, grommunio': {
    html: `<div class="x-panel zarafa-contentpanel"><div class="x-toolbar"><table class="x-btn zarafa-action"><tbody><tr><td class="x-btn-mc"><em class="x-btn-split"><button type="button" class="x-btn-text icon_send_white">Senden</button></em></td></tr></tbody></table><table class="x-btn"><tbody><tr><td><button type="button" class="x-btn-text icon_floppy">&nbsp;</button></td></tr></tbody></table></div>
      <form class="x-panel-body">${['An', 'Cc'].map((name) => `<div class="x-form-composite"><table class="x-btn"><tbody><tr><td><em><button type="button" class="x-btn-text">${name}</button></em></td></tr></tbody></table><div class="x-form-field-wrap x-zarafa-boxfield"><a href="#" tabindex="-1"></a><ul role="listbox" aria-label="${name}"><li class="x-zarafa-boxfield-item x-zarafa-boxfield-recipient-item"><span class="x-zarafa-boxfield-item-icon"></span><span class="x-zarafa-boxfield-item-text">Kim ${name}</span><span class="x-zarafa-boxfield-item-close"></span></li><li class="x-zarafa-boxfield-input-item"><input type="text" class="x-form-text x-zarafa-boxfield-input"></li></ul></div></div>`).join('')}
      <input type="text" name="subject" class="x-form-text zarafa-mailcreatepanel-field-subject" value="Liste">
      <textarea name="html_body" style="display: none"></textarea>${frame('class="tox-edit-area__iframe"', written)}</form></div>`,
    to: ['Kim An'],
    cc: ['Kim Cc'],
    subject: 'Liste',
    send: '.icon_send_white',
    others: ['.icon_floppy'],
  },
  // github.com/tutao/tutanota, src/ui/base/BubbleTextField.ts and src/applications/mail-app/mail/editor/MailEditor.ts, 2026: three fields for
  // password managers stand before each that is filled in.
  Tuta: {
    html: `<div role="dialog"><div class="dialog-header"><div class="flex-third"><button title="Close" data-testid="btn:close_alt">Close</button></div><div id="dialog-title">New email</div><div class="flex-third"><button title="Send" data-testid="btn:send_action" class="limit-width">Send</button></div></div><div class="dialog-container">
      ${['To', 'Cc']
        .map(
          (
            name,
          ) => `<div class="rel"><div class="bubble-text-field"><div class="text-field rel" data-testid="tf:${name.toLowerCase()}_label"><label class="abs" aria-label="${name}">${name}</label><div class="flex flex-column"><div class="flex items-end flex-wrap"><div class="flex overflow-hidden items-end"><div><button title="${name}@client.test" class="text-bubble">Kim Brown &lt;${name}@client.test&gt;</button></div><span class="pr-12">,</span></div>
        <div class="inputWrapper flex-space-between"><div class="flex-grow rel"><input class="abs" aria-hidden="true" tabindex="-1" type="text"><input class="abs" aria-hidden="true" tabindex="-1" type="password"><input class="abs" aria-hidden="true" tabindex="-1" type="text"><input class="input text" type="email" autocomplete="off" aria-label="${name}"></div><div class="flex-end"><button title="Show" aria-pressed="false"></button></div></div></div></div></div></div></div>`,
        )
        .join('')}
      <div class="row"><div class="text-field rel" data-testid="tf:subject_label"><label class="abs" aria-label="Subject">Subject</label><div class="flex flex-column"><div><div class="inputWrapper"><div class="flex-grow rel"><input class="input text" type="text" aria-label="Subject"  value="List"></div></div></div></div></div></div>
      <button title="Attach files" data-testid="btn:attachFiles_action"></button><div id="mail-body-editor" class="selectable"><div role="textbox" aria-multiline="true" contenteditable="true">Our list</div></div></div></div>`,
    to: ['To@client.test'],
    cc: ['Cc@client.test'],
    subject: 'List',
    send: '[data-testid="btn:send_action"]',
    others: ['[data-testid="btn:attachFiles_action"]', '.text-bubble'],
  },
  // github.com/runbox/runbox7, src/app/compose, 2025
  'Runbox 7': {
    html: `<mat-card class="mat-card draft-card"><mat-card-actions class="draft-actions"><div class="draft-title">List</div><div class="draft-buttons"><button mat-icon-button mattooltip="Attach files" id="attachDesktop"><mat-icon svgicon="attachment"><svg></svg></mat-icon></button><button mat-icon-button id="saveDraft"><mat-icon svgicon="content-save" mattooltip="Save draft"><svg></svg></mat-icon></button><button mat-icon-button mattooltip="Send mail" id="sendMail"><mat-icon svgicon="send"><svg></svg></mat-icon></button></div></mat-card-actions>
      <mat-card-subtitle><mat-form-field id="fieldFrom"><mat-select role="combobox" aria-haspopup="true" placeholder="From" formcontrolname="from" aria-label="From"><span class="mat-select-value">Alice &lt;alice@corp.test&gt;</span></mat-select></mat-form-field>
      <div class="fieldRecipient"><mailrecipient-input placeholder="To" id="fieldTo"><mat-form-field><mat-chip-list><div class="mat-chip-list-wrapper"><mat-chip role="option" class="mat-chip">Kim &lt;kim@client.test&gt;<mat-icon svgicon="close" class="mat-chip-remove"><svg></svg></mat-icon></mat-chip><input type="email" placeholder="To" class="mat-chip-input"></div></mat-chip-list></mat-form-field></mailrecipient-input><button mat-button id="buttonCC"> CC </button></div>
      <div class="recipientSuggestionContainer"><span>Recently used</span><div class="recipientSuggestionList"><div class="suggestionItem"><mat-chip role="option">Other &lt;other@client.test&gt;</mat-chip></div></div></div></mat-card-subtitle>
      <mat-card-content><mat-form-field id="fieldSubject"><input matinput placeholder="Subject" name="subject" formcontrolname="subject" value="List"></mat-form-field><input type="file" hidden multiple>
      <section id="attachments">Attachments:&nbsp;<div class="attachment"><a href="/rest/v1/email/1/viewdraft/0/?filename=1&amp;origfilename=clients.csv">clients.csv (24 kB)</a><button mat-icon-button id="deleteAttachment"><mat-icon svgicon="delete"></mat-icon></button></div></section>
      <mat-form-field id="messageTextArea"><textarea placeholder="Message text" formcontrolname="msg_body" rows="20">Our list</textarea></mat-form-field></mat-card-content></mat-card>`,
    to: ['Kim <kim@client.test>'],
    subject: 'List',
    files: ['clients.csv'],
    send: '#sendMail',
    others: ['#saveDraft', '#attachDesktop', '#buttonCC'],
  },
  // github.com/modoboa/modoboa, frontend/src/components/webmail/ComposeEmailForm.vue, 2026; how Vuetify draws a combobox: its VCombobox.tsx.
  Modoboa: {
    html: `<div class="bg-white"><header class="v-toolbar"><button type="button" class="v-btn" id="send"><span class="v-btn__prepend"><i class="mdi-send mdi v-icon"></i></span><span class="v-btn__content">Envoyer</span></button><button type="button" class="v-btn v-btn--icon"><i class="mdi-chevron-down mdi v-icon"></i></button><button type="button" title="Enregistrer comme brouillon" class="v-btn"><i class="mdi-content-save-outline mdi v-icon"></i></button></header>
      <form class="v-form"><div>${[
        ['De', 'alice@corp.test', ''],
        ['À', '', 'kim@client.test'],
        ['Cc', '', 'cc@client.test'],
      ]
        .map(
          ([name, value, chip]) =>
            `<div class="v-row"><div class="v-col"><span>${name}</span></div><div class="v-col"><div class="v-input v-combobox"><div class="v-input__control"><div class="v-field" role="combobox" aria-expanded="false"><div class="v-field__field"><div class="v-field__input">${chip && `<div class="v-combobox__selection"><span class="v-chip"><span class="v-chip__content">${chip}</span></span></div>`}<input type="text" size="1" value="${value}"></div></div></div></div></div></div></div>`,
        )
        .join('')}
      <div class="v-row"><div class="v-col"><span>Objet</span></div><div class="v-col"><div class="v-input v-text-field"><div class="v-field"><input type="text" size="1" value="Liste"></div></div></div></div></div>
      <div class="ck-editor"><div class="ck-content" contenteditable="true" role="textbox">Our list</div></div></form></div>`,
    to: ['kim@client.test'],
    cc: ['cc@client.test'],
    subject: 'Liste',
    send: '#send',
    others: ['.v-btn--icon', '[title]'],
  },
  // github.com/nodemailer/wildduck-webmail, views/webmail/send.hbs, 2024
  'WildDuck webmail': {
    html: `<form method="post" id="send-form" action="/webmail/send"><input type="hidden" name="_csrf" value="x"><button class="btn btn-primary" type="button" data-toggle="modal" data-target="#sendModal" id="first"><span class="glyphicon glyphicon-send"></span> Send message</button><button type="submit" name="userAction" value="save"><span class="glyphicon glyphicon-floppy-disk"></span> Save draft</button>
      <div class="form-group"><label for="inputTo">To</label><input type="text" name="to" id="inputTo" value="kim@client.test" placeholder="Recipient"></div><div class="form-group" style="display: none"><label for="inputBcc">Bcc</label><input type="text" name="bcc" id="inputBcc" value="me@private.test"></div><div class="form-group"><label for="inputSubject">Subject</label><input type="text" id="inputSubject" name="subject" value="List" placeholder="Message subject"></div>
      <textarea id="summernote" name="editordata" style="display: none"></textarea><div class="note-editor"><div class="note-editable" contenteditable="true">Our list</div></div><input name="attachment" type="file" multiple>
      <div class="modal" id="sendModal" role="dialog"><h4>Send message</h4><button type="button" data-dismiss="modal">No, cancel</button><button type="submit" name="userAction" value="send" id="second">Yes, send</button></div></form>`,
    to: ['kim@client.test'],
    bcc: ['me@private.test'],
    subject: 'List',
    send: '#first, #second',
    others: ['[value=save]', '[data-dismiss]'],
  },
  // github.com/mailpile/Mailpile, shared-data/default-theme/html/partials/compose.html, 2023; select2 3 hides the field it stands for.
  Mailpile: {
    html: `<form class="form-compose"><div class="compose-headers"><label class="left">To</label><div class="select2-container select2-container-multi compose-address-field"><ul class="select2-choices"><li class="select2-search-choice"><div><span class="compose-choice-name">Kim Brown</span></div><a href="#" class="select2-search-choice-close" tabindex="-1"></a></li><li class="select2-search-field"><input type="text" autocomplete="off"></li></ul></div><input class="compose-address-field" name="to" type="text" alt="To" value="Kim Brown &lt;kim@client.test&gt;" style="display: none"></div>
      <div class="compose-headers compose-subject"><label>Subject</label><input id="compose-subject" name="subject" type="text" placeholder="Subject" value="List"></div><textarea class="compose-text" name="body" placeholder="Your Message...">Our list</textarea>
      <div class="compose-buttons"><a class="compose-message-trash" href="#" title="Move Draft to Trash"><span class="icon-trash"></span> Trash</a><button type="submit" name="save" value="save" alt="Save"><span class="icon-compose"></span> Save</button><button type="submit" name="send" value="send" alt="Send"><span class="icon-sent"></span> Send</button></div><input type="hidden" name="from" value="alice@corp.test"></form>`,
    to: ['Kim Brown <kim@client.test>'],
    subject: 'List',
    send: '[name=send]',
    others: ['[name=save]', '.compose-message-trash'],
  },
  // github.com/afterlogic/webmail-lite, templates/views/Mail/ComposeViewModel.html, 2022: nothing in it is a button.
  'AfterLogic WebMail': {
    html: `<div class="panel compose"><div class="toolbar"><span class="content"><span class="item send" data-bind="command: sendCommand, css: {'disabled': !isEnableSending()}"><span class="icon" data-bind="customTooltip: 'COMPOSE/TOOL_SEND'"></span><span class="text">Отправить</span></span><span class="item save" data-bind="command: saveCommand"><span class="icon"></span><span class="text">Сохранить</span></span></span></div>
      <table class="fields"><tbody><tr class="from"><td class="label"><span>От</span>:</td><td class="value"><select class="input" data-bind="foreach: senderList, value: selectedSender"><option>Alice &lt;alice@corp.test&gt;</option></select></td></tr>
      <tr class="to"><td class="label"><span>Кому</span>:</td><td class="value"><table class="fields"><tbody><tr><td class="value"><div class="input inputosaurus"><ul class="inputosaurus-container"><li data-inputosaurus="1"><a href="javascript:void(0);">x</a><span>kim@client.test</span></li><li class="inputosaurus-input"><input type="text" data-bind="initDom: toAddrDom"></li></ul></div></td></tr></tbody></table></td></tr>
      <tr class="subject"><td class="label"><span>Тема</span>:</td><td class="value"><input type="text" class="input" data-bind="value: subject, hasfocus: subjectFocused" value="Список"></td></tr></tbody></table><div class="html_editor"><div contenteditable="true">Our list</div></div></div>`,
    to: ['kim@client.test'],
    subject: 'Список',
    account: 'alice@corp.test',
    send: '.send',
    others: ['.save'],
  },
  // github.com/EGroupware/egroupware, mail/templates/default/compose.xet and api/js/etemplate/Et2Email, 2026
  EGroupware: {
    html: `<form id="mail-compose"><et2-toolbar><et2-button id="mail-compose_composeToolbar-send" label="Senden"><template><button part="base" type="button" class="button"><slot name="prefix"></slot><slot></slot></button></template>Senden</et2-button><et2-button id="mail-compose_composeToolbar-save"><template><button part="base" type="button" class="button"><slot></slot></button></template>Speichern</et2-button></et2-toolbar>
      <table><tbody>${['An', 'Cc', 'Bcc'].map((name, at) => `<tr class="mailComposeHeaders"><td><et2-description>${name}</et2-description></td><td><et2-email id="mail-compose_${['to', 'cc', 'bcc'][at]}"><template><div part="form-control" class="form-control"><label id="label" aria-hidden="true"></label><div part="form-control-input"><div part="combobox base" class="email__combobox"><et2-email-tag><template><span part="base" class="tag tag--removable"><span part="content" class="tag__content">${name}@client.test</span><sl-icon-button part="remove-button" name="x-lg" label="entfernen" class="tag__remove"></sl-icon-button></span></template></et2-email-tag><input id="search" type="text" part="input" class="email__search"></div><div id="listbox" role="listbox" aria-labelledby="label"></div></div></div></template></et2-email></td></tr>`).join('')}
      <tr class="mailComposeHeaders"><td><et2-description>Betreff</et2-description></td><td><et2-textbox id="mail-compose_subject"><template><input part="input" type="text" value="Liste"></template></et2-textbox></td></tr></tbody></table>
      <et2-htmlarea>${frame('class="tox-edit-area__iframe"', written)}</et2-htmlarea></form>`,
    to: ['An@client.test'],
    cc: ['Cc@client.test'],
    bcc: ['Bcc@client.test'],
    subject: 'Liste',
    send: 'et2-button >> button',
    others: ['#mail-compose_composeToolbar-save >> button'],
  },
  // github.com/Intermesh/groupoffice, www/modules/email/EmailComposer.js, 2026, in the markup of ExtJS 3: one text area for all of a kind.
  'Group-Office': {
    html: `<div class="x-window"><div class="x-toolbar"><table class="x-btn primary"><tbody><tr><td class="x-btn-mc"><em><button type="button" class="x-btn-text ic-send">Verzenden</button></em></td></tr></tbody></table><table class="x-btn"><tbody><tr><td class="x-btn-mc"><em><button type="button" class="x-btn-text ic-save">Opslaan</button></em></td></tr></tbody></table></div>
      <form class="x-form"><div class="x-form-item"><label class="x-form-item-label" for="ext-1">Verzenden naar:</label><div class="x-form-element"><div class="x-form-field-wrap"><textarea id="ext-1" name="to" rows="1" class="x-form-textarea">"Kim Brown" &lt;kim@client.test&gt;</textarea></div><table class="x-btn"><tbody><tr><td><button type="button" class="x-btn-text ic-add">&nbsp;</button></td></tr></tbody></table></div></div>
      <div class="x-form-item"><label class="x-form-item-label" for="ext-2">Onderwerp:</label><div class="x-form-element"><input type="text" id="ext-2" name="subject" value="Lijst"></div></div>${frame('class="x-html-editor"', written)}</form></div>`,
    to: ['"Kim Brown" <kim@client.test>'],
    subject: 'Lijst',
    send: '.ic-send',
    others: ['.ic-save', '.ic-add'],
  },
  // github.com/espocrm/espocrm, client/src/views/email/fields/email-address-varchar.js and modals/compose-email.js, 2026
  EspoCRM: {
    html: `<div class="modal-dialog" role="dialog"><header class="modal-header"><span class="modal-title-text">Compose Email</span></header><div class="modal-body">
      ${['to', 'cc', 'bcc'].map((name) => `<div class="cell form-group" data-name="${name}"><label class="control-label" data-name="${name}"><span class="label-text">${name}</span></label><div class="field" data-name="${name}"><div class="link-container list-group"><div class="list-group-item" data-address="${name}@client.test"><a role="button" tabindex="0" data-action="clearAddress" data-address="${name}@client.test" class="pull-right"><span class="fas fa-times"></span></a><span><span>Kim Brown</span><span class="text-muted middle-dot"></span><span>${name}@client.test</span></span></div></div><div class="input-group"><input class="form-control" type="email" autocomplete="espo-${name}"><button data-action="selectAddress" type="button" title="Select"><i class="fas fa-angle-up"></i></button></div></div></div>`).join('')}
      <div class="cell form-group" data-name="name"><label class="control-label" data-name="name"><span class="label-text">Subject</span></label><div class="field" data-name="name"><input type="text" class="main-element form-control" data-name="name" value="List"></div></div><div class="cell" data-name="body"><textarea class="main-element" style="display: none"></textarea><div class="note-editor"><div class="note-editable" contenteditable="true">Our list</div></div></div></div>
      <footer class="modal-footer"><button type="button" data-name="send" class="btn btn-primary" title="Ctrl+Enter">Send</button><button type="button" data-name="saveDraft" title="Ctrl+S">Save Draft</button><button type="button" data-name="cancel">Cancel</button></footer></div>`,
    to: ['to@client.test'],
    cc: ['cc@client.test'],
    bcc: ['bcc@client.test'],
    subject: 'List',
    send: '[data-name=send]',
    others: ['[data-name=saveDraft]', '[data-name=cancel]', '[data-action=selectAddress]'],
  },
  // github.com/freescout-help-desk/freescout, resources/views/conversations/create.blade.php, 2026; a chip of select2 4 shows the name, its
  // option says the address.
  FreeScout: {
    html: `<form class="form-horizontal form-reply" method="POST" id="form-create"><input type="hidden" name="mailbox_id" value="1">
      ${['to', 'bcc'].map((name) => `<div class="form-group" id="field-${name}"><label for="${name}" class="control-label">${name}</label><div class="col-sm-9"><select class="form-control recipient-select select2-hidden-accessible" name="${name}[]" id="${name}" multiple aria-hidden="true" tabindex="-1"><option value="${name}@client.test" selected>Kim Brown</option></select><span class="select2 select2-container"><span class="selection"><span class="select2-selection select2-selection--multiple" role="combobox" aria-haspopup="true"><ul class="select2-selection__rendered"><li class="select2-selection__choice" title="Kim Brown"><span class="select2-selection__choice__remove" role="presentation">×</span>Kim Brown</li><li class="select2-search select2-search--inline"><input class="select2-search__field" type="search" tabindex="0" role="textbox"></li></ul></span></span></span></div></div>`).join('')}
      <div class="form-group"><label for="subject">Subject</label><input id="subject" type="text" name="subject" value="List"></div><div class="thread-attachments"><ul><li class="attachment-loaded"><img src="/img/loader-tiny.gif" alt=""> <a href="/storage/attachment/1" class="break-words" target="_blank">clients.csv<span class="ellipsis">…</span> </a> <span class="text-help">(24 KB)</span> <i class="glyphicon glyphicon-remove"></i></li></ul></div><textarea id="body" name="body" rows="13" style="display: none"></textarea><div class="note-editor"><div class="note-editable" contenteditable="true">Our list</div><div class="note-statusbar"><select name="status"><option>Active</option></select><select name="user_id"><option>Anyone</option></select>
      <button type="button" class="btn btn-primary btn-reply-submit btn-send-text">Send</button><button type="button" class="btn btn-reply-submit btn-add-note-text">Add Note</button></div></div></form>`,
    to: ['to@client.test'],
    bcc: ['bcc@client.test'],
    subject: 'List',
    files: ['clients.csv'],
    send: '.btn-send-text',
    others: ['.btn-add-note-text'],
  },
  // The same, resources/views/conversations/view.blade.php and editor_bottom_toolbar.blade.php: the server adds what was written before.
  'FreeScout, a forward': {
    html: `<form class="form-horizontal form-reply" method="POST" action=""><input type="hidden" name="_token" value="kgpHiLO3sq1b1iepswM5gevLy9JHf6itTJpn3Uqa"><input type="hidden" name="subtype" value="1">
      <div class="form-group conv-recipient conv-recipient-to"><label for="to" class="control-label">To</label><div class="conv-reply-field"><select class="form-control" name="to_email[]" id="to_email" multiple><option value="kim@client.test" selected>Kim Brown</option></select></div></div>
      <div class="form-group conv-reply-body"><textarea id="body" name="body" rows="13" style="display: none"></textarea><div class="note-editor"><div class="note-editable" contenteditable="true">Our list</div><div class="note-statusbar"><button type="button" class="btn btn-primary btn-reply-submit btn-send-forward" data-loading-text="Sending…">Forward</button><button type="button" class="btn btn-reply-submit btn-add-note-text">Add Note</button></div></div></div></form>`,
    to: ['kim@client.test'],
    subject: '',
    files: ['forward'],
    send: '.btn-send-forward',
    others: ['.btn-add-note-text'],
  },
  // github.com/Mail-0/Zero, apps/mail/components/create/email-composer.tsx, 2025: no field says what it is for.
  Zero: {
    html: `<div class="w-full"><div class="border-b"><div class="flex justify-between"><div class="flex items-center"><p class="text-sm">To:</p><div class="flex flex-wrap"><div class="flex rounded-full"><span class="flex"><span class="h-5"><span>K</span></span>kim@client.test</span><button><svg></svg></button></div><input placeholder="Enter email"></div></div><div class="flex"><button tabindex="-1"><span>Cc</span></button><button tabindex="-1"><span>Bcc</span></button></div></div>
      <div class="flex flex-col"><div class="flex items-center"><p class="text-sm">Bcc:</p><div class="flex flex-wrap"><div class="flex rounded-full"><span class="flex"><span class="h-5"><span>M</span></span>me@private.test</span><button><svg></svg></button></div><input placeholder="Enter email"></div></div></div></div>
      <div class="flex items-center p-3"><p class="text-sm">Subject:</p><input class="h-4" placeholder="Re: Design review feedback" value="List"></div><div class="relative"><div class="tiptap ProseMirror" contenteditable="true">Our list</div></div>
      <div class="inline-flex"><button class="flex" id="send"><span class="hidden md:block">Send email</span><span class="block md:hidden">Send</span><div><svg></svg></div></button><button id="add"><svg></svg><span>Add</span></button></div></div>`,
    to: ['kim@client.test'],
    bcc: ['me@private.test'],
    subject: 'List',
    send: '#send',
    others: ['#add'],
  },
  // github.com/bulwarkmail/webmail, components/email/email-composer.tsx, 2026: the placeholder goes with the first recipient.
  Bulwark: {
    html: `<div class="flex flex-col" data-tour="composer"><div class="flex"><button title="送信 (Ctrl+Enter)" class="md:hidden"><svg></svg>送信</button></div><div class="overflow-auto"><div class="border-b">
      <div class="flex items-center"><span class="text-sm">差出人:</span><div class="flex-1"><span class="truncate">Alice <span>alice@corp.test</span></span></div></div>
      ${[
        ['宛先', 'kim@client.test'],
        ['Cc', 'cc@client.test'],
      ]
        .map(
          ([name, chip]) =>
            `<div class="flex items-center"><span class="text-sm">${name}:</span><div class="flex-1 relative"><div class="flex flex-wrap"><span class="inline-flex"><span class="truncate">${chip}</span><button type="button" tabindex="-1"><svg></svg></button></span><input type="text" placeholder="" role="combobox" aria-autocomplete="list" aria-expanded="false"></div></div></div>`,
        )
        .join(
          '',
        )}<div class="flex items-center"><span class="text-sm">件名:</span><input class="flex" placeholder="" value="一覧"></div></div><div class="tiptap ProseMirror" contenteditable="true">Our list</div></div>
      <div class="flex justify-between"><input type="file" multiple class="hidden"><button title="添付"><svg></svg></button><button type="button">破棄</button><button title="送信 (Ctrl+Enter)" class="hidden" id="send"><svg></svg>送信</button></div></div>`,
    to: ['kim@client.test'],
    cc: ['cc@client.test'],
    subject: '一覧',
    send: '#send',
    others: ['[title="添付"]'],
  },
  // Page objects of tests of it (classes ComposeRecipients-…, composeYabbles, ComposeSendButton-Text), and a test of an extension that works on
  // it with the markup it saw, 2026
  'Yandex Mail': {
    html: `<div class="composeReact"><div class="ComposeAddressFrom"><div class="ComposeAddressFrom-Field" title="От кого" tabindex="0" role="button" aria-haspopup="menu"><span class="js-yabble yabble-compose" data-email="alice@corp.test">alice@corp.test</span></div></div>
      ${[
        ['Кому', 'ComposeRecipients-ToField tst-field-to', 'kim'],
        ['Скрытая', 'tst-field-bcc', 'me'],
      ]
        .map(
          ([name, classes, who]) =>
            `<div class="MultipleAddressesDesktop ComposeRecipients-MultipleAddressField ${classes}"><label for="compose-field-${who}"><span>${name}</span></label><div class="MultipleAddressesDesktop-Field ComposeYabblesField" role="combobox"><div contenteditable="true" is="x-bubbles" class="composeYabbles" id="compose-field-${who}" title="${name}" aria-label="${name}" role="textbox"><span data-email="${who}@client.test" class="js-yabble yabble-compose" bubble contenteditable="false" draggable="true"><div class="ComposeYabble" contenteditable="false" tabindex="0"><div class="ComposeYabble-Text">Kim Brown</div><button aria-label="Удалить">×</button></div></span>\u200b</div></div></div>`,
        )
        .join('')}
      <div class="ComposeSubject"><label class="compose-LabelRow"><span>Тема</span><div class="ComposeSubject-Content"><input name="subject" class="composeTextField ComposeSubject-TextField" value="Список"></div></label></div>
      <div class="composeReact-MBody"><div id="cke_1_contents"><div class="cke_wysiwyg_div cke_editable" contenteditable="true" role="textbox" placeholder="Напишите что-нибудь"><div>Our list</div></div></div></div>
      <div class="ComposeControlPanel"><div class="ComposeControlPanelButton"><button class="Button2 Button2_view_default" type="button" aria-disabled="false"><span class="Button2-Text"><div class="ComposeSendButton-Text">Отправить</div></span></button></div><input class="ComposeAttachFileButton-FileInput" type="file"></div></div>`,
    to: ['kim@client.test'],
    bcc: ['me@client.test'],
    subject: 'Список',
    send: '.Button2',
    others: ['[aria-label="Удалить"]'],
  },
  // Page objects of tests of it, 2020–2024: the subject by name, the text by role, Send and Save by data-test-id and title; classes are of no word.
  'Mail.ru': {
    html: `<div class="compose-app__compose"><div class="head_container--3W05z"><div class="label--1ngWw"><span>Кому</span></div><div class="fields--2YPdM"><div class="contactsContainer--3RMuQ"><div class="contact--5kVi9" title="kim@client.test"><span>Kim Brown</span><span class="remove--1aB"></span></div><div class="inputContainer--nsqFu"><input type="text" class="container--H9L5q size_s--3_M-_" value=""></div></div></div></div>
      <div class="subject__container--HWnat"><div class="subject__wrapper--2mk6m"><label>Тема</label><input name="Subject" class="container--H9L5q size_s--3_M-_" type="text" value="Список"></div></div><div class="editable-ibst cke_editable" contenteditable="true" role="textbox"><div>Our list</div></div>
      <div class="compose-app__footer"><button class="button2 button2_primary" data-test-id="send"><span class="button2__txt">Отправить</span></button><button class="button2" data-test-id="save"><span class="button2__txt">Сохранить</span></button><span tabindex="570" title="Отменить"><span class="button2__txt">Отменить</span></span></div></div>`,
    to: ['kim@client.test'],
    subject: 'Список',
    send: '[data-test-id=send]',
    others: ['[data-test-id=save]', '[title="Отменить"]'],
  },
  // Scripts and page objects for it, 2019–2026: nui-editableAddr-ipt and its aria-label, the label of the subject around its field, the frame.
  '163, 126': {
    html: `<section><header><div class="js-component-toolbar"><div class="js-component-button nui-mainBtn nui-btn" role="button" tabindex="2"><span class="nui-btn-icon"><b class="nui-ico"></b></span><span class="nui-btn-text">发送</span></div><div class="js-component-button nui-btn" role="button"><span class="nui-btn-text">存草稿</span></div></div>
      <div class="nui-row"><div class="nui-col"><a class="nui-txt-link" href="javascript:void(0)">收件人</a></div><div class="js-component-emailcontainer nui-addr-box"><div class="js-component-emailblock nui-addr" title="kim@client.test"><b>kim</b></div><div class="nui-editableAddr"><input class="nui-editableAddr-ipt" type="text" role="combobox" aria-label="收件人地址输入框，请输入邮件地址，多人时地址请以分号隔开"></div></div></div>
      <div class="nui-row"><span class="nui-col">主题</span><div class="js-component-input nui-ipt" aria-label="邮件主题输入框，请输入邮件主题"><input id="_mail_input_2_241_subjectInput" class="nui-ipt-input" type="text" maxlength="256" value="名单"></div></div><div title="点击添加附件"><input type="file" class="O0"></div></header>
      <div class="APP-editor-edtr">${frame('class="APP-editor-iframe"', written)}</div><footer><div class="js-component-button nui-mainBtn nui-btn" role="button" id="below"><span class="nui-btn-icon"></span><span class="nui-btn-text">发送</span></div></footer></section>`,
    to: ['kim@client.test'],
    subject: '名单',
    send: '.nui-mainBtn, #below',
  },
  // Scripts and page objects for it, 2017–2023: all of it in a frame of its own, mainFrame.
  'QQ mail': {
    html: `<form name="frm" id="frm"><table><tbody><tr><td><a id="sAddrTo" href="javascript:;">收件人</a></td><td><div id="toAreaCtrl" class="div_txt"><div class="addr_base addr_normal" addr="kim@client.test"><b>Kim</b><span>&lt;kim@client.test&gt;</span></div><div class="addr_text"><input class="js_input" type="text"></div></div></td></tr><tr><td>主题</td><td><input type="text" id="subject" name="subject" value="名单"></td></tr></tbody></table>
      <div id="composecontainer"><input type="file" name="UploadFile"></div><div id="QMEditorArea">${frame('class="qmEditorIfrmEditArea" scrolling="auto"', '<body accesskey="q" contenteditable="true">Our list</body>')}</div><div style="margin: 0"><a class="btn_gray btn_space" name="sendbtn" href="javascript:;">发送</a><a class="btn_gray" name="savebtn" href="javascript:;">存草稿</a></div></form>`,
    to: ['<kim@client.test>'],
    subject: '名单',
    send: '[name=sendbtn]',
    others: ['[name=savebtn]'],
  },
  // Scripts for it and a page made after it, 2023–2026
  'Naver Mail': {
    html: `<div id="content"><div class="mail_toolbar type_write"><div><div class="button_group"><button type="button" class="button_write_task"><span class="text">보내기</span></button><button type="button" class="button_task"><span class="text">임시저장</span></button></div></div></div><div class="mail_write_option">
      <div class="mail_write_option_item recipient"><div class="mail_write_option_item_inner"><div class="title_area"><strong class="option_title"><label for="recipient_input_element">받는사람</label></strong></div><div class="option_area"><div class="user_list" id="recipient_input_element_list"><div class="user_item" title="kim@client.test"><span class="user_title">Kim</span><button type="button" class="button_delete"><span class="blind">삭제</span></button></div><div class="user_input_box"><textarea id="recipient_input_element" class="user_input" rows="1"></textarea></div></div></div></div></div>
      <div class="mail_write_option_item"><div class="title_area"><label for="subject_title">제목</label></div><div class="option_area"><input type="text" id="subject_title" value="목록"></div></div><input type="file" id="ATTACH_LOCAL_FILE_ELEMENT_ID"></div>
      <div class="editor_area"><div class="editor_body">${frame('', '<body><div><div class="workseditor-body"><div class="workseditor-content" contenteditable="true">Our list</div></div></div></body>')}</div></div></div>`,
    to: ['kim@client.test'],
    subject: '목록',
    send: '.button_write_task',
    others: ['.button_task', '.button_delete'],
  },
  // Page objects of two tests of it, 2024
  Mailfence: {
    html: `<div><div class="bar"><div id="mailSend" class="tb_btn" style="cursor: pointer"><div class="icon"></div><div>Send</div></div><div class="tb_btn" style="cursor: pointer" id="mailSave"><div>Save</div></div></div><table><tbody><tr role="row"><td>To</td><td><div id="mailTo"><span class="chip">kim@client.test</span><input type="text"></div></td></tr><tr role="row"><td>Subject</td><td><input id="mailSubject" type="text" value="List"></td></tr></tbody></table>
      <a href="#">Attachment</a><form id="new_email_attach"><input type="file"></form>${frame('class="cke_wysiwyg_frame"', written)}</div>`,
    to: ['kim@client.test'],
    subject: 'List',
    send: '#mailSend',
    others: ['#mailSave'],
  },
  // Clients of its requests, 2026: the names of its fields; the rest in the plainest form.
  HEY: {
    html: `<form action="/messages" method="post"><input type="hidden" name="acting_sender_id" value="1">${['directly', 'copied', 'blindcopied'].map((name) => `<select name="entry[addressed][${name}][]" multiple><option value="${name}@client.test" selected>Kim</option></select>`).join('')}
      <input type="text" name="message[subject]" value="List"><input type="hidden" name="message[content]" id="content"><trix-editor input="content" contenteditable role="textbox">Our list</trix-editor><button type="submit" name="entry[status]" value="active">Send email</button><button type="submit" name="entry[status]" value="drafted">Save draft</button></form>`,
    to: ['directly@client.test'],
    cc: ['copied@client.test'],
    bcc: ['blindcopied@client.test'],
    subject: 'List',
    send: '[value=active]',
    others: ['[value=drafted]'],
  },
  // github.com/odoo/odoo and modules for it: tours and tests of the full composer, 2023–2026: a partner is a name.
  'Odoo, the composer for mail': {
    html: `<div class="modal-dialog" role="dialog"><div class="o_form_view o_mail_composer_form_view"><div class="o_inner_group"><div class="o_wrap_field"><div class="o_wrap_label"><label class="o_form_label" for="partner_ids_0">To</label></div><div class="o_wrap_input"><div name="partner_ids" class="o_field_widget o_field_many2many_tags_email"><div class="o_field_tags"><span class="o_tag badge o_tag_color_0"><div class="o_tag_badge_text">Kim Brown</div><a class="o_delete" href="#" title="Delete"><i class="oi oi-close"></i></a></span><div class="o_field_many2many_selection"><div class="o_input_dropdown"><div class="o-autocomplete"><input type="text" class="o-autocomplete--input o_input" role="combobox" autocomplete="off" id="partner_ids_0" placeholder="Add contacts to notify..."></div></div></div></div></div></div></div>
      <div class="o_wrap_field"><label class="o_form_label" for="subject_0">Subject</label><div name="subject" class="o_field_widget o_field_char"><input class="o_input" id="subject_0" type="text" value="List"></div></div></div><div name="body" class="o_field_widget o_field_html"><div class="odoo-editor-editable" contenteditable="true">Our list</div></div></div><footer class="modal-footer"><button class="btn btn-primary o_mail_send" name="action_send_mail">Send</button><button class="btn">Discard</button></footer></div>`,
    to: ['Kim Brown'],
    subject: 'List',
    send: '.o_mail_send',
    others: ['.o_delete'],
  },
  // github.com/frappe/crm, the editor of mails: the labels in capitals, recipients as buttons
  'Frappe CRM': {
    html: `<div><div class="flex flex-col"><div class="border-t"><span class="text-xs">TO:</span><div class="flex-1"><div class="flex flex-wrap"><button class="rounded"><span>kim@client.test</span><svg class="lucide-x"></svg></button><div><input role="combobox" type="text" class="search-input" autocomplete="off"></div></div></div><button>CC</button><button>BCC</button></div><div class="border-t"><span class="text-xs">SUBJECT:</span><div><input type="text" value="List"></div></div></div>
      <div class="ProseMirror" contenteditable="true">Our list</div><div class="flex justify-between"><div class="flex"><button title="Attach a file"><svg></svg></button></div><div><button>Discard</button><button class="bg-black" id="send"><span>Send</span></button></div></div></div>`,
    to: ['kim@client.test'],
    subject: 'List',
    send: '#send',
    others: ['[title="Attach a file"]'],
  },
  // github.com/frappe/frappe, frappe/public/js/frappe/views/communication.js: named by attributes of its own; what sends is in the head.
  'ERPNext, Frappe': {
    html: `<div class="modal-dialog"><div class="modal-header"><h4 class="modal-title">New Email</h4><button type="button" class="btn btn-primary">Senden</button><button type="button" class="btn-modal-close">Schließen</button></div><div class="modal-body">
      ${[
        ['recipients', 'An', 'kim@client.test, '],
        ['bcc', 'BCC', 'me@private.test'],
        ['subject', 'Betreff', 'Liste'],
      ]
        .map(
          ([name, label, value]) =>
            `<div class="frappe-control input-max-width" data-fieldtype="MultiSelect" data-fieldname="${name}"><div class="form-group"><div class="clearfix"><label class="control-label">${label}</label></div><div class="control-input-wrapper"><div class="control-input"><div class="awesomplete"><input type="text" autocomplete="off" class="input-with-feedback form-control" data-fieldname="${name}" value="${value}"><ul hidden><li>other@client.test</li></ul></div></div></div></div></div>`,
        )
        .join(
          '',
        )}<div class="frappe-control" data-fieldname="content"><div class="ql-editor" contenteditable="true">Our list</div></div><label><input type="checkbox" data-fieldname="send_read_receipt"><span class="label-area">Send Read Receipt</span></label></div></div>`,
    to: ['kim@client.test'],
    bcc: ['me@private.test'],
    subject: 'Liste',
    send: '.btn-primary',
    others: ['.btn-modal-close', '.label-area'],
  },
  // github.com/Dolibarr/dolibarr, htdocs/core/class/html.formmail.class.php, 2026: one who is chosen and one who is typed.
  Dolibarr: {
    html: `<form method="POST" name="mailform" id="mailform" enctype="multipart/form-data"><input type="hidden" name="token" value="x"><input style="display: none" type="submit" id="sendmailhidden" name="sendmail"><table><tbody><tr><td>Émetteur</td><td><select name="fromtype"><option selected>Alice &lt;alice@corp.test&gt;</option></select></td></tr>
      <tr><td class="fieldrequired">Destinataire(s)</td><td><input class="minwidth200" id="sendto" name="sendto" value="typed@client.test"> ou <select id="receiver" class="multiselect select2-hidden-accessible" multiple name="receiver[]" tabindex="-1" aria-hidden="true"><option value="7" selected>Kim Brown &lt;kim@client.test&gt;</option></select></td></tr><tr><td>Copie à</td><td><input id="sendtocc" name="sendtocc" value="cc@client.test"></td></tr><tr><td>Copie cachée à</td><td><input id="sendtoccc" name="sendtoccc" value="me@private.test"></td></tr>
      <tr><td class="fieldrequired">Sujet</td><td><input class="quatrevingtpercent" type="text" id="subject" name="subject" value="Liste"></td></tr><tr><td>Fichiers</td><td><input type="file" name="addedfile[]" multiple><input type="submit" id="addfile" name="addfile" value="Joindre ce fichier"></td></tr><tr><td colspan="2"><textarea id="message" name="message" rows="8">Our list</textarea></td></tr></tbody></table><div class="center"><input type="submit" id="sendmail" name="sendmail" value="Envoyer email"><input type="submit" id="cancel" name="cancel" value="Annuler"></div></form>`,
    to: ['typed@client.test', 'Kim Brown <kim@client.test>'],
    cc: ['cc@client.test'],
    bcc: ['me@private.test'],
    subject: 'Liste',
    send: '#sendmail',
    others: ['#cancel', '#addfile'],
  },
  // github.com/salesagility/SuiteCRM, modules/Emails: the names its records have; what sends in the plainest form.
  SuiteCRM: {
    html: `<form class="compose-view" id="ComposeView" method="POST"><input type="hidden" name="module" value="Emails"><input type="hidden" name="send" value="1">${[
      ['to_addrs_names', 'An:'],
      ['cc_addrs_names', 'CC:'],
      ['bcc_addrs_names', 'BCC:'],
    ]
      .map(
        ([name, label]) =>
          `<div class="edit-view-row-item"><div class="label">${label}</div><div class="edit-view-field" type="emailAddress" field="${name}"><input type="text" name="${name}" id="${name}" value="${name}@client.test"></div></div>`,
      )
      .join(
        '',
      )}<div class="edit-view-row-item"><div class="label">Betreff:</div><div class="edit-view-field" field="name"><input type="text" name="name" id="name" value="Liste"></div></div><textarea id="description_html" name="description_html" style="display: none"></textarea>${frame('id="description_html_ifr"', written)}<button type="button" class="btn" title="Senden"><span class="glyphicon glyphicon-send"></span></button><button type="button" title="Als Entwurf speichern"><span class="glyphicon glyphicon-floppy-disk"></span></button></form>`,
    to: ['to_addrs_names@client.test'],
    cc: ['cc_addrs_names@client.test'],
    bcc: ['bcc_addrs_names@client.test'],
    subject: 'Liste',
    send: '[title=Senden]',
    others: ['[title="Als Entwurf speichern"]'],
  },
  // github.com/zammad/zammad, app/assets/javascripts/app/views/ticket_zoom/article_new.jst.eco: a reply has no subject, and what sends is beside the
  // form and says that it updates.
  'Zammad, a reply': {
    html: `<div class="ticketZoom"><form class="article-add"><input type="hidden" name="type" value="email"><div class="form-group"><div class="formGroup-label"><label for="">To</label></div><div class="controls"><input type="text" name="to" value="kim@client.test" class="form-control" required></div></div><div class="form-group"><div class="formGroup-label"><label for="">Cc</label></div><div class="controls"><input type="text" name="cc" value="cc@client.test" class="form-control"></div></div>
      <div class="textBubble"><div class="js-textarea articleNewEdit-body" contenteditable="true" data-name="body">Our list</div><input multiple type="file" name="file"></div></form><div class="attributeBar"><button class="btn btn--primary js-submit">Update</button></div></div>`,
    to: ['kim@client.test'],
    cc: ['cc@client.test'],
    subject: '',
    others: ['.js-submit'],
  },
  // Debian's request-tracker5 5.0.3, seen running: a reply asks only who else is to see it, and ticks whom it goes to.
  'Request Tracker, a reply': {
    html: `<form action="/Ticket/Update.html" name="TicketUpdate" method="post" enctype="multipart/form-data"><input type="hidden" class="hidden" name="id" value="1"><div class="form-row"><div class="label col-3">Update Type:</div><div class="value"><select name="UpdateType"><option value="private">Comments (Not sent to requestors)</option><option value="response" selected>Reply to requestors</option></select><button type="button" role="combobox" title="Reply to requestors"><div>Reply to requestors</div></button></div></div>
      <div id="ticket-update-message">${['Cc', 'Bcc'].map((name) => `<div class="form-row"><div class="label col-2">One-time ${name}:</div><div class="value col-9"><input type="text" id="Update${name}" name="Update${name}" class="selectized" value="" data-autocomplete="Users" tabindex="-1" style="display: none;"><div class="selectize-control multi"><div class="selectize-input items not-full"><input type="text" autocomplete="off" id="Update${name}-selectized"></div></div></div></div>`).join('')}
      <div class="form-row"><div class="form-group label col-2">Subject:</div><div class="value col-9"><input class="form-control" type="text" name="UpdateSubject" value="A question"></div></div>
      <textarea name="UpdateContent" style="visibility: hidden; display: none;"></textarea><div id="cke_UpdateContent">${frame('class="cke_wysiwyg_frame cke_reset"', written)}</div>
      <input type="submit" name="SubmitTicket" value="Update Ticket"></div>
      <div class="card-body"><div class="custom-checkbox"><input type="checkbox" id="TxnSendMailToAll" name="TxnSendMailToAll" value="1" checked><label for="TxnSendMailToAll"><b>All recipients</b></label></div>${[
        'kim',
        'not',
      ]
        .map(
          (name) =>
            `<ul class="list-group"><li class="list-group-item"><div class="form-row"><div class="col-auto"><b>To</b>: </div><div class="col-auto"><div class="custom-checkbox"><input type="checkbox" name="TxnSendMailTo" ${name === 'kim' ? 'checked' : ''} value="${name}@client.test" id="TxnSendMailTo-${name}@client.test-1"><label for="TxnSendMailTo-${name}@client.test-1"><span class="user"><a href="/User/Summary.html?id=27">&lt;${name}@client.test&gt;</a></span></label></div></div></div></li></ul>`,
        )
        .join('')}<input type="hidden" name="TxnRecipients" value="kim@client.test,not@client.test"></div></form>`,
    to: ['kim@client.test'],
    subject: 'A question',
    send: '[name=SubmitTicket]',
    others: ['[role=combobox]'],
  },
  // Znuny 6.5.1 as it runs: chips are fields that cannot be typed in, files stand in columns, and the script that looks over the form puts
  // into it what was pressed.
  'Znuny, a reply': {
    html: `<form action="/otrs/index.pl" method="post" enctype="multipart/form-data" name="compose" id="ComposeTicket" class="Validate PreventMultipleSubmits" novalidate><input type="hidden" name="Action" value="AgentTicketCompose"><input type="hidden" name="Subaction" value="SendEmail"><div class="LayoutPopup"><div class="Content"><fieldset class="TableLike FixedLabel"><label>From:</label><div class="Field">Brightwater Support &lt;support@corp.test&gt;</div><div class="Clear"></div>
      ${['To', 'Cc', 'Bcc']
        .map((name) => {
          const prefix = name === 'To' ? '' : name;
          return `<label for="${name}Customer">${name}:</label><div class="Field"><input id="${name}Customer" type="text" name="${name}Customer" value="" class="CustomerAutoComplete W75pc" autocomplete="off"><a href="#" data-recipient-field-label="${name}" class="OptionCustomerUserAddressBook" title="Select one or more recipients from the customer user address book."><span>Customer user address book</span></a></div><div class="Clear"></div>
      <div class="Field"><div class="CustomerTicketTemplate${name}Customer Hidden"><input name="${prefix}CustomerKey" class="CustomerKey" type="hidden" value=""><input class="CustomerTicketText" title="${name}" name="${prefix}CustomerTicketText" type="text" value="" readonly><a href="#" class="RemoveButton CustomerTicketRemove"><span class="InvisibleText">Remove</span></a></div><div id="TicketCustomerContent${name}Customer" class="CustomerContainer"><span class="BoxLabel">${name}</span><div class="SpacingTopSmall"><input name="${prefix}CustomerKey_1" class="CustomerKey" type="hidden" value="kim"><input class="CustomerTicketText" title="${name}" name="${prefix}CustomerTicketText_1" type="text" value="${name.toLowerCase()}@client.test" readonly><a href="#" class="RemoveButton CustomerTicketRemove"><span class="InvisibleText">Remove</span></a></div></div></div><div class="Clear"></div>`;
        })
        .join('')}
      <label class="Mandatory" for="Subject"><span class="Marker">*</span>Subject:</label><div class="Field"><input type="text" name="Subject" id="Subject" value="List"></div><label class="Mandatory" for="RichText"><span class="Marker">*</span>Text:</label><div class="RichTextField"><textarea id="RichText" name="Body" rows="15" style="visibility: hidden; display: none;"></textarea><div class="cke">${frame('class="cke_wysiwyg_frame cke_reset"', written)}</div></div>
      <label>Attachments:</label><div class="Field"><table class="DataTable AttachmentList"><thead><tr><th class="Filename">Filename</th><th class="Filetype">Type</th><th class="Filesize">Size</th><th class="Delete"></th></tr></thead><tbody><tr><td class="Filename">clients.csv</td><td class="Filetype">text/csv; name=clients.csv</td><td class="Filesize">1.9 KB</td><td class="Delete"><a href="#" class="AttachmentDelete" aria-label="Click to delete this attachment."></a></td></tr></tbody></table></div></fieldset></div>
      <div class="Footer"><button class="CallForAction Primary" id="submitRichText" accesskey="g" title="Send mail (g)" type="submit" value="Send mail"><span><i class="fa fa-envelope-o"></i> Send mail</span></button> or <button class="CallForAction" id="FormDraftSave" accesskey="s" title="Save as new draft (s)"><span>Save as new draft</span></button></div></div></form>`,
    to: ['to@client.test'],
    cc: ['cc@client.test'],
    bcc: ['bcc@client.test'],
    subject: 'List',
    files: ['clients.csv'],
    send: '#submitRichText',
    others: ['#FormDraftSave'],
  },
  // The same: a message goes on as it is, and whom it came from may be told.
  'Znuny, a bounce': {
    html: `<form action="/otrs/index.pl" method="post" name="bounce" class="Validate PreventMultipleSubmits"><input type="hidden" name="Action" value="AgentTicketBounce"><div class="Content"><fieldset class="TableLike FixedLabel"><label class="Mandatory" for="BounceTo"><span class="Marker">*</span>Bounce to:</label><div class="Field"><input type="email" name="BounceTo" id="BounceTo" value="kim@client.test" class="W50pc"></div><div class="Clear"></div><label for="InformSender">Inform sender:</label><div class="Field"><input type="checkbox" name="InformSender" id="InformSender" value="1"></div>
      <label for="To"><span class="Marker Hidden">*</span>To:</label><div class="Field"><input type="text" name="To" id="To" value="Ann &lt;ann@client.test&gt;" class="W50pc"></div><label for="Subject"><span class="Marker Hidden">*</span>Subject:</label><div class="Field"><input type="text" name="Subject" id="Subject" value="List"></div><label for="RichText">Text:</label><div class="RichTextField"><textarea id="RichText" name="Body" rows="15" style="visibility: hidden; display: none;"></textarea><div class="cke">${frame('class="cke_wysiwyg_frame cke_reset"', written)}</div></div></fieldset></div>
      <div class="Footer"><button class="CallForAction Primary" id="submitRichText" accesskey="g" title="Send mail (g)" type="submit" value="Send mail"><span>Send mail</span></button></div></form>`,
    to: ['kim@client.test', 'Ann <ann@client.test>'],
    subject: 'List',
    files: ['forward'],
    send: '#submitRichText',
  },
  // github.com/chatwoot/chatwoot, dashboard/components-next/NewConversation, 2026: once somebody is chosen, no field is left for them.
  'Chatwoot, a new conversation by mail': {
    html: `<div class="rounded-lg"><div class="relative"><div class="flex"><label class="text-sm">To:</label><div class="flex rounded-md"><span class="truncate">Kim Brown (kim@client.test)</span><button type="button"><span class="i-lucide-x"></span></button></div></div></div><div class="flex"><label class="text-sm">Via:</label><span>Support (support@corp.test)</span></div>
      <div class="flex"><div class="relative"><label class="text-sm">Subject :</label><input class="flex-1" placeholder="Enter your email subject here" value="List"></div></div><div class="flex"><label class="text-sm">Cc:</label><div class="flex"><div class="flex"><div class="rounded-md"><span>cc@client.test</span><span class="i-lucide-x"></span></div><input type="email" placeholder="Search for a contact with their email address"></div><button type="button">Bcc</button></div></div>
      <div class="ProseMirror" contenteditable="true">Our list</div><div class="flex"><button type="button" id="discard">Discard</button><button type="button" id="send">Send (⌘ + ↵)</button></div></div>`,
    to: ['kim@client.test'],
    cc: ['cc@client.test'],
    subject: 'List',
    send: '#send',
    others: ['#discard'],
  },
  // A script for it, 2024: the names of its fields
  'Gmail, basic HTML': {
    html: `<form name="f" method="post" action="?s=s"><table><tbody><tr><td><input type="submit" name="nvp_bu_send" value="Send"><input type="submit" name="nvp_bu_sd" value="Save Now"><input type="submit" name="nvp_bu_cancel" value="Discard"></td></tr><tr><td><label for="to">To:</label></td><td><textarea id="to" name="to" rows="2">kim@client.test</textarea></td></tr><tr><td><label for="subject">Subject:</label></td><td><input id="subject" type="text" name="subject" value="List"></td></tr><tr><td><input type="file" name="file0"></td></tr><tr><td><textarea name="body" rows="20">Our list</textarea></td></tr></tbody></table></form>`,
    to: ['kim@client.test'],
    subject: 'List',
    send: '[name=nvp_bu_send]',
    others: ['[name=nvp_bu_sd]', '[name=nvp_bu_cancel]'],
  },
};
