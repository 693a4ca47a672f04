// The dialog as a person meets it: a frame of the extension above the page, found by what it says, pressed where it shows.
import type { Frame, Locator, Page } from 'playwright-core';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

export type MessageKey = keyof typeof messages;

/** The English text of a label, its `$1` … filled in. */
export function label(key: MessageKey, substitutions: string[] = []): string {
  return messages[key].message.replace(/\$(\d)/g, (_, index) => substitutions[Number(index) - 1] ?? '');
}

export interface Dialog {
  box: Locator;
  frame: Frame;
  headline(): Promise<string>;
  /** Everything it says, as one text. */
  text(): Promise<string>;
  button(key: MessageKey, substitutions?: string[]): Locator;
  /** Presses a button, whatever comes of it. */
  press(key: MessageKey): Promise<void>;
  /** Presses a button the way back or on, and waits until the dialog is gone. */
  answer(key: MessageKey, substitutions?: string[]): Promise<void>;
  giveReason(reason: string, sentence: string): Promise<void>;
  isGone(): Promise<void>;
}

/** A page that removes the desk makes it come again, so there may be several for a moment. */
const desks = (page: Page): Frame[] =>
  page.frames().filter((frame) => /^(chrome|moz)-extension:.*\/desk\.html/.test(frame.url()) && !frame.isDetached());

const boxSelector = '[role=alertdialog]';
const boxIn = (frame: Frame): Locator => frame.locator(boxSelector);

/** The desk, once there is one, whatever it shows. */
export async function deskOn(page: Page, timeout = 15_000): Promise<Frame> {
  const until = Date.now() + timeout;
  for (;;) {
    const [frame] = desks(page);
    if (frame) return frame;
    if (Date.now() > until) throw new Error(`no desk within ${timeout} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the dialog asks something, within `timeout` milliseconds. A note that reading takes long does not count. */
export async function dialogOn(page: Page, timeout = 30_000): Promise<Dialog> {
  const until = Date.now() + timeout;
  for (;;) {
    for (const frame of desks(page)) {
      if ((await isAsking(frame)) && (await isAtRest(boxIn(frame)))) return dialogIn(frame, boxIn(frame));
    }
    if (Date.now() > until) {
      throw new Error(`no dialog within ${timeout} ms; frames: ${page.frames().map((one) => one.url())}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Whether a dialog shows now. */
export async function hasDialog(page: Page): Promise<boolean> {
  const asking = await Promise.all(desks(page).map((frame) => isAsking(frame)));
  return asking.includes(true);
}

/** What notices stand in the page. */
export const noticesOn = (page: Page): Promise<string[]> => namesOn(page, 'alertdialog');

/** Names of what has this role, as assistive technology is told them: the extension's own parts are in closed shadow trees. */
export async function namesOn(page: Page, wanted: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.filter(({ role }) => role?.value === wanted).map(({ name }) => String(name?.value));
  } finally {
    await session.detach();
  }
}

/** The frame takes the height of its content; a press while it moves would miss. */
async function isAtRest(box: Locator): Promise<boolean> {
  const before = await box.boundingBox();
  await new Promise((done) => setTimeout(done, 150));
  return before !== null && JSON.stringify(before) === JSON.stringify(await box.boundingBox());
}

/**
 * Presses where the button shows; by keyboard where the browser draws nothing for a while, as one does that stands behind others. On a busy
 * machine the page moves the frame between the look and the press: what fell beside the button is no press, and a hand tries again.
 */
async function press(button: Locator, frame: Frame): Promise<void> {
  const heard = await button.evaluateHandle((element) => {
    const presses = { count: 0 };
    element.addEventListener('click', () => presses.count++, true);
    return presses;
  });
  // A frame that is gone was pressed.
  const hasHit = () => heard.evaluate(({ count }) => count > 0).catch(() => true);
  for (let tries = 0; tries < 3 && (tries === 0 || !(await hasHit())); tries++) await pressOnce(button, frame);
}

async function pressOnce(button: Locator, frame: Frame): Promise<void> {
  const draws = () =>
    frame.evaluate(
      () =>
        new Promise<boolean>((said) => {
          requestAnimationFrame(() => said(true));
          setTimeout(said, 10_000, false);
        }),
    );
  if (await draws()) await button.click();
  else await button.press('Enter');
}

/** At one look: between two looks one view may take the place of another. */
async function isAsking(frame: Frame): Promise<boolean> {
  try {
    return await frame.locator(`${boxSelector}:not(:has(progress))`).isVisible();
  } catch {
    // The page removed the frame between finding and looking.
    return false;
  }
}

function dialogIn(frame: Frame, box: Locator): Dialog {
  const button = (key: MessageKey, substitutions?: string[]) =>
    box.getByRole('button', { name: label(key, substitutions), exact: true });
  /** The page is covered a moment longer than anything shows: a press or a drop would fall on the cover. What is asked next may keep it. */
  const isGone = async () => {
    await box.waitFor({ state: 'hidden' }).catch(async () => {
      throw new Error(`the dialog still stands and says: ${await box.innerText()}`);
    });
    const element = await frame.frameElement().catch(() => undefined);
    while ((await element?.isVisible().catch(() => false)) && !(await isAsking(frame)))
      await new Promise((done) => setTimeout(done, 20));
  };
  return {
    box,
    frame,
    button,
    isGone,
    press: (key) => press(button(key), frame),
    headline: () => box.getByRole('heading').innerText(),
    text: () => box.innerText(),
    async answer(key, substitutions) {
      const pressed = button(key, substitutions);
      // A button that lets a message go is not ready at once.
      await frame.waitForFunction(
        (element) => element?.getAttribute('aria-disabled') !== 'true',
        await pressed.elementHandle(),
      );
      await press(pressed, frame);
      // The browser says a moment late that a button which has just come into view can be seen: one presses once more.
      const covered = frame.getByText(label('dialog_covered'));
      // A frame that is gone was pressed.
      const isCovered = () => covered.isVisible().catch(() => false);
      for (let tries = 0; tries < 3 && (await isCovered()); tries++) {
        await new Promise((done) => setTimeout(done, 300));
        await press(pressed, frame);
      }
      await isGone();
    },
    async giveReason(reason, sentence) {
      await box.getByRole('radio', { name: reason }).check();
      for (const point of await box.getByRole('checkbox').all()) await point.check();
      await box.getByRole('textbox', { name: label('dialog_reason_text') }).fill(sentence);
    },
  };
}
