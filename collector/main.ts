// `npm run collector`: starts the collector, or does one thing with its store and ends. No decisions.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import type { Signer } from '../incidents/signing.ts';
import { hasAccounts } from './accounts.ts';
import { createApp } from './app.ts';
import { type BackedUp, backUp, restore } from './backup.ts';
import { checkChains, isWhole } from './chains.ts';
import { readConfig } from './config.ts';
import { isPostgres } from './database.ts';
import { noteEarlierSteps } from './earlier-steps.ts';
import { readErased } from './erasing.ts';
import { makeToken } from './intake-tokens.ts';
import { inviteFirst, inviteHere } from './invitations.ts';
import { jobsOf } from './jobs/index.ts';
import { startJobs } from './jobs/job.ts';
import { openStore } from './open-store.ts';
import type { World } from './route.ts';
import { welcomeLink } from './routes/accounts.ts';
import { isKnownRoot, longBegun, readEnds } from './signed-ends.ts';
import { keyPlace, NoKey, signerFor } from './signing-key.ts';
import { beginAnew, keyProblem, startingSigner } from './starting-key.ts';
import { DamagedStore, FullStore } from './store-trouble.ts';

/** Milliseconds between two looks at what is due. */
const lookEvery = 5_000;
/** Milliseconds that requests have to end in when it is stopped. */
const graceful = 3_000;

const usage = `Usage: npm run collector [-- COMMAND]

  (none)           start; the first start prints a link that makes the first account
  invite ADDRESS   print a link that gives this account a new password; where there is no account yet, the link for the first
  token NAME       print a new intake token for the policy's reporting.token
  verify [ROOT]    check every chain from end to end; exit status 1 if one is not whole. ROOT: the signed ends of a mail
  backup FILE      write everything into one file, while the collector goes on
  restore FILE     read such a file into an empty store, of whichever kind
  new-key          only where the signing key is lost for good: sign with another from now on

Settings come from the environment: docs/collector.md
`;

const read = readConfig(process.env);
if ('problems' in read) {
  for (const problem of read.problems) console.error(`collector: ${problem}`);
  process.exit(78);
}
const { config } = read;
const about = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
const { version } = JSON.parse(about) as { version: string };
const [command, ...rest] = process.argv.slice(2);
/** What stops it: 74 is a damaged store, 75 a full one, 78 a key that cannot be used. */
const orStop = (thrown: unknown): never => {
  if (thrown instanceof NoKey) return end(78, thrown.message);
  if (thrown instanceof FullStore) return end(75, thrown.message);
  if (!(thrown instanceof DamagedStore)) throw thrown;
  // An address may hold a password.
  const [which, another] = isPostgres(config.database)
    ? ['the database in DATABASE_URL', 'another database']
    : [config.database, 'a new file'];
  const key =
    config.signingKey === undefined ? ` Copy its key, ${keyPlace(config)}, to the new file's name and .key.` : '';
  return end(
    74,
    `${which} is damaged, and nothing was changed in it. Keep it, set DATABASE_URL to ${another}, and run: npm run collector -- restore FILE, with the last backup.${key} Browsers send again what was never confirmed; what was confirmed since that backup is in their own registers, to be exported there.`,
  );
};
/** One thing with the store; the exit status. */
const commands: Record<string, () => Promise<number>> = {
  token: async () => {
    console.log(await makeToken(store, rest[0] ?? 'unnamed', Date.now()));
    return 0;
  },
  invite: () => invite(rest[0]),
  verify: async () => verify(await signerFor(config, { makes: false }), rest[0]),
  backup: () => copy('backup', rest[0]),
  restore: () => copy('restore', rest[0]),
  'new-key': async () => replaceKey((await signerFor(config, { makes: true }))!),
};
const once = command === undefined ? undefined : (commands[command] ?? end(64, usage));
// Only a start and a restore make a store.
if (once && command !== 'restore' && !isPostgres(config.database) && !existsSync(config.database))
  end(66, `there is no store at ${resolve(config.database)}: set DATABASE_URL to where it is (docs/collector.md)`);
// Some touch a table or two, often of a store that is being served: not worth reading all of it.
const looksThrough = command !== 'token' && command !== 'invite';
const store = await openStore(config.database, { looksThrough }).catch(orStop);
if (once === undefined) await start(await startingSigner(store, config).catch(orStop)).catch(orStop);
else {
  process.exitCode = await once().catch(orStop);
  await store.close();
}

function end(status: number, why: string): never {
  console.error(`collector: ${why}`);
  process.exit(status);
}

async function start(signer: Signer): Promise<void> {
  await noteEarlierSteps(store);
  const world: World = { store, config, now: Date.now, version, signer };
  const server = serve(
    { fetch: createApp(world).fetch, hostname: config.host, port: config.port },
    ({ address, port }) => {
      console.log(`collector: listening on ${address}:${port}, for ${config.url}`);
    },
  );
  if (!(await hasAccounts(store)))
    console.log(
      `collector: make the first account here, within three days:\n${welcomeLink(config.url, await inviteFirst(store, world.now()))}`,
    );
  const stopped = new AbortController();
  startJobs(jobsOf(world), world, lookEvery, stopped.signal);
  const stop = () => {
    stopped.abort();
    server.close(() => void store.close());
    if (!('closeIdleConnections' in server)) return;
    server.closeIdleConnections();
    // A browser keeps lines open on which it asks nothing.
    setTimeout(() => server.closeAllConnections(), graceful).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function invite(address: string | undefined): Promise<number> {
  if (address === undefined) {
    console.error(usage);
    return 64;
  }
  const secret = await store.transaction((inside) => inviteHere(inside, address, Date.now()));
  if (secret === undefined) {
    console.error('collector: no account that is open has this address');
    return 1;
  }
  console.log(welcomeLink(config.url, secret));
  return 0;
}

async function copy(what: 'backup' | 'restore', path: string | undefined): Promise<number> {
  if (path === undefined) {
    console.error(usage);
    return 64;
  }
  const done: ({ rows: number } & Partial<BackedUp>) | { problem: string } =
    what === 'backup' ? await backUp(store, path, Date.now()) : await restore(store, path);
  if ('problem' in done) {
    console.error(`collector: ${done.problem}`);
    return 1;
  }
  const { rows, gone = 0, path: written } = done;
  console.log(`collector: ${rows} rows`);
  if (gone === 0) return 0;
  const kept = written === path ? '' : `${path} is still the backup before, what is left is in ${written}; `;
  console.error(`collector: ${gone} entries that were stored are not there any more: ${kept}run verify`);
  return 1;
}

async function replaceKey(signer: Signer): Promise<number> {
  if ((await keyProblem(store, config, signer)) === undefined) {
    console.error(`collector: nothing in this store was signed with another key than the one in ${keyPlace(config)}`);
    return 1;
  }
  await store.transaction((inside) => beginAnew(inside, Date.now(), { signer, version }));
  console.log(`collector: signs with the key in ${keyPlace(config)} from now on`);
  return 0;
}

async function verify(signer: Signer | undefined, told: string | undefined): Promise<number> {
  const problem = await keyProblem(store, config, signer);
  if (problem !== undefined) console.error(`collector: ${problem}`);
  if (signer === undefined) {
    if (problem === undefined)
      console.error(`collector: ${keyPlace(config)}, the signing key, is made at the first start`);
    return 78;
  }
  let isAllWhole = true;
  for await (const report of checkChains(store, signer.key)) {
    const { device, entries, erased, emptied, missing, edited, rewritten, torn, unsigned } = report;
    isAllWhole &&= isWhole(report);
    const odd = [
      ...emptied.map((place) => `emptied ${place}`),
      ...missing.map(([from, to]) => `missing ${from === to ? from : `${from} to ${to}`}`),
      ...edited.map((place) => `edited ${place}`),
      ...rewritten.map((place) => `written anew at its signed end ${place}`),
      ...torn.map((place) => `torn at ${place}`),
      ...unsigned.map((place) => `not signed ${place}`),
    ];
    console.log(`${device || '(no device)'}: ${entries} entries, ${erased} erased: ${odd.join(', ') || 'whole'}`);
  }
  const { earlier, beganAt } = await readErased(store, signer.key);
  if (beganAt !== undefined)
    console.log(`${earlier} erased before signing began, on ${new Date(beganAt).toISOString().slice(0, 10)}`);
  const { root, isSigned, ends } = await store.snapshot((inside) => readEnds(inside, signer.key));
  const isAltered = !isSigned && (root !== undefined || ends.length > 0 || isPast(beganAt));
  if (root === undefined) console.log(`signed ends: ${isAltered ? 'altered: there are none any more' : 'none yet'}`);
  else
    console.log(
      `signed ends: ${isAltered ? 'altered' : `number ${root.number}, of ${root.chains} chains, on ${new Date(root.at).toISOString()}: ${root.ends}`}`,
    );
  const isTold = told === undefined || (await isKnownRoot(store, signer.key, told));
  if (!isTold) console.log(`signed ends: not here any more: ${told}`);
  return isAllWhole && !isAltered && isTold ? 0 : 1;
}

/** So long ago that ends must have been signed since. */
function isPast(beganAt: number | undefined): boolean {
  return beganAt !== undefined && Date.now() - beganAt > longBegun;
}
