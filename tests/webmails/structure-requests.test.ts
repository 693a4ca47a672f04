// What the structure pages send, save and upload is told for what it is, at the addresses where they stand.
import { expect, it, vi } from 'vitest';
import type { RequestBody } from '@/webmails/requests/body.ts';
import { requestIn } from './all-requests.ts';
import { loadPractice, type Practice } from './practice.ts';
import { structurePages } from './structure-pages.ts';

const draft = { to: ['Kim Brown <kim@client.test>'], subject: 'Our list', body: '<p>Dear Kim</p>' };

function bodyOf(body: unknown): RequestBody | undefined {
  if (body instanceof FormData)
    return [...body].map(([name, value]) => [name, typeof value === 'string' ? value : undefined]);
  return body instanceof Blob ? undefined : String(body ?? '');
}

it.each(structurePages)('$id sends, saves and uploads', async ({ id, page, address }) => {
  const practice: Practice = loadPractice(page, address);
  const { post, save, upload } = globalThis.practice;
  const told = async (act: () => unknown, wanted: string) => {
    practice.requests.length = 0;
    void act();
    const found = () =>
      practice.requests.map(({ url, body }) =>
        requestIn({ method: 'POST', url: new URL(url, address).href, body: bodyOf(body) }),
      );
    await vi.waitFor(() => expect(found().at(-1)).toMatchObject({ webmail: id, kind: wanted }), { timeout: 10_000 });
    // iCloud and Nextcloud save, or lay out, what they then send.
    for (const { kind } of found().slice(0, -1)) expect(['draft', 'send']).toContain(kind);
  };
  const root = practice.open(draft);
  await told(() => save(root), 'draft');
  await told(() => upload(new File(['week,room'], 'timetable.csv')), 'upload');
  await told(() => post(root), 'send');
});
