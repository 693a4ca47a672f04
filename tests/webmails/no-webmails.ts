// Pages that are no webmail, with why.
export const noWebmails: [name: string, why: string, html: string][] = [
  [
    'a chat',
    'nobody is written to by address',
    '<ul><li>Kim: hello</li></ul><div contenteditable="true" role="textbox" aria-label="Message to Kim"></div><button>Send</button>',
  ],
  [
    'a chat with a group name',
    'the name of a room is no recipient field',
    '<input aria-label="Search people"><h2>To: Sales</h2><textarea placeholder="Message"></textarea><button aria-label="Send"><svg class="send"></svg></button>',
  ],
  [
    'a comment form',
    'the address is the writer’s',
    '<form><input name="author" placeholder="Name"><input type="email" name="email" placeholder="Your e-mail"><textarea name="comment"></textarea><input type="submit" value="Send comment"></form>',
  ],
  [
    'an issue tracker',
    'it is assigned, not sent',
    '<form><input name="issue[title]" placeholder="Title"><textarea name="issue[description]"></textarea><input name="assigned_to" placeholder="Assign to"><button type="submit">Create issue</button></form>',
  ],
  [
    'a reply to an issue',
    'no field is filled with whom it is for',
    '<form><textarea aria-label="Comment body"></textarea><button type="submit">Comment</button><button>Close with comment</button></form>',
  ],
  [
    'a search in mail',
    'from and to are what is looked for, and nothing is written',
    '<form role="search"><input name="from" aria-label="From"><input name="to" aria-label="To"><input name="subject" aria-label="Subject"><input name="q"><button type="submit">Search</button></form>',
  ],
  [
    'a log book of a CRM',
    'it saves what was said',
    '<form><input name="subject" placeholder="Subject"><input name="related_to" placeholder="Related to"><textarea name="notes"></textarea><button type="submit">Save</button></form>',
  ],
  [
    'a ticket that refers to others',
    'to what it refers is no address',
    '<form><div><div>Subject:</div><input name="Subject"></div><div><div>Cc:</div><input name="Cc"></div><textarea name="Content"></textarea><div><div>Refers to:</div><input name="new-RefersTo"></div><div><div>Depends on:</div><input name="new-DependsOn"></div><input type="submit" value="Create"></form>',
  ],
  [
    'what somebody is written to about',
    'the ticked addresses are the reader’s own',
    '<form><label><input type="checkbox" name="notify" value="kim@client.test" checked> kim@client.test</label><input name="subject" placeholder="Subject of the digest"><textarea name="signature"></textarea><input type="submit" value="Save"></form>',
  ],
  [
    'a task in a CRM',
    'it is assigned',
    '<form><input aria-label="Subject"><input aria-label="Assigned To" name="assignedTo"><textarea></textarea><button type="submit">Save</button></form>',
  ],
  [
    'an editor of posts',
    'it is published to nobody in particular',
    '<input aria-label="Add title" name="post_title"><div contenteditable="true" role="textbox"></div><button>Publish</button><button>Save draft</button>',
  ],
  [
    'a login',
    'there is nothing to write',
    '<form><input type="email" name="username"><input type="password"><button type="submit">Log in</button></form>',
  ],
  [
    'a translator',
    'languages are no addresses',
    '<select name="from_language"><option>English</option></select><select name="to_language"><option>German</option></select><textarea aria-label="Text"></textarea><button>Translate</button>',
  ],
  [
    'a booking',
    'places are no addresses',
    '<form><input name="from" placeholder="From"><input name="to" placeholder="To"><textarea name="wishes"></textarea><button type="submit">Book</button></form>',
  ],
  [
    'a date range with a report',
    'dates are no addresses',
    '<form><input name="date_from"><input name="date_to"><input name="subject"><textarea name="filter"></textarea><button type="submit">Run</button></form>',
  ],
  [
    'a forum post',
    'the subject is read by everybody',
    '<form><input name="subject"><textarea name="message"></textarea><button type="submit">Post</button></form>',
  ],
  [
    'a support form',
    'whom it goes to is not chosen',
    '<form><label>Your e-mail <input type="email" name="email"></label><label>Subject <input name="subject"></label><textarea name="body"></textarea><button type="submit">Send</button></form>',
  ],
  [
    'a page styled with gradients',
    'classes name directions',
    '<div class="bg-gradient-to-r from-gray-100 to-blue-500"><input placeholder="Title"><textarea></textarea><button class="to-top">Send</button></div>',
  ],
  [
    'a survey',
    'the answers have no address',
    '<form><input name="q1"><textarea name="q2"></textarea><button type="submit">Submit</button></form>',
  ],
  [
    'a spreadsheet',
    'cells are no fields of a message',
    `<table>${'<tr><td><input></td><td><input></td></tr>'.repeat(250)}</table><textarea></textarea><button>Send</button>`,
  ],
  [
    'a message of a network of people',
    'whoever it is for has no address',
    '<div role="dialog"><label for="who" class="visually-hidden">Enter message recipients</label><div><span class="pill">Kim Brown<button aria-label="Remove Kim Brown">×</button></span><input id="who" role="combobox" placeholder="Type a name or multiple names"></div><form><div contenteditable="true" role="textbox" aria-label="Write a message…"></div><button type="submit">Send</button></form></div>',
  ],
  [
    'a message of a network of people with a subject',
    'whom it is for stands there and cannot be filled in',
    '<div role="dialog"><h2>New message</h2><span class="pill">Kim Brown</span><form><input name="subject" placeholder="Subject (optional)"><div contenteditable="true" role="textbox" aria-label="Write a message…"></div><button type="submit">Send</button></form></div>',
  ],
  [
    'a ticket as its customer sees it',
    'it goes to whoever works there',
    '<form><label>CC <input name="cc" placeholder="Add e-mails"></label><label>Subject <input name="ticket[subject]"></label><textarea name="ticket[comment]" placeholder="Add to conversation"></textarea><input type="submit" value="Submit"></form>',
  ],
  [
    'a note beside a customer',
    'nobody gets it',
    '<section><p>kim@client.test</p><div role="combobox"><input aria-label="Associated records"></div><div contenteditable="true" role="textbox" aria-label="Note"></div><button>Save note</button><button title="Ctrl+Enter">Create a follow-up task</button></section>',
  ],
  [
    'a newsletter to sign up for',
    'the address is the reader’s',
    '<form><label for="nl">E-mail</label><input id="nl" type="email" placeholder="kim@client.test"><button type="submit">Subscribe</button></form><form role="search"><input name="q"></form>',
  ],
  [
    'a contact form whose question has a subject',
    'whom it is for is not chosen',
    '<form><table><tr><td>Votre adresse</td><td><input name="adresse"></td></tr><tr><td>Objet</td><td><input name="o"></td></tr><tr><td>Question à poser</td><td><textarea name="m"></textarea></td></tr></table><button>Envoyer</button></form>',
  ],
  [
    'an invitation in a calendar',
    'guests are no recipients of a message',
    '<div role="dialog"><input aria-label="Add title"><div role="combobox"><input aria-label="Add guests"></div><div contenteditable="true" aria-label="Add description"></div><button>Save</button></div>',
  ],
  [
    'a share of a document',
    'there is nothing in it but a note',
    '<div role="dialog"><h2>Share</h2><input aria-label="Add people and groups" role="combobox"><textarea aria-label="Message"></textarea><button>Send</button></div>',
  ],
  [
    'a form to a department',
    'a label with nobody beside it is no recipient',
    '<form><div><label>To:</label> <span>Our sales team</span></div><label>Your e-mail <input type="email"></label><label>Subject <input></label><textarea></textarea><button>Send</button></form>',
  ],
  [
    'a chat beside a mail that is read',
    'the mail is not being written',
    '<article><div><label>To:</label> <span>kim@client.test</span></div><p>Dear Kim</p></article><input aria-label="Search"><aside><textarea aria-label="Message"></textarea><button>Send</button></aside>',
  ],
  [
    'a list of people with a letter for each',
    'a letter is no label',
    '<div><span>A</span><input aria-label="Search people"></div><div><input aria-label="Subject"></div><textarea></textarea><button>Send</button>',
  ],
];
