// The page's way to its own server. A refusal is a word the page has a sentence for: `collector_problem_<word>`. Where somebody was signed out
// meanwhile, they sign in again in place and what they did is asked once more.
import type { Account } from '../roles.ts';

export interface Said<Body> {
  status: number;
  /** Absent where it was refused or nothing answered. */
  body?: Body;
  problem?: string;
}

export async function get<Body>(path: string): Promise<Said<Body>> {
  return ask<Body>(path, {});
}

/** Asked by the page itself: nobody is asked to sign in, and it does not count as somebody being there. */
export async function look<Body>(path: string): Promise<Said<Body>> {
  return askOnce<Body>(path, { headers: { 'Gatehouse-Unattended': '1' } });
}

export async function send<Body = undefined>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Said<Body>> {
  return ask<Body>(path, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
}

/** Id of the account whose page this is. What is asked in its name is refused where somebody else is signed in by now. */
let mine: string | undefined;

export function askAs(account: string | undefined): void {
  mine = account;
}

/** Whether who this page is of is signed in: an answer, and no refused try. */
export async function isStillIn(): Promise<boolean> {
  const { body } = await look<Account>('/api/me');
  return body !== undefined && body.id === mine;
}

let signInAgain: (() => Promise<boolean>) | undefined;

/** `again`: has somebody sign in and says whether they did. Ends with what is returned. */
export function whenSignedOut(again: () => Promise<boolean>): () => void {
  signInAgain = again;
  return () => {
    if (signInAgain === again) signInAgain = undefined;
  };
}

type Asking = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

async function ask<Body>(path: string, request: Asking): Promise<Said<Body>> {
  const said = await askOnce<Body>(path, request);
  // Who wants to leave has left.
  if (!['signed-out', 'somebody-else'].includes(said.problem ?? '')) return said;
  if (!signInAgain || path === '/api/sign-out') return said;
  return (await signInAgain()) ? askOnce<Body>(path, request) : said;
}

async function askOnce<Body>(path: string, request: Asking): Promise<Said<Body>> {
  try {
    // Who wants to leave ends the session that is there, whoever began it.
    const whose = mine === undefined || path === '/api/sign-out' ? {} : { 'Gatehouse-Account': mine };
    const headers = { ...request.headers, ...whose };
    const response = await fetch(path, { ...request, headers, cache: 'no-store' });
    const body = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { status: response.status, body };
    return { status: response.status, problem: known.has(body?.problem) ? body.problem : 'failed' };
  } catch {
    return { status: 0, problem: 'unreachable' };
  }
}

const known = new Set(
  'wrong too-many taken link-ended signed-out somebody-else not-allowed last-admin not-found foreign-origin'.split(' '),
);
