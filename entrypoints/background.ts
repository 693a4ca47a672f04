// The background: wires only. Every listener is registered at once, or a worker that was woken for an event would miss it.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { askedFor } from '@/incidents/affected.ts';
import { fingerprint } from '@/incidents/fingerprint.ts';
import type { Incident } from '@/incidents/incident.ts';
import type { IncidentToRecord } from '@/incidents/record.ts';
import { readRelease, releasablesIn } from '@/incidents/release-code.ts';
import { showDelivery } from '@/platform/badge.ts';
import { alarmName, createOutbox } from '@/platform/delivery/outbox.ts';
import { announce, claim, forgetTab, hostOfDesk, isRecordedBy, remember } from '@/platform/desk/nonces.ts';
import { bridgeStages } from '@/platform/desk/stage-bridge.ts';
import { wantStage } from '@/platform/desk/want-stage.ts';
import { deviceId } from '@/platform/device-id.ts';
import { noteLook, toldUntil } from '@/platform/drift.ts';
import { createErasing } from '@/platform/erasing.ts';
import { createNetworkGate } from '@/platform/gate/network-gate.ts';
import { tellStopped } from '@/platform/gate/stopped.ts';
import { healthOf } from '@/platform/health.ts';
import { openImported } from '@/platform/journal/imported.ts';
import { createJournal } from '@/platform/journal/journal.ts';
import { forgetFiles, keepFiles, keptFiles } from '@/platform/kept-files.ts';
import { createKeys } from '@/platform/keys.ts';
import { loadDrafts } from '@/platform/load-drafts.ts';
import { createManagedPolicy } from '@/platform/managed-policy.ts';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { type From, serve } from '@/platform/messages/service.ts';
import { guardOpenPages } from '@/platform/open-pages.ts';
import { createOpenQuestions } from '@/platform/open-questions.ts';
import { forgetState, keepState, stateOf } from '@/platform/page-states.ts';
import { peopleKey } from '@/platform/people-key.ts';
import { createPeopleLedger } from '@/platform/people-ledger.ts';
import { withoutSecrets } from '@/platform/policy-watch.ts';
import { acknowledgementOf, amendmentOf, incidentOf, reportOf, type Unsealed, workOf } from '@/platform/record.ts';
import { timeToEraseBy } from '@/platform/steady-clock.ts';
import { keepTraining, lastTraining } from '@/platform/training.ts';
import { updateIfIdle, updateIsThere } from '@/platform/updates.ts';
import { printOf } from '@/webmails/requests/body.ts';
import { hostedRequests } from '@/webmails/requests/hosted.ts';
import { requestsOf } from '@/webmails/requests/requests.ts';
import { selfHostedRequests } from '@/webmails/requests/self-hosted.ts';

const aDay = 24 * 3_600_000;

export default defineBackground(() => {
  const now = () => Date.now();
  const extensionVersion = browser.runtime.getManifest().version;
  const managed = createManagedPolicy();
  const keys = createKeys();
  const journal = createJournal({ signer: keys.signer, now });
  const erasing = createErasing(journal, openImported());
  const ledger = createPeopleLedger(keys.device);
  const people = () => peopleKey({ device: keys.device, seed: ledger.seed, policy: managed.inForce });
  const ledgerSince = async () => now() - (await managed.inForce()).policy.ledgerDays * aDay;
  const requestIn = requestsOf([...hostedRequests, ...selfHostedRequests]);
  const gate = createNetworkGate({
    kindOf: (request) => requestIn(request).kind,
    printOf,
    now,
    stopped: (tab, kind) => void tellStopped(tab, kind),
  });
  const bridge = import.meta.env.BROWSER === 'firefox' ? bridgeStages() : undefined;
  const health = (toCollector: boolean) => healthOf({ gate, journal, now, toCollector });
  const outbox = createOutbox({
    health: () => health(true),
    beaten: toldUntil,
    extensionVersion,
    journal,
    device: deviceId,
    policy: managed.inForce,
    fetch: (url, request) => fetch(url, request),
    now,
    isOnline: () => navigator.onLine,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    changed: async (status) => {
      const { settled, policy } = await managed.inForce();
      if (settled) await showDelivery(status, now(), policy.failModes.undeliveredHours);
    },
  });
  const deliver = (when: 'due' | 'now') => {
    outbox.deliver(when).catch((thrown) => console.warn('Gatehouse could not deliver', thrown?.name));
  };

  const questions = createOpenQuestions((incident) => journal.append({ type: 'incident', incident }));
  const placeOf = async (from: From) => {
    const host = await hostOfDesk(from);
    if (host === undefined) throw new Error('a desk nobody announced');
    return { tab: from.tab, host };
  };
  const made = async (
    incident: IncidentToRecord,
    from: From,
    idOf?: (made: Unsealed) => Promise<string | undefined>,
  ): Promise<Incident> => {
    const { host } = await placeOf(from);
    const [policy, key, byPeople, trainedAt] = await Promise.all([
      ...([managed.inForce(), keys.device(), people(), lastTraining()] as const),
    ]);
    const more = { ...(trainedAt !== undefined && { trainedAt }), ...(idOf && { idOf }) };
    return incidentOf(incident, { policy, key, peopleKey: byPeople, extensionVersion, now: now(), host, ...more });
  };

  serve({
    'policy/get': async () => withoutSecrets(await managed.inForce()),
    'desk/announce': async ({ nonce }, from) => {
      await announce(nonce, from);
      // A desk means there may soon be an incident: what its record needs is opened now.
      void Promise.allSettled([keys.device(), journal.waiting()]);
      return { known: true };
    },
    'desk/claim': async ({ nonce }, from) => {
      const host = await claim(nonce, from);
      return host === undefined ? { refused: true } : { host, seed: (await people()).seed };
    },
    'stage/want': async ({ nonce }, from) => {
      await placeOf(from);
      bridge?.expect(nonce, from);
      await wantStage(from.tab, nonce);
      return { known: true };
    },
    'files/keep': async ({ files }, from) => {
      await keepFiles(files, await placeOf(from), now());
      return { known: true };
    },
    'files/kept': async ({ names }, from) => ({ files: await keptFiles(names, await placeOf(from), now()) }),
    'ledger/history': async (privately) => ledger.history(privately, await ledgerSince()),
    'ledger/add': async (privately) => {
      await ledger.add(privately, now(), await ledgerSince());
      return { known: true };
    },
    'incident/open': async ({ incident }, from) => {
      await questions.open(from.tab, await made(incident, from));
      return { known: true };
    },
    'incident/record': async ({ incident }, from) => {
      const answered = await made(incident, from, (one) => questions.idOf(from.tab, one));
      await journal.append({ type: 'incident', incident: answered });
      await Promise.all([questions.close(from.tab, answered.id), remember(answered.id, from)]);
      deliver('due');
      return { id: answered.id };
    },
    'incident/amend': async ({ incident, sent }, from) => {
      if (!(await isRecordedBy(incident, from))) throw new Error('an incident of another tab');
      const amendment = amendmentOf(incident, sent, now());
      await journal.append({ type: 'amendment', amendment });
      deliver('due');
      return { id: amendment.id };
    },
    'people/seed': async () => ({ seed: (await people()).seed }),
    'people/prints': async ({ hashes }) => askedFor(hashes, await people()),
    'pseudonyms/key': async () => {
      const { policy } = await managed.inForce();
      if (!policy.safeCopy.pseudonyms) throw new Error('pseudonyms are not allowed');
      return { key: await fingerprint(await keys.device(), 'pseudonyms', '') };
    },
    'report/record': async ({ report: asked }) => {
      const [policy, key] = await Promise.all([managed.inForce(), keys.device()]);
      const report = await reportOf(asked, { policy, key, extensionVersion, now: now() });
      await journal.append({ type: 'report', report });
      // Somebody tells of a breach: no wait that something else has earned is for this.
      deliver('now');
      return { id: report.id };
    },
    'release/check': async ({ draft: draftDigest, code }, from) => {
      const { releaseCodes } = (await managed.inForce()).policy.keys;
      if (releaseCodes === undefined || (await hostOfDesk(from)) === undefined) return 'other';
      const draft = await fingerprint(await keys.device(), 'draft', draftDigest);
      const release = await readRelease(code, releaseCodes, releasablesIn(await journal.list(), draft), now());
      return release.ok ? 'ok' : release.why;
    },
    'work/record': async ({ about, change, by }) => {
      const [policy, key] = await Promise.all([managed.inForce(), keys.device()]);
      const work = await workOf(about, change, { by, policy, key, now: now() });
      await journal.append({ type: 'work', work });
      deliver('due');
      return { id: work.id };
    },
    'guidance/acknowledge': async () => {
      const [policy, key] = await Promise.all([managed.inForce(), keys.device()]);
      const acknowledgement = await acknowledgementOf({ policy, key, now: now() });
      await journal.append({ type: 'acknowledgement', acknowledgement });
      await keepTraining(acknowledgement.at);
      deliver('due');
      return { id: acknowledgement.id };
    },
    'register/list': async () => ({ entries: await journal.list(), health: await journal.health() }),
    'register/erase': async ({ ids }) => {
      const { reporting } = (await managed.inForce()).policy;
      const erased = await erasing.byId(ids, reporting ? 'post' : 'hand');
      deliver('due');
      return erased;
    },
    'delivery/status': () => outbox.status(),
    'delivery/now': async () => {
      await outbox.deliver('now');
      return outbox.status();
    },
    'delivery/mailed': ({ sequences }) => outbox.mailed(sequences),
    'delivery/told': ({ sequences }) => outbox.told(sequences),
    'drafts/load': async (_, from) => {
      await loadDrafts(from);
      return { known: true };
    },
    'health/get': () => health(false),
    'delivery/test': () => outbox.test(),
    'gate/clear': async ({ kind, length, seed }, from) => {
      const active = await gate.isActive();
      if (active) await gate.clear(from.tab, from.topHost, kind, length, seed);
      return { active };
    },
    'page/state': async ({ state }, from) => {
      await Promise.all([keepState(state, from), noteLook(state, now())]);
      if (state.composes === 0) void updateIfIdle();
      return { known: true };
    },
    'page/get': async ({ tab }) => ({ ...(await stateOf(tab)), network: await gate.isActive() }),
  });

  const eraseOld = async ({ settled, policy }: PolicyInForce) => {
    if (!settled) return;
    const time = await timeToEraseBy(now());
    if (time === 0) return;
    void erasing.byTime(time - policy.retentionDays * aDay, policy.reporting ? 'post' : 'hand');
    void ledger.erase(time - policy.ledgerDays * aDay);
  };
  managed.onChange((policy) => {
    deliver('now');
    void eraseOld(policy);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) deliver('due');
  });
  browser.runtime.onStartup.addListener(() => deliver('now'));
  // Where the worker sleeps then, the alarm finds the network back: it waits no longer than it must while there is none.
  addEventListener('online', () => deliver('now'));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void guardOpenPages();
    void browser.tabs.create({ url: browser.runtime.getURL('/register.html#guidance'), active: false });
  });
  browser.runtime.onUpdateAvailable.addListener(() => void updateIsThere());
  browser.tabs.onRemoved.addListener((tab) => {
    void forgetTab(tab);
    void forgetFiles(tab, now());
    void gate.forget(tab);
    void questions.leave(tab).then(() => deliver('due'));
    void forgetState(tab).then(updateIfIdle);
  });
  // Content scripts have no business in the store: the page's process could speak for them. Firefox cannot forbid it.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void questions.recover().then(() => deliver('due'));
  void managed.inForce().then(eraseOld);
});
