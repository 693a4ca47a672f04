// Secrets nobody but their holder has: only their hashes are kept. A random secret of 256 bits needs no slow hash, a password does.
// Sources: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html · https://nodejs.org/api/crypto.html#cryptoscryptpassword-salt-keylen-options-callback
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in letters that go into an address and a header as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** scrypt's parameters, kept with each hash, so that they can grow. */
interface Cost {
  N: number;
  r: number;
  p: number;
}

/** One of OWASP's recommended settings: 32 MB and some 150 ms a try. */
const cost: Cost = { N: 2 ** 15, r: 8, p: 3 };
const hashBytes = 32;

/** `scrypt$<N>$<r>$<p>$<salt>$<hash>`. */
export async function hashPassword(password: string, { N, r, p }: Cost = cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** As long for an account that is not there as for one that is: `stored` undefined is a try against nothing. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? '').split('$');
  const asStored = stored === undefined ? cost : { N: Number(N), r: Number(r), p: Number(p) };
  const tried = await derive(password, Buffer.from(salt ?? '', 'base64url'), asStored);
  const wanted = Buffer.from(hash ?? '', 'base64url');
  return wanted.length === hashBytes && timingSafeEqual(tried, wanted);
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const options = { N, r, p, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
