// Two collectors, each a process of its own, on one PostgreSQL behind a balancer: one is killed while entries come in. Each entry is stored
// once, each chain is whole, and what is to be done once a day is done once.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChainReport, checkChains, isWhole } from '../../collector/chains.ts';
import { openStore } from '../../collector/open-store.ts';
import { signerFor } from '../../collector/signing-key.ts';
import { incidentEntry } from '../incidents/entries.ts';
import { freePort } from './free-port.ts';
import { startLossyLine } from './lossy-line.ts';
import { browser, signingKey } from './office.ts';
import { runCollector } from './running.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { canRunPostgres, postgresPlace } from './stores.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.skipIf(!canRunPostgres)('two processes behind a balancer', () => {
  it('store each entry once though one of them is killed, and do the work of the day once', {
    timeout: 120_000,
  }, async () => {
    const place = await postgresPlace();
    undo.push(place.remove);
    const sink = await startSmtpSink();
    undo.push(sink.close);
    const balancer = await startLossyLine({ requests: 0, answers: 0 });
    undo.push(balancer.close);
    const url = `http://127.0.0.1:${balancer.port}`;
    const settings = {
      ...{ GATEHOUSE_URL: url, GATEHOUSE_SMTP_URL: sink.url, GATEHOUSE_MAIL_FROM: 'register@firm.example' },
      ...{ GATEHOUSE_CONTACT: 'dpo@firm.example', GATEHOUSE_DIGEST_HOUR: '0' },
    };
    const ports = [await freePort(), await freePort()] as const;
    const [one, other] = await Promise.all(ports.map((port) => runCollector(place.address, settings, port)));
    undo.push(one!.stop, other!.stop);
    balancer.to(...ports);

    let answered = 0;
    const post = async (envelope: { id: string }) => {
      const headers = { authorization: `Bearer ${one!.token}`, 'content-type': 'application/json' };
      for (;;) {
        const answer = await fetch(`${url}/api/entries`, { method: 'POST', headers, body: JSON.stringify(envelope) })
          .then((response) => response.json())
          .catch(() => undefined);
        if (answer?.received?.[0] === envelope.id) break;
        // A line that breaks says nothing of whether it was stored: it is sent again, as a browser does.
        await wait(20);
      }
      answered += 1;
    };
    const [seats, each] = [4, 25];
    const sending = Array.from({ length: seats }, async (_, seat) => {
      const { next } = browser();
      for (let number = 1; number <= each; number += 1) await post(await next(incidentEntry(seat * 1_000 + number)));
    });
    await vi.waitUntil(() => answered >= 30, { timeout: 20_000, interval: 5 });
    await other!.kill();
    expect(answered).toBeLessThan(seats * each);
    await vi.waitUntil(() => answered >= 60, { timeout: 20_000, interval: 5 });
    const again = await runCollector(place.address, settings, ports[1]);
    undo.push(again.stop);
    await Promise.all(sending);
    const store = await openStore(place.address);
    undo.push(store.close);
    const done = async () =>
      (await store.all<{ name: string; failures: number }>('SELECT name, failures FROM jobs WHERE done_at > 0')).filter(
        ({ name }) => ['signing', 'digest', 'mail', 'check'].includes(name),
      );
    await vi.waitUntil(async () => (await done()).length === 4, { timeout: 25_000, interval: 100 });
    expect((await done()).filter(({ failures }) => failures > 0)).toEqual([]);
    const rows = await store.all<{ id: string }>("SELECT id FROM entries WHERE type = 'incident'");
    expect(new Set(rows.map(({ id }) => id)).size).toBe(seats * each);
    expect(rows).toHaveLength(seats * each);
    const { key } = (await signerFor({ database: place.address, signingKey }, { makes: false }))!;
    const reports: ChainReport[] = [];
    for await (const report of checkChains(store, key)) reports.push(report);
    expect(reports.filter((report) => !isWhole(report))).toEqual([]);
    expect(reports.filter(({ entries }) => entries === each)).toHaveLength(seats);
    // The odd ones would be told here.
    expect(await store.all('SELECT kind FROM notices')).toEqual([]);
    const said = [one!, other!, again].map((process) => process.said()).join('\n');
    expect(await store.all('SELECT number FROM signed_roots')).toEqual([{ number: 1 }]);
    // A mail of which the answer was lost goes again, under the same name.
    const names = new Set(sink.mails.map((mail) => /^Message-ID: <(.*)>/im.exec(mail)![1]!));
    expect([...names].filter((name) => name.startsWith('day-'))).toHaveLength(1);
    expect(said).not.toMatch(/failed|could not run/);
  });
});
