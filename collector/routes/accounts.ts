// Accounts, invitations and intake tokens: what an admin looks after.

import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { accountBy, addAccount, changeAccount, listAccounts, normalAddress } from '../accounts.ts';
import { listTokens, makeToken, revokeToken } from '../intake-tokens.ts';
import { invite, listInvitations, takeLinkBack } from '../invitations.ts';
import { type Role, roles } from '../roles.ts';
import { refuse, route } from '../route.ts';
import { accountList, invitationLink, invitationList, newToken, tokenList } from './answers.ts';
import { address, line } from './fields.ts';

const someRoles = v.pipe(v.array(v.picklist(roles)), v.minLength(1), v.maxLength(roles.length));
const refusals = { 401: 'Signed out.', 403: 'Not with this role.' };

export const accounts = [
  route({
    method: 'get',
    path: '/api/accounts',
    who: ['admin'],
    summary: 'Everybody who can sign in, and who could.',
    gives: { 200: accountList },
    answers: { 200: '`accounts`.', ...refusals },
    handle: async (_, { store }) => ({ status: 200, body: { accounts: await listAccounts(store) } }),
  }),
  route({
    method: 'get',
    path: '/api/invitations',
    who: ['admin'],
    summary: 'The links nobody has used yet and that are still good, without their secrets.',
    gives: { 200: invitationList },
    answers: { 200: '`invitations`.', ...refusals },
    handle: async ({ now }, { store }) => ({ status: 200, body: { invitations: await listInvitations(store, now) } }),
  }),
  route({
    method: 'post',
    path: '/api/invitations',
    who: ['admin'],
    summary:
      'A link to hand to somebody, good once and for three days: a new account with these roles, or a new password for one.',
    body: v.strictObject({ roles: someRoles, account: v.exactOptional(v.pipe(v.string(), v.maxLength(40))) }),
    audit: 'invited',
    gives: { 201: invitationLink },
    answers: { 201: '`link`, seen this once.', ...refusals, 404: 'No such account.', 422: 'Not of this form.' },
    handle:
      async ({ body, account, now }, { config }) =>
      async (inside) => {
        const known = body.account === undefined ? undefined : await accountBy(inside, 'id', body.account);
        if (body.account !== undefined && !known) return refuse(404, 'not-found');
        const invitation = { roles: known?.account.roles ?? body.roles, account: known?.account.id ?? null };
        const secret = await invite(inside, { ...invitation, madeBy: account.id }, now);
        return {
          status: 201,
          body: { link: welcomeLink(config.url, secret) },
          object: body.account ?? body.roles.join(' '),
        };
      },
  }),
  route({
    method: 'delete',
    path: '/api/invitations/:id',
    who: ['admin'],
    summary: 'Takes a link back: nobody gets in by it any more.',
    audit: 'took-link-back',
    answers: { 204: 'Taken back.', ...refusals, 404: 'No such link.' },
    handle: async ({ param }) => {
      const id = param('id');
      return async (inside) => ((await takeLinkBack(inside, id)) ? { status: 204 } : refuse(404, 'not-found'));
    },
  }),
  route({
    method: 'post',
    path: '/api/accounts',
    who: ['admin'],
    summary: "Makes an account for somebody who signs in at the firm's own page. It has no password.",
    body: v.strictObject({ address, name: line(200), roles: someRoles }),
    audit: 'made-account',
    answers: {
      201: 'Made.',
      ...refusals,
      404: 'This register has no such page.',
      409: 'The address has an account.',
      422: 'Not of this form.',
    },
    async handle({ body, now }, { config }) {
      if (!config.oidc) return refuse(404, 'not-found');
      const account = { id: uuidv7(), ...body, address: normalAddress(body.address) };
      return async (inside) =>
        (await addAccount(inside, account, null, now))
          ? { status: 201, object: asGiven(account.id, account) }
          : refuse(409, 'taken');
    },
  }),
  route({
    method: 'patch',
    path: '/api/accounts/:id',
    who: ['admin'],
    summary: 'Changes what an account may do, closes or opens it. What is not named stays. Its sessions end.',
    body: v.pipe(
      v.strictObject({ roles: v.exactOptional(someRoles), isClosed: v.exactOptional(v.boolean()) }),
      v.minEntries(1),
    ),
    audit: 'changed-account',
    answers: {
      204: 'Changed.',
      ...refusals,
      404: 'No such account.',
      409: 'Nobody would be left to look after accounts.',
      422: 'Not of this form.',
    },
    async handle({ body, param, now }) {
      const id = param('id');
      return async (inside) => {
        const changed = await changeAccount(inside, id, body, now);
        if (!changed) return refuse(404, 'not-found');
        const object = asGiven(id, changed);
        return changed.isDone ? { status: 204, object } : { ...refuse(409, 'last-admin'), object };
      };
    },
  }),
  route({
    method: 'get',
    path: '/api/tokens',
    who: ['admin'],
    summary: 'The intake tokens by name, without the tokens.',
    gives: { 200: tokenList },
    answers: { 200: '`tokens`.', ...refusals },
    handle: async (_, { store }) => ({ status: 200, body: { tokens: await listTokens(store) } }),
  }),
  route({
    method: 'post',
    path: '/api/tokens',
    who: ['admin'],
    summary: 'A new intake token. Those before it go on being good until they are taken back.',
    body: v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100), v.regex(/^[^\p{Cc}]*$/u)),
    }),
    audit: 'made-token',
    gives: { 201: newToken },
    answers: { 201: '`token`, seen this once.', ...refusals, 422: 'Not of this form.' },
    handle:
      async ({ body, now }) =>
      async (inside) => ({
        status: 201,
        body: { token: await makeToken(inside, body.name, now) },
        object: body.name,
      }),
  }),
  route({
    method: 'delete',
    path: '/api/tokens/:id',
    who: ['admin'],
    summary: 'Takes an intake token back: nothing posted with it is taken any more.',
    audit: 'took-token-back',
    answers: { 204: 'Taken back.', ...refusals, 404: 'No such token in use.' },
    handle: async ({ param, now }) => {
      const id = param('id');
      return async (inside) => ((await revokeToken(inside, id, now)) ? { status: 204 } : refuse(404, 'not-found'));
    },
  }),
];

/** What the access record says an account may do from now on. */
const asGiven = (id: string, { roles: given, isClosed = false }: { roles: readonly Role[]; isClosed?: boolean }) =>
  `${id}: ${given.join(' ')}${isClosed ? ', closed' : ''}`;

/** Behind the `#`, so that the secret gets into no log of an address. */
export const welcomeLink = (url: string, secret: string): string => `${url}/#welcome=${secret}`;
