// What a route declares: who may call it, what it takes, what it answers, what the audit calls it. The app checks it, the API's
// description is made from it, so neither can say something else.
import type { GenericSchema, InferOutput } from 'valibot';
import type { Signer } from '../incidents/signing.ts';
import type { Config } from './config.ts';
import type { Database, Statements } from './database.ts';
import type { Account, Role } from './roles.ts';

export interface World {
  store: Database;
  config: Config;
  /** Epoch milliseconds. */
  now(): number;
  version: string;
  /** Its key is kept outside the store. */
  signer: Signer;
}

/** `sender`: whoever has one of the firm's intake tokens. A list: whoever is signed in with one of these roles. */
export type Who = 'anyone' | 'sender' | 'signed-in' | readonly Role[];

export interface Asked<Body> {
  body: Body;
  request: Request;
  /** A part of the path, such as `:id`. */
  param(name: string): string;
  /** As it is written in the address, of what the route declares. */
  query: Readonly<Record<string, string | undefined>>;
  /** Set wherever `who` asks for an account. */
  account: Account;
  /** Where the request comes from, as far as it can be known. */
  place: string;
  now: number;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** Or the body as the JSON it is stored as. */
  json?: string;
  headers?: Record<string, string>;
  /** What the audit line is about; default: the route's last path parameter. */
  object?: string;
}

/**
 * What is left to do of a route that stores something: in one transaction with the line of the audit, so that both stand or neither does.
 * Nothing in it asks the store itself, which waits until the transaction has ended.
 */
export type Storing = (inside: Statements) => Promise<Answer>;

export interface Route<Body = unknown> {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  who: Who;
  summary: string;
  body?: GenericSchema<unknown, Body>;
  /** The schema the API's description shows, where `body` is a reader of its own. */
  describedBy?: GenericSchema;
  /** What it reads behind the `?` of the address; nothing else gets to it. */
  query?: Readonly<Record<string, GenericSchema>>;
  /** Status → the form of the answer; a refusal is a word in `problem`. */
  gives?: Readonly<Record<number, GenericSchema>>;
  /** Name in the audit; without one only refusals are written down. */
  audit?: string;
  /** Status → what it means. */
  answers: Record<number, string>;
  /** Gives what it stores, if anything, to be done; until then it reads, and does what takes long. */
  handle(asked: Asked<Body>, world: World): Promise<Answer | Storing>;
}

export function route<Schema extends GenericSchema>(
  declared: Omit<Route<InferOutput<Schema>>, 'body'> & { body?: Schema },
): Route {
  return declared as unknown as Route;
}

/** A refusal, with a word the page has a sentence for, or a sentence for whoever reads the answer of a machine. */
export const refuse = (status: number, problem: string): Answer => ({ status, body: { problem } });
