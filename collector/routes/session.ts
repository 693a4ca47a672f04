// Coming in, going out, and who one is.
import * as v from 'valibot';
import { accountBy, normalAddress, setPassword } from '../accounts.ts';
import { mayTry, succeeded } from '../attempts.ts';
import { writeAudit, writeRefusal } from '../audit.ts';
import { accept, isInvited } from '../invitations.ts';
import { refuse, route } from '../route.ts';
import { hashPassword, isPassword } from '../secrets.ts';
import { accountIn, endSession, startSession } from '../sessions.ts';
import { account, ready } from './answers.ts';
import { address, line } from './fields.ts';

const password = v.pipe(v.string(), v.minLength(12), v.maxLength(200));
const secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

export const session = [
  route({
    method: 'get',
    path: '/api/ready',
    who: 'anyone',
    summary: 'For a balancer: whether this instance can reach its store. For the page: whose register it is.',
    gives: { 200: ready },
    answers: { 200: 'It can.', 500: 'It cannot.' },
    async handle(_, { store, config, version }) {
      await store.all('SELECT 1');
      const { firm, language } = config;
      return { status: 200, body: { version, firm, language, hasFirmSignIn: config.oidc !== undefined } };
    },
  }),
  route({
    method: 'post',
    path: '/api/sign-in',
    who: 'anyone',
    summary: 'Signs in by password.',
    body: v.strictObject({ address: line(320), password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    answers: {
      204: 'Signed in: a cookie.',
      401: 'Address or password is wrong.',
      422: 'Not of this form.',
      429: 'Too many tries.',
    },
    async handle({ body, place, now }, { store }) {
      const written = normalAddress(body.address);
      const refused = (account: string) => writeRefusal(store, { at: now, account, action: 'signed-in', object: '' });
      if (!(await mayTry(store, written, place, now))) {
        await refused('');
        return { ...refuse(429, 'too-many'), headers: { 'Retry-After': '900' } };
      }
      const found = await accountBy(store, 'address', written);
      if (!(await isPassword(body.password, found?.password)) || !found) {
        await refused(found?.account.id ?? '');
        return refuse(401, 'wrong');
      }
      await succeeded(store, written, place);
      const { id } = found.account;
      return async (inside) => {
        await writeAudit(inside, { at: now, account: id, action: 'signed-in', object: '', outcome: 'allowed' });
        return { status: 204, headers: { 'Set-Cookie': await startSession(inside, found.account, now) } };
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/welcome',
    who: 'anyone',
    summary: 'Makes the account a link invites to, or gives its account a new password.',
    body: v.strictObject({ secret, address, name: line(200), password }),
    answers: {
      204: 'Made: sign in.',
      409: 'The address has an account.',
      410: 'The link was used or has ended.',
      422: 'Not of this form.',
    },
    async handle({ body, now }, { store }) {
      // A password costs time to hash: nobody without a link has it spent.
      const hashed = (await isInvited(store, body.secret, now)) ? await hashPassword(body.password) : undefined;
      return async (inside) => {
        const made =
          hashed === undefined
            ? 'no-invitation'
            : await accept(inside, body.secret, { ...body, password: hashed }, now);
        const line = { at: now, action: 'welcomed' };
        if (typeof made !== 'string') {
          await writeAudit(inside, {
            ...{ ...line, account: made.id, object: made.roles.join(' '), outcome: 'allowed' },
          });
          return { status: 204 };
        }
        await writeRefusal(inside, { ...line, account: '', object: '' });
        return made === 'taken' ? refuse(409, 'taken') : refuse(410, 'link-ended');
      };
    },
  }),
  route({
    method: 'get',
    path: '/api/me',
    // Whoever opens the page asks it: that nobody is signed in is an answer, not a refused try.
    who: 'anyone',
    summary: 'Who is signed in.',
    gives: { 200: account },
    answers: { 200: 'The account.', 401: 'Signed out.' },
    async handle({ request, now }, { store }) {
      const account = await accountIn(store, request, now);
      return account ? { status: 200, body: account } : refuse(401, 'signed-out');
    },
  }),
  route({
    method: 'post',
    path: '/api/sign-out',
    who: 'signed-in',
    summary: 'Ends this session.',
    audit: 'signed-out',
    answers: { 204: 'Ended.', 401: 'It had ended.' },
    handle:
      async ({ request }) =>
      async (inside) => ({ status: 204, headers: { 'Set-Cookie': await endSession(inside, request) } }),
  }),
  route({
    method: 'post',
    path: '/api/password',
    who: 'signed-in',
    summary: 'Changes the own password and ends every session.',
    body: v.strictObject({ old: v.pipe(v.string(), v.maxLength(200)), fresh: password }),
    audit: 'changed-password',
    answers: {
      204: 'Changed: sign in again.',
      401: 'Signed out.',
      403: 'The old one is wrong.',
      422: 'Not of this form.',
      429: 'Too many tries.',
    },
    async handle({ body, account, place, now }, { store }) {
      if (!(await mayTry(store, account.address, place, now))) return refuse(429, 'too-many');
      const found = await accountBy(store, 'id', account.id);
      if (!(await isPassword(body.old, found?.password))) {
        return refuse(403, 'wrong');
      }
      await succeeded(store, account.address, place);
      const hashed = await hashPassword(body.fresh);
      return async (inside) => {
        await setPassword(inside, account.id, hashed);
        return { status: 204 };
      };
    },
  }),
];
