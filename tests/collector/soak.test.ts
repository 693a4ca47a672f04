// The soak in small: every entry stored exactly once through losses and kills. In large: npm run soak:collector.
import { expect, it } from 'vitest';
import { describeStores } from './describe-stores.ts';
import { soak } from './soak.ts';

const load = { seats: 10, each: 6, pace: 300, kills: 3, failing: { requests: 0.3, answers: 0.1 }, hurry: 30 };

describeStores('many browsers behind a line that fails, with kills', (makePlace) => {
  it('are stored each entry exactly once, in whole chains', { timeout: 120_000 }, async () => {
    const place = await makePlace();
    try {
      const outcome = await soak(place.address, load);
      expect(outcome).toMatchObject({ stored: 60, distinct: 60, wholeChains: 10, brokenChains: 0, notices: 0 });
      expect(outcome.kills.collector + outcome.kills.seats).toBeGreaterThan(0);
      expect(outcome.lost.answers).toBeGreaterThan(0);
      expect(outcome.said).not.toContain('seat ');
    } finally {
      await place.remove();
    }
  });
});
