// What a webmail is to the guard: where a draft is, how it is read and changed, which element commits it. Listeners are the guard's.

export interface Attachment {
  /** Stable for one compose window. */
  id: string;
  name: string;
  /** Bytes, where the page tells. */
  size?: number;
  /** Fetches the bytes through the page's own same-origin link, or reads the chosen File. Absent: cannot be reached. */
  load?(signal: AbortSignal): Promise<Blob>;
}

export interface Draft {
  account?: string | undefined;
  /** As written, one entry an address: `Name <a@b>` or `a@b`, unfinished ones included. */
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  /** Plain text, or the editor's HTML when `isHtml`. */
  body: string;
  isHtml: boolean;
  attachments: Attachment[];
}

export type DraftText = Pick<Draft, 'subject' | 'body'>;

/** What becomes of attachments, by id: another file in its place, or none. */
export interface FileChanges {
  changes: ReadonlyMap<string, File | undefined>;
  /** Puts files into an input as a person would. */
  give(input: HTMLInputElement, files: readonly File[]): void;
  signal: AbortSignal;
}

/** What is looked for in a compose window. Where a webmail does not have a part where it is known to, it is found by its general form. */
export type ComposePart = 'compose' | 'recipients' | 'body' | 'send' | 'account';

/** `script`: page script submitted the form itself, with no event and no control. */
export type How = 'click' | 'submit' | 'key' | 'script';
export type Outcome = 'sent' | 'not-sent' | 'unknown';

/** One compose window. `root` contains every field; it is the identity by which the guard keeps state. */
export interface Compose {
  root: Element;
  read(): Draft;
  /** Has the page show what it keeps folded away, by the time the next task runs. */
  unfold?(): void;
  setRecipients(recipients: Pick<Draft, 'to' | 'cc' | 'bcc'>): void;
  /** Another text in place of what is there, in the form `read` gave it. False where it could not be done. Absent: it never can. */
  replaceText?(text: DraftText): boolean;
  /** Resolves whether the page shows it done; what was there stays until then. Absent: it cannot be done here. */
  replaceFiles?(changes: FileChanges): Promise<boolean>;
  /** Resolves when the page will take a commit, at the latest after some seconds. Absent: it always will. */
  ready?(signal: AbortSignal): Promise<void>;
  /**
   * Commits the draft the way the person did. The commit itself happens before this returns, so that nothing can change
   * in between; the promise resolves when the page shows what became of it, or says it cannot tell.
   */
  resume(how: How, trigger: Element, pressed?: KeyboardEvent): Promise<Outcome>;
  /** Where the marker goes: an element it is placed after, or undefined = at the end of root. */
  markerPlace?(): Element | undefined;
  /** Parts that are not where this webmail is known to have them. Absent or empty: all is as known. */
  missing?: readonly ComposePart[];
  /** Files that were let in: where the page has no link to an attachment, it is read again from here. */
  remember?(files: readonly File[]): void;
}

export interface Webmail {
  id: string;
  /** It is known by its address: whatever is written there is most likely a message. */
  isHosted?: boolean;
  /** Whether this document is this webmail, told by the page itself, not its address. Cheap: called when the page changes. */
  recognises(document: Document): boolean;
  /** The compose windows open now. */
  composes(document: Document): Compose[];
  /** The element that commits a draft, when `target` is on or within one; `undefined` otherwise. */
  commitOf(target: Element): Element | undefined;
  /** The compose window a control outside all of them is about, where there are several: a menu, a dialog that stands between. */
  ownerOf?(control: Element): Compose | undefined;
  /** Whether submitting this form sends a draft, by this control or, without one, by the page itself. */
  isSendForm(form: HTMLFormElement, submitter?: Element): boolean;
  /** Whether a key press in a compose window sends (beyond Enter or Space on a commit element). */
  isSendKey(event: KeyboardEvent): boolean;
}
