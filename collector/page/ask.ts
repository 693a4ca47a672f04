// The page's way to its own server. A refusal is a word the page has a sentence for: `collector_problem_<word>`. Where somebody was signed out
// meanwhile, they sign in again in place and what they did is asked once more.

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
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Said<Body>> {
  return ask<Body>(path, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
}

/** Whether somebody is signed in: an answer, and no refused try. */
export const isStillIn = async (): Promise<boolean> => (await look('/api/me')).body !== undefined;

let signInAgain: (() => Promise<boolean>) | undefined;

/** `again`: has somebody sign in and says whether they did. Ends with what is returned. */
export function whenSignedOut(again: () => Promise<boolean>): () => void {
  signInAgain = again;
  return () => {
    if (signInAgain === again) signInAgain = undefined;
  };
}

async function ask<Body>(path: string, request: RequestInit): Promise<Said<Body>> {
  const said = await askOnce<Body>(path, request);
  // Who wants to leave has left.
  if (said.problem !== 'signed-out' || !signInAgain || path === '/api/sign-out') return said;
  return (await signInAgain()) ? askOnce<Body>(path, request) : said;
}

async function askOnce<Body>(path: string, request: RequestInit): Promise<Said<Body>> {
  try {
    const response = await fetch(path, { ...request, cache: 'no-store' });
    const body = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { status: response.status, body };
    return { status: response.status, problem: known.has(body?.problem) ? body.problem : 'failed' };
  } catch {
    return { status: 0, problem: 'unreachable' };
  }
}

const known = new Set(
  'wrong too-many taken link-ended signed-out not-allowed last-admin not-found foreign-origin'.split(' '),
);
