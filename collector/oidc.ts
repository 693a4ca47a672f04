// Signing in with the firm's own accounts, by OpenID Connect: authorization code with PKCE, state and nonce. What is between two requests is
// in the store, so that any instance may answer. https://openid.net/specs/openid-connect-core-1_0.html · https://github.com/panva/openid-client
import * as client from 'openid-client';
import { accountBy, normalAddress } from './accounts.ts';
import type { Config } from './config.ts';
import { one, type Statements } from './database.ts';
import type { Account } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Milliseconds somebody has for the firm's sign-in page. */
const lasts = 10 * 60_000;
const timeout = 15;

export type Provider = NonNullable<Config['oidc']>;

/** `secret`: for a cookie: whoever comes back must be the browser that left. `failed`: the provider cannot be reached. */
export async function leave(
  store: Statements,
  { config, now }: { config: Config; now: number },
): Promise<{ to: string; secret: string } | 'failed'> {
  const known = await discovered(config.oidc!).catch((thrown) => {
    // The name only: a message may quote what the provider answered.
    console.error(
      `collector: the firm's sign-in cannot be reached: ${thrown instanceof Error ? thrown.name : 'unknown'}`,
    );
  });
  if (!known) return 'failed';
  const [secret, verifier, nonce] = [newSecret(), client.randomPKCECodeVerifier(), client.randomNonce()];
  await store.run('DELETE FROM sign_ins WHERE until < ?', now);
  await store.run(
    'INSERT INTO sign_ins (hash, verifier, nonce, until) VALUES (?, ?, ?, ?)',
    ...[hashOf(secret), verifier, nonce, now + lasts],
  );
  const to = client.buildAuthorizationUrl(known, {
    ...{ redirect_uri: backAt(config), scope: 'openid email', state: hashOf(secret), nonce },
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { to: to.href, secret };
}

/** What the provider says of who comes back. Undefined: not a sign-in that began here, in this browser, a moment ago. */
export async function comeBack(
  store: Statements,
  address: string,
  secret: string | undefined,
  { config, now }: { config: Config; now: number },
): Promise<client.IDToken | undefined> {
  if (secret === undefined) return undefined;
  const begun = await one<{ verifier: string; nonce: string }>(
    store,
    'SELECT verifier, nonce FROM sign_ins WHERE hash = ? AND until BETWEEN ? AND ?',
    ...[hashOf(secret), now + 1, now + 2 * lasts],
  );
  if (!begun || (await store.run('DELETE FROM sign_ins WHERE hash = ?', hashOf(secret))) === 0) return undefined;
  try {
    // The address as the browser was sent to it, whatever stands before this instance.
    const url = new URL(`${backAt(config)}${new URL(address).search}`);
    const tokens = await client.authorizationCodeGrant(await discovered(config.oidc!), url, {
      ...{ pkceCodeVerifier: begun.verifier, expectedNonce: begun.nonce, expectedState: hashOf(secret) },
      idTokenExpected: true,
    });
    return tokens.claims();
  } catch {
    return undefined;
  }
}

/**
 * By the provider's name for them; the first time by their address, which from then on belongs to that name. `no-account`: the firm knows
 * them, this register does not.
 */
export async function accountOf(
  inside: Statements,
  claims: client.IDToken,
  { ownsAddresses }: Provider,
): Promise<Account | 'no-account'> {
  const { iss, sub, email, email_verified: isVerified } = claims;
  const bound = (column: 'subject' | 'account', value: string) =>
    one<{ account: string; subject: string }>(
      inside,
      `SELECT account, subject FROM identities WHERE issuer = ? AND ${column} = ?`,
      ...[iss, value],
    );
  const known = await bound('subject', sub);
  if (known) return (await accountBy(inside, 'id', known.account))?.account ?? 'no-account';
  // Where people may write down any address for themselves, they would come in as whoever has it here.
  if (typeof email !== 'string' || !(isVerified === true || (isVerified === undefined && ownsAddresses)))
    return 'no-account';
  const found = await accountBy(inside, 'address', normalAddress(email));
  if (!found || (await bound('account', found.account.id))) return 'no-account';
  await inside.run(
    'INSERT INTO identities (issuer, subject, account) VALUES (?, ?, ?)',
    ...[iss, sub, found.account.id],
  );
  return found.account;
}

export const backPath = '/api/oidc/back';
const backAt = ({ url }: Config): string => `${url}${backPath}`;

const discoveries = new Map<string, Promise<client.Configuration>>();

/** Asked once; again after it failed. */
function discovered({ issuer, clientId, secret }: Provider): Promise<client.Configuration> {
  const url = new URL(issuer);
  const known = discoveries.get(issuer);
  if (known) return known;
  const isHere = url.protocol === 'http:';
  const asked = client
    .discovery(url, clientId, secret, undefined, {
      timeout,
      ...(isHere && { execute: [client.allowInsecureRequests] }),
    })
    .then((found) => {
      // The token's signature too, though it comes straight from the provider.
      client.enableNonRepudiationChecks(found);
      return found;
    })
    .catch((thrown) => {
      discoveries.delete(issuer);
      throw thrown;
    });
  discoveries.set(issuer, asked);
  return asked;
}
