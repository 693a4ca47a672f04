// The page's way to its own server. A refusal is a word the page has a sentence for: `collector_problem_<word>`.

export interface Said<Body> {
  status: number;
  /** Absent where it was refused or nothing answered. */
  body?: Body;
  problem?: string;
}

export async function get<Body>(path: string): Promise<Said<Body>> {
  return ask<Body>(path, {});
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

async function ask<Body>(path: string, request: RequestInit): Promise<Said<Body>> {
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
