// One person at an upload site: a Chromium with the extension, and for each test a new tab with the site, which policy takes for a private drive.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { policyArrived } from './record.ts';
import { startUploadSite, type UploadSite } from './upload-site.ts';

export interface Visit {
  readonly site: UploadSite;
  readonly chromium: Chromium;
  /** The tab with the site. */
  readonly page: Page;
}

/** A suite at an upload site, under a policy of this version. Nothing has arrived when a test begins. */
export function describeUploads(name: string, version: string, tests: (visit: Visit) => void): void {
  describe.skipIf(!chromiumPath || !canSetPolicy)(name, () => {
    const visit = {} as { site: UploadSite; chromium: Chromium; page: Page };
    let policy: ManagedPolicy;
    beforeAll(async () => {
      visit.site = await startUploadSite();
      policy = policyFor({
        version,
        internalDomains: ['house.test'],
        sites: { personal: ['drive.test', 'files.test', 'drive.localhost'], guarded: ['guarded.test'] },
        media: { internal: 'warn', external: 'block' },
      });
      visit.chromium = await startChromium({ policy });
      await policyArrived(visit.chromium, version);
    }, 120_000);
    afterAll(async () => {
      await visit.chromium?.close();
      await policy?.close();
      await visit.site?.close();
    });
    beforeEach(async () => {
      visit.site.arrived.length = 0;
      visit.page = await visit.chromium.context.newPage();
      await visit.page.goto(visit.site.addressAt('drive.test'));
    });
    afterEach(() => visit.page.close());
    tests(visit);
  });
}
