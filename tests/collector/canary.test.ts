// 500 known values in a draft, its recipients, its file and its reason: none of them may be anywhere afterwards: not on the wire, in the
// database, a mail, what is passed on, a backup, an export or a log.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { assess } from '../../assessment/assess.ts';
import { toRecord } from '../../assessment/to-record.ts';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { backUp } from '../../collector/backup.ts';
import { jobsOf } from '../../collector/jobs/index.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { firmPeopleKey } from '../../incidents/affected.ts';
import { newContactKeys } from '../../incidents/contact-keys.ts';
import { toCsv, toJson } from '../../incidents/export.ts';
import { rowsOf } from '../../incidents/joining.ts';
import { postOf } from '../../incidents/sinks.ts';
import { incidentOf, reportOf } from '../../platform/record.ts';
import { strictDefault } from '../../policy/default.ts';
import { maskReason } from '../../redaction/mask.ts';
import { t } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, openCollector } from './office.ts';
import { startSmtpSink } from './smtp-sink.ts';

const clients = generateClients(100, 500);
const canaries = clients.flatMap(({ name, email, phone, nino, nhsNumber }) => [name, email, phone, nino, nhsNumber]);
const sheet = [
  'Name,E-mail,Phone,NI number,NHS number',
  ...clients.map(({ name, email, phone, nino, nhsNumber }) => [name, email, phone, nino, nhsNumber].join(',')),
].join('\n');
const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const { keys } = await newContactKeys();
const peopleKey = await firmPeopleKey(keys.people);

afterEach(() => vi.restoreAllMocks());

describeStores('a canary set of 500 values', (makePlace) => {
  it.each([
    ['sealed to the breach contact', { sealTo: keys.sealTo, people: keys.people }],
    ['unsealed', {}],
  ])('is nowhere afterwards, %s', { timeout: 120_000 }, async (_, withKeys) => {
    expect(new Set(canaries).size).toBe(500);
    const said: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void said.push(words.map(String).join(' ')));
    const forwarded: string[] = [];
    const engine = createServer((request, response) => {
      request.on('data', (chunk) => forwarded.push(String(chunk)));
      request.on('end', () => response.writeHead(200).end('{}'));
    });
    await new Promise<void>((listening) => engine.listen(0, '127.0.0.1', listening));
    const [place, sink] = [await makePlace(), await startSmtpSink()];
    const collector = await openCollector(place.address, {
      GATEHOUSE_SMTP_URL: sink.url,
      GATEHOUSE_MAIL_FROM: 'register@firm.example',
      GATEHOUSE_CONTACT: 'dpo@firm.example',
      GATEHOUSE_FORWARD_URL: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`,
    });
    const file = { id: '1', name: `${canaries[0]}.csv`, content: new Blob([sheet]) };
    const draft = {
      ...{ account: 'sam@firm.example', to: ['sam@gmail.example', ...clients.slice(0, 3).map(({ email }) => email)] },
      ...{
        cc: [],
        bcc: [],
        subject: canaries[0]!,
        body: sheet,
        isHtml: false,
        files: [file],
        trigger: 'send' as const,
      },
    };
    const policy = { ...strictDefault, keys: withKeys };
    const assessment = await assess(draft, policy, { session: peopleKey.seed, now: Date.now });
    expect(assessment.facts.people.estimate).toBeGreaterThanOrEqual(95);
    const words = maskReason(`for ${canaries.slice(0, 10).join(', ')}`);
    const asked = toRecord(
      assessment,
      { choice: 'sent-with-reason', release: true, openedForMs: 1, reason: { code: 'other', text: words } },
      {
        ...{ at: 1, place: { webmail: 'roundcube', host: '' }, adapterHealth: 'well', digests: ['ab'.repeat(32)] },
        ...{ seed: peopleKey.seed, draftDigest: 'cd'.repeat(32) },
      },
    );
    const context = {
      policy: { policy, source: 'managed' as const, hash: 'ab'.repeat(32), problems: [], settled: true },
      ...{ key, peopleKey, extensionVersion: '0.1.0', now: Date.now(), host: 'mail.firm.example' },
    };
    const incident = await incidentOf(asked, context);
    expect(incident.affected?.people).toBeGreaterThanOrEqual(95);
    const report = await reportOf({ what: words, when: 'today', recovered: 'no', people: 'many' }, context);
    const { next } = browser();
    const envelopes = [await next({ type: 'incident', incident }), await next({ type: 'report', report })];
    const wire = envelopes.map((envelope) =>
      JSON.stringify(postOf({ kind: 'collector', url: 'https://c.example' }, envelope)),
    );
    for (const envelope of envelopes) expect((await collector.post(envelope)).status).toBe(200);
    // Malformed on purpose: what is refused may be quoted nowhere either.
    await collector.post({ ...envelopes[0], note: canaries.join(' ') });
    await collector.post(`{"broken": "${canaries.join(' ')}`);
    const world = { ...collector, now: Date.now, version: '0.1.0' };
    for (const job of jobsOf(world)) await runJob(job, world);
    expect(sink.mails.length).toBeGreaterThan(0);
    expect(forwarded.length).toBeGreaterThan(0);
    const backup = join(tmpdir(), `canary-${crypto.randomUUID()}.jsonl`);
    await backUp(collector.store, backup, Date.now());
    const tables = ['entries', 'devices', 'notices', 'audit', 'jobs', 'outgoing'];
    const rows = await Promise.all(tables.map((table) => collector.store.all(`SELECT * FROM ${table}`)));
    const everywhere = {
      wire,
      database: rows.map((all) => JSON.stringify(all)),
      mails: sink.mails,
      forwarded,
      backup: [readFileSync(backup, 'utf8')],
      exports: [toCsv(rowsOf(envelopes), t), toJson(envelopes, 0)],
      log: said,
    };
    rmSync(backup);
    for (const [where, texts] of Object.entries(everywhere)) {
      const text = texts.join('\n').toLowerCase();
      expect(canaries.filter((value) => text.includes(value.toLowerCase())).length, where).toBe(0);
    }
    await collector.close();
    await Promise.all([place.remove(), sink.close(), new Promise((closed) => engine.close(closed))]);
  });
});
