// SHA-256 of a file, read as a stream: also where the page is not a secure context and WebCrypto is absent.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Hex, lower case. Rejects when the bytes cannot be read, and when `signal` aborts: a large file takes seconds. */
export async function digest(file: Blob, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    signal.throwIfAborted();
    hash.update(next.value);
  }
  return bytesToHex(hash.digest());
}
