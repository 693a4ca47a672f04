// A firm's sign-in page on loopback: a real OpenID provider, and somebody at a browser who signs in there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface FirmSignIn {
  issuer: string;
  clientId: string;
  secret: string;
  /** The claims of each person, by the name they sign in with. */
  people: Map<string, { email?: string; email_verified?: boolean | undefined }>;
  /** Goes to the provider, signs in as this person, and returns the address the provider sends the browser back to. */
  signIn(to: string, person: string): Promise<string>;
  close(): Promise<void>;
}

export async function startFirmSignIn(redirectUri: string): Promise<FirmSignIn> {
  const people: FirmSignIn['people'] = new Map();
  const [clientId, secret] = ['register', 'a secret of the register and the provider'];
  let listener: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => listener?.(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
  });
  listener = provider.callback();

  async function signIn(to: string, person: string): Promise<string> {
    const jar = new Map<string, string>();
    let next: string | undefined = to;
    let form: Record<string, string> | undefined;
    for (let steps = 0; next !== undefined && steps < 20; steps += 1) {
      if (next.startsWith(redirectUri)) return next;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response: Response = await fetch(next, {
        ...{ redirect: 'manual', headers: { cookie } },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s);
        jar.set(name, value);
      }
      const location = response.headers.get('location');
      const page = await response.text();
      form = undefined;
      if (location !== null) next = new URL(location, next).href;
      else {
        const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1];
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        if (action === undefined || prompt === undefined) throw new Error(`the provider answers ${response.status}`);
        next = new URL(action, next).href;
        form = prompt === 'login' ? { prompt, login: person, password: 'any' } : { prompt };
      }
    }
    throw new Error('the provider does not send back');
  }

  return {
    ...{ issuer, clientId, secret, people, signIn },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
