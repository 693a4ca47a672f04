// One signed-in person at work: a Chromium with the extension and the practice webmail, shared by the tests of one file.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type Chromium, type StartOptions, startChromium } from './chromium.ts';
import { canRunRoundcube, chromiumPath } from './machine.ts';
import { type Roundcube, type Skin, startRoundcube } from './roundcube.ts';
import { login } from './roundcube-page.ts';

export interface Office {
  readonly chromium: Chromium;
  readonly roundcube: Roundcube;
  /** The tab with the webmail. */
  readonly page: Page;
}

/** A suite that needs Chromium, the extension and the practice webmail. Mailboxes are empty before each test. */
export function describeOffice(
  name: string,
  tests: (office: Office) => void,
  { skin = 'elastic', ...start }: StartOptions & { skin?: Skin } = {},
): void {
  describe.skipIf(!chromiumPath || !canRunRoundcube)(name, () => {
    const office = {} as { chromium: Chromium; roundcube: Roundcube; page: Page };
    beforeAll(async () => {
      office.roundcube = startRoundcube();
      office.roundcube.reset();
      office.chromium = await startChromium(start);
      office.page = await office.chromium.context.newPage();
      await login(office.page, office.roundcube, skin);
    });
    afterAll(async () => {
      await office.chromium?.close();
      office.roundcube?.reset();
    });
    beforeEach(() => office.roundcube.reset());
    tests(office);
  });
}

/** Once it is certain that nothing is on its way: nothing is there, and nothing may come until the next test. */
export const expectNothingArrived = (roundcube: Roundcube): Promise<void> => roundcube.expectNothing();
