// SIGKILL to the whole browser: what was recorded before is there afterwards, and the breach contact is told once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { canRunRoundcube, canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { expectNothingArrived } from './office.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { incidentsOf, policyArrived } from './record.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';
import { login, openCompose, pressSend, write } from './roundcube-page.ts';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

describe.skipIf(!chromiumPath || !canRunRoundcube || !canSetPolicy)('a browser killed after a block', () => {
  let roundcube: Roundcube;
  let receiver: Receiver;
  let policy: ManagedPolicy;
  let chromium: Chromium;

  beforeEach(async () => {
    roundcube = startRoundcube();
    roundcube.reset();
    receiver = await startReceiver();
    policy = policyFor({
      version: 'killed',
      breachContact: { name: 'Priya Nair', email: 'priya.nair@brightwater.example', phone: '0113 496 0100' },
      reporting: { url: receiver.address },
    });
    chromium = await startChromium({ policy });
    await policyArrived(chromium, 'killed');
  });
  afterEach(async () => {
    await chromium.close();
    await policy.close();
    await receiver.close();
  });

  const block = async () => {
    const page = await chromium.context.newPage();
    await login(page, roundcube);
    await openCompose(page);
    await write(page, { to: [ownAddress], subject: 'for later', body: headline.body });
    await pressSend(page);
    return dialogOn(page);
  };

  const restarted = async () => {
    chromium = await startChromium({ policy, profile: chromium.profile });
    await policyArrived(chromium, 'killed');
  };

  const deliveriesOf = (id: string) => receiver.deliveries.filter(({ json }) => json.id === id);

  it('still has the incident, and delivers it once, when it was killed as the dialog closed', async () => {
    receiver.behave('drop');
    const dialog = await block();
    await dialog.answer('dialog_back_message');
    await chromium.kill();
    receiver.behave('confirm');
    await restarted();
    const [incident, ...others] = await incidentsOf(chromium);
    expect(incident).toMatchObject({ verdict: { action: 'block' }, people: { estimate: 957 } });
    expect(others).toEqual([]);
    await expect.poll(() => confirmed(receiver).length, { timeout: 40_000 }).toBe(1);
    await expectNothingArrived(roundcube);
    expect(confirmed(receiver)).toHaveLength(1);
    expect(valuesIn(confirmed(receiver)[0]?.text ?? '', [...valuesOf(headline.clients), ownAddress])).toEqual([]);
    expect(deliveriesOf(String(confirmed(receiver)[0]?.json.id))).not.toEqual([]);
  });

  it('has the incident when it was killed while the dialog still stood', async () => {
    await block();
    await chromium.kill();
    await restarted();
    expect(await incidentsOf(chromium)).toMatchObject([{ verdict: { action: 'block' }, people: { estimate: 957 } }]);
    await expect.poll(() => confirmed(receiver).length, { timeout: 40_000 }).toBe(1);
    await expectNothingArrived(roundcube);
  });
});

const confirmed = ({ deliveries }: Receiver) => deliveries.filter(({ answeredAs }) => answeredAs === 'confirm');
