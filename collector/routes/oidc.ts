// To the firm's sign-in page and back.

import * as v from 'valibot';
import { writeAudit, writeRefusal } from '../audit.ts';
import type { Config } from '../config.ts';
import { accountOf, backPath, comeBack, leave } from '../oidc.ts';
import { refuse, route } from '../route.ts';
import { cookieIn, startSession } from '../sessions.ts';

const cookieName = '__Host-gatehouse-leaving';
const cookie = (secret: string, seconds: number) =>
  `${cookieName}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;

const signInForm = ({ url }: Config, why: string): string => `${url}/#sign-in=${why}`;

export const oidc = [
  route({
    method: 'get',
    path: '/api/oidc',
    who: 'anyone',
    summary: "Sends the browser to the firm's sign-in page.",
    answers: {
      302: 'There; to the sign-in form with the reason where it cannot be reached.',
      404: 'This register has none.',
    },
    async handle({ now }, { store, config }) {
      if (!config.oidc) return refuse(404, 'not-found');
      const left = await leave(store, { config, now });
      if (left === 'failed') return { status: 302, headers: { Location: signInForm(config, left) } };
      return { status: 302, headers: { Location: left.to, 'Set-Cookie': cookie(left.secret, 600) } };
    },
  }),
  route({
    method: 'get',
    path: backPath,
    who: 'anyone',
    summary: "Comes back from the firm's sign-in page: a session, or the sign-in form with the reason.",
    query: { code: v.string(), state: v.string(), iss: v.string(), error: v.string() },
    answers: { 302: 'To the page.', 404: 'This register has none.' },
    async handle({ request, now }, { store, config }) {
      if (!config.oidc) return refuse(404, 'not-found');
      const { oidc, url } = config;
      const claims = await comeBack(store, request.url, cookieIn(request, cookieName), { config, now });
      return async (inside) => {
        const account = claims ? await accountOf(inside, claims, oidc) : 'failed';
        const isIn = typeof account !== 'string';
        const line = { at: now, action: 'signed-in', object: 'by the firm' };
        if (isIn) await writeAudit(inside, { ...line, account: account.id, outcome: 'allowed' });
        else await writeRefusal(inside, { ...line, account: '' });
        const Location = isIn ? `${url}/` : signInForm(config, account);
        return {
          status: 302,
          headers: { Location, 'Set-Cookie': isIn ? await startSession(inside, account, now) : cookie('', 0) },
        };
      };
    },
  }),
];
