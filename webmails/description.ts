// What one webmail looks like, as data. Selectors are lists: names and ids that do not depend on the language first, roles and
// order last. Class names that a build makes up stand nowhere alone. The engine that reads this is described.ts.

export interface Description {
  id: string;
  /** Tested against the host of the document. Absent: it runs at any address, and `mark` tells it. */
  hosts?: RegExp;
  /** What is in the page of this webmail alone. */
  mark?: string;
  /** What a person writes in, or the frame around it. */
  body: string;
  /** The element around the chips and the input of a field, or the input itself. */
  to: string;
  cc: string;
  bcc: string;
  /** One finished recipient. */
  chip: string;
  /** Attributes of a chip, or of something in it, that hold the address, the best first. Default: `title`. The text comes last. */
  address?: readonly string[];
  /** What stands for recipients, or in the frame of the editor for a quote, that are not in the page until it is pressed. */
  folded?: string;
  subject: string;
  /** Everything in the window that commits at a press. */
  send: string;
  /** What Enter in a field presses, unseen: it does what the first of `send` does, and less for the text. */
  implied?: string;
  /** What commits outside the window: in menus, and in dialogs that stand between. */
  outside?: string;
  /** What in `send` only opens a menu. */
  opens?: string;
  /** In this order: `mac` for a Mac alone, `ctrl` for ⌘ too, `alt`, `shift`, the key. Default: `ctrl+enter`. */
  keys?: readonly string[];
  /** What shows the address of who is signed in. */
  account?: string;
  /** Whether the page's title ends with that address and the product's name. */
  isInTitle?: true;
  /** What shows the address that is written from. */
  from: string;
  /** One attachment in the window. */
  attachment: string;
}
