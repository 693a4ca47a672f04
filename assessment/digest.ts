// SHA-256 of a file, read as a stream: also where the page is not a secure context and WebCrypto is absent.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Content } from '../extractors/content.ts';
import type { DraftToAssess } from './assessment.ts';

const never = new AbortController().signal;

/**
 * Of everything that would leave, in one order. `files`: their own digests. Undefined where one has none: what is not known cannot be
 * the same again.
 */
export async function draftDigest(draft: DraftToAssess, files: readonly string[]): Promise<string | undefined> {
  if (files.includes('')) return undefined;
  const { to, cc, bcc, subject, body, site = '' } = draft;
  return digest(new Blob([JSON.stringify([to, cc, bcc, subject, body, site, files])]), never);
}

/** Hex, lower case. Rejects when the bytes cannot be read, and when `signal` aborts: a large file takes seconds. */
export async function digest(file: Content, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    signal.throwIfAborted();
    hash.update(next.value);
  }
  return bytesToHex(hash.digest());
}
