// To the firm's sign-in page and back.
import { writeAudit } from '../audit.ts';
import { backPath, comeBack, leave } from '../oidc.ts';
import { refuse, route } from '../route.ts';
import { cookieIn, startSession } from '../sessions.ts';

const cookieName = '__Host-gatehouse-leaving';
const cookie = (secret: string, seconds: number) =>
  `${cookieName}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;

export const oidc = [
  route({
    method: 'get',
    path: '/api/oidc',
    who: 'anyone',
    summary: "Sends the browser to the firm's sign-in page.",
    answers: { 302: 'There.', 404: 'This register has none.', 500: 'It cannot be reached.' },
    async handle({ now }, { store, config }) {
      if (!config.oidc) return refuse(404, 'not-found');
      const { to, secret } = await leave(store, { config, now });
      return { status: 302, headers: { Location: to, 'Set-Cookie': cookie(secret, 600) } };
    },
  }),
  route({
    method: 'get',
    path: backPath,
    who: 'anyone',
    summary: "Comes back from the firm's sign-in page: a session, or the sign-in form with the reason.",
    answers: { 302: 'To the page.', 404: 'This register has none.' },
    async handle({ request, now }, { store, config }) {
      if (!config.oidc) return refuse(404, 'not-found');
      const account = await comeBack(store, request.url, cookieIn(request, cookieName), { config, now });
      const isIn = typeof account !== 'string';
      await writeAudit(store, {
        ...{ at: now, account: isIn ? account.id : '', action: 'signed-in', object: 'by the firm' },
        outcome: isIn ? 'allowed' : 'refused',
      });
      const Location = isIn ? `${config.url}/` : `${config.url}/#sign-in=${account}`;
      return {
        status: 302,
        headers: { Location, 'Set-Cookie': isIn ? await startSession(store, account, now) : cookie('', 0) },
      };
    },
  }),
];
