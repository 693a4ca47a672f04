import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isOpenDetail } from '@/collector/vouched.ts';
import { peopleKeyOf } from '@/incidents/affected.ts';
import { appendTo } from '@/incidents/chain.ts';
import { newContactKeys, readContactKeys } from '@/incidents/contact-keys.ts';
import { envelopeOf, parseEnvelope } from '@/incidents/envelope.ts';
import { unseal } from '@/incidents/sealed.ts';
import { createKeys } from '@/platform/keys.ts';
import { acknowledgementOf, amendmentOf, incidentOf, type RecordContext, reportOf, workOf } from '@/platform/record.ts';
import { strictDefault } from '@/policy/default.ts';
import { asked } from './incident-asked.ts';

let context: RecordContext;

beforeAll(async () => {
  context = {
    policy: { policy: strictDefault, source: 'cached', hash: 'f'.repeat(64), problems: [], settled: true },
    key: await createKeys('record').device(),
    peopleKey: await peopleKeyOf(await createKeys('record').device(), 7),
    extensionVersion: '0.1.0',
    now: asked.at + 20,
    host: 'mail.firm.example',
  };
});

describe('the incident that is stored', () => {
  it('has domains and fingerprints of its recipients, and nothing else of them', async () => {
    const { recipients } = await incidentOf(asked, context);
    expect(recipients.count).toBe(2);
    expect(recipients.domains).toEqual(['gmail.example', 'mail.example']);
    expect(new Set(recipients.fingerprints).size).toBe(2);
    expect(JSON.stringify(recipients)).not.toMatch(/kofi|second/i);
  });

  it('knows the same recipient and the same file again, however the address was written', async () => {
    const first = await incidentOf(asked, context);
    const second = await incidentOf({ ...asked, recipients: [' KOFI.osei4@Gmail.example '] }, context);
    expect(second.recipients.fingerprints[0]).toBe(first.recipients.fingerprints[0]);
    expect(second.files[0]?.fingerprint).toBe(first.files[0]?.fingerprint);
  });

  it('does not hold the digest of a file, which anyone with the file could compare', async () => {
    expect(JSON.stringify(await incidentOf(asked, context))).not.toContain('ab'.repeat(32));
  });

  it('has no fingerprint where there was no digest', async () => {
    const files = asked.files.map((file) => ({ ...file, digest: '' }));
    expect((await incidentOf({ ...asked, files }, context)).files[0]?.fingerprint).toBe('');
  });

  it.each([
    ['Ann Client', []],
    ['ann@', []],
    ['ann@client', []],
    ['<ann@client.example>', ['client.example']],
    ['ann@client.example or call 0770', []],
    ['"ann@home"@client.example', ['client.example']],
    ['änn@bücher.example', ['bücher.example']],
  ])('quotes nothing of an unfinished or odd address: %s', async (address, domains) => {
    const { recipients } = await incidentOf({ ...asked, recipients: [address] }, context);
    expect(recipients).toMatchObject({ count: 1, domains });
  });

  it.each([
    ['domain', 0, undefined],
    ['fingerprint', 2, undefined],
    ['full', 2, ['kofi.osei4@gmail.example', 'second@mail.example']],
  ] as const)('holds of recipients what the policy lets it: %s', async (how, prints, addresses) => {
    const policy = { ...strictDefault, record: { ...strictDefault.record, recipients: how } };
    const { recipients } = await incidentOf(asked, { ...context, policy: { ...context.policy, policy } });
    expect(recipients.fingerprints).toHaveLength(prints);
    expect(recipients.addresses).toEqual(addresses);
    expect(recipients.domains).toEqual(['gmail.example', 'mail.example']);
  });

  it.each([
    ['full', /^k\.osei@firm\.example$/],
    ['domain', /^firm\.example$/],
    ['fingerprint', /^[0-9a-f]{32}$/],
  ] as const)('holds of the sender what the policy lets it: %s', async (how, value) => {
    const policy = { ...strictDefault, record: { ...strictDefault.record, actor: how } };
    const { actor } = await incidentOf(asked, { ...context, policy: { ...context.policy, policy } });
    expect(actor.value).toMatch(value);
    expect(actor.from).toBe('account');
  });

  it('counts whom the policy exempts, and names the countries that domains tell', async () => {
    const made = await incidentOf({ ...asked, recipients: ['a@client.co.uk', 'b@client.io'], unnamed: 3 }, context);
    expect(made.recipients).toMatchObject({ count: 5, domains: ['client.co.uk', 'client.io'], countries: ['GB'] });
    const envelope = envelopeOf(await appendTo(null, { type: 'incident', incident: made }), '0.1.0');
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
  });

  it('lists a thousand recipients at most and counts them all', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => `a@firm${index}.example`);
    const { recipients } = await incidentOf({ ...asked, recipients: many }, context);
    expect(recipients.count).toBe(1_200);
    expect(recipients.fingerprints).toHaveLength(1_000);
    expect(recipients.domains).toHaveLength(1_000);
  });

  it('keeps of a private account how many there are, and nothing else', async () => {
    const account = 'kofi.private84@gmail.com';
    const incident = await incidentOf({ ...asked, account, moreFiles: 3 }, context);
    expect(incident).toMatchObject({
      actor: { value: '', from: 'unknown' },
      people: asked.people,
      kinds: asked.kinds,
      recipients: { count: asked.recipients.length, domains: [], fingerprints: [] },
      files: [],
      moreFiles: asked.files.length + 3,
      verdict: asked.verdict,
      countsOnly: true,
    });
    expect(incident).not.toHaveProperty('affected');
    expect(JSON.stringify(incident)).not.toMatch(/kofi|gmail/i);
    expect(await incidentOf({ ...asked, account: 'kofi@firm.example' }, context)).not.toHaveProperty('countsOnly');
  });

  it('keeps counts alone where the account is not shown, and the provider has private ones alone', async () => {
    const { account: _, ...unknown } = asked;
    const at = (host: string, trigger: typeof asked.trigger) =>
      incidentOf({ ...unknown, trigger }, { ...context, host });
    expect(await at('www.icloud.com', 'send')).toMatchObject({ countsOnly: true, files: [] });
    expect(await at('outlook.office.com', 'send')).not.toHaveProperty('countsOnly');
    expect(await at('www.icloud.com', 'upload'), 'a file for its drive is no mail').not.toHaveProperty('countsOnly');
  });

  it('names who sent from a private account where IT says whose browser it is', async () => {
    const policy = { ...context.policy, policy: { ...strictDefault, actor: 'k.osei@firm.example' } };
    const incident = await incidentOf({ ...asked, account: 'kofi.private84@gmail.com' }, { ...context, policy });
    expect(incident.actor).toEqual({ value: 'k.osei@firm.example', from: 'policy' });
  });

  it('has the host, version and policy the background knows', async () => {
    expect(await incidentOf(asked, context)).toMatchObject({
      place: { webmail: 'roundcube', host: 'mail.firm.example' },
      extensionVersion: '0.1.0',
      policy: { version: strictDefault.version, hash: 'f'.repeat(64), source: 'cached' },
    });
  });

  it('is never of the future', async () => {
    expect((await incidentOf({ ...asked, at: context.now + 60_000 }, context)).at).toBe(context.now);
  });

  it.each([
    ['staff-17', 'k@firm.example', { value: 'staff-17', from: 'policy' }],
    ['', 'K@Firm.example', { value: 'k@firm.example', from: 'account' }],
    ['', undefined, { value: '', from: 'unknown' }],
  ])('names as actor what policy says (%j), else the account (%j)', async (actor, account, expected) => {
    const { account: _, ...without } = asked;
    const policy = { ...context.policy, policy: { ...strictDefault, actor } };
    const incident = await incidentOf({ ...without, ...(account && { account }) }, { ...context, policy });
    expect(incident.actor).toEqual(expected);
  });

  it.each([
    ['send to ann@client.example please', 'send to … please'],
    ['her number is 07700 900-123, call', 'her number is …, call'],
    ['NHS 943 476 5919', 'NHS …'],
    ['case 12 of 2026, 3 pages', 'case 12 of 2026, 3 pages'],
  ])('masks once more what a reason should not hold: %s', async (text, masked) => {
    const incident = await incidentOf({ ...asked, reason: { code: 'other', text } }, context);
    expect(incident.reason).toEqual({ code: 'other', text: masked });
  });

  it('is what an envelope takes', async () => {
    const incident = await incidentOf(asked, context);
    const envelope = envelopeOf(await appendTo(null, { type: 'incident', incident }), '0.1.0');
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
  });
});

describe('what else is stored', () => {
  it('is a report, masked once more, that an envelope takes', async () => {
    const report = await reportOf(
      { what: 'sent to bob@wrong.example', when: 'Monday', recovered: 'no', people: 'few' },
      context,
    );
    expect(report).toMatchObject({ what: 'sent to …', when: 'Monday', actor: { from: 'unknown' } });
    const envelope = envelopeOf(await appendTo(null, { type: 'report', report }), '0.1.0');
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
  });

  it('is a report of which, sealed, only the breach contact reads who wrote what', async () => {
    const { text, keys } = await newContactKeys();
    const policy = { ...strictDefault, actor: 'sam@firm.example', keys: { sealTo: keys.sealTo } };
    const report = await reportOf(
      { what: 'sent Ann’s file to the wrong firm', when: 'Monday', recovered: 'no', people: 'few' },
      { ...context, policy: { ...context.policy, policy } },
    );
    expect(report).toMatchObject({ what: '', when: '', recovered: 'no', people: 'few', actor: { from: 'sealed' } });
    expect(JSON.stringify(report)).not.toMatch(/sam@|Ann|Monday/);
    const { opener } = (await readContactKeys(text))!;
    expect(await unseal(report.sealed!, opener, report.id)).toEqual({
      actor: 'sam@firm.example',
      what: 'sent Ann’s file to the wrong firm',
      when: 'Monday',
    });
    const envelope = envelopeOf(await appendTo(null, { type: 'report', report }), '0.1.0');
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
  });

  it('is who read the guidance, under the pseudonym that stands on what they sent where names are sealed', async () => {
    const { keys } = await newContactKeys();
    const actorsUnder = async (sealing: { sealTo?: string }) => {
      const policy = { ...context.policy, policy: { ...strictDefault, actor: 'sam@firm.example', keys: sealing } };
      const read = await acknowledgementOf({ ...context, policy });
      return { read: read.actor, sent: (await incidentOf(asked, { ...context, policy })).actor };
    };
    const open = { value: 'sam@firm.example', from: 'policy' };
    expect(await actorsUnder({})).toEqual({ read: open, sent: open });
    const { read, sent } = await actorsUnder({ sealTo: keys.sealTo });
    expect(read).toEqual({ value: expect.stringMatching(/^staff-/), from: 'sealed' });
    expect(sent).toEqual(read);
  });

  describe('of work', () => {
    const note = { do: 'note', text: 'rang them' } as const;
    const about = '0193b5a0-0000-7000-8000-000000000001';
    const workUnder = (changes: Partial<typeof strictDefault>, by = '') =>
      workOf(about, note, {
        ...context,
        by,
        policy: { ...context.policy, policy: { ...strictDefault, ...changes } },
      });

    it.each([
      ['priya.nair@firm.example', 'somebody else', { value: 'priya.nair@firm.example', from: 'policy' }],
      ['', ' Priya Nair ', { value: 'Priya Nair', from: 'typed' }],
    ])('is the name policy gives (%j), else what was typed (%j)', async (actor, by, expected) => {
      const { by: named, sealed } = await workUnder({ actor }, by);
      expect([named, sealed]).toEqual([expected, undefined]);
    });

    it.each(['', '  ', 'priya.nair@firm.example', '0113 496 0100'])('is nothing without a name (%j)', async (by) => {
      await expect(workUnder({}, by)).rejects.toThrow('nobody is named');
    });

    it('is under the pseudonym of what they sent where names are sealed, and the key opens it', async () => {
      const { text, keys } = await newContactKeys();
      const sealing = { actor: 'sam@firm.example', keys: { sealTo: keys.sealTo } };
      const step = await workUnder(sealing);
      const policy = { ...context.policy, policy: { ...strictDefault, ...sealing } };
      expect(step.by).toEqual((await incidentOf(asked, { ...context, policy })).actor);
      expect(JSON.stringify(step)).not.toContain('sam@');
      const { opener } = (await readContactKeys(text))!;
      expect(await unseal(step.sealed!, opener, step.id)).toEqual({ actor: 'sam@firm.example' });
      const envelope = envelopeOf(await appendTo(null, { type: 'work', work: step }), '0.1.0');
      expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
      expect(isOpenDetail(envelope, { sealTo: keys.sealTo })).toBe(false);
      const open = envelopeOf(await appendTo(null, { type: 'work', work: await workUnder({}, 'Sam') }), '0.1.0');
      expect(isOpenDetail(open, { sealTo: keys.sealTo })).toBe(true);
    });
  });

  it('is an amendment that names its incident', async () => {
    const { id } = await incidentOf(asked, context);
    const amendment = amendmentOf(id, 'not-sent', 5);
    expect(amendment).toMatchObject({ incident: id, sent: 'not-sent', at: 5 });
    expect(amendment.id).not.toBe(id);
  });

  it('has ids that sort by time', async () => {
    const ids = [];
    for (let n = 0; n < 50; n += 1) ids.push(amendmentOf('x', 'sent', n).id);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
