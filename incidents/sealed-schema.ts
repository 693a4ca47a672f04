// What sealed details look like on the wire. Apart from the sealing itself, which not every reader needs.
import * as v from 'valibot';

/** 32 bytes, base64url. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

export const sealedSchema = v.strictObject({
  to: publicKeySchema,
  key: publicKeySchema,
  box: v.pipe(v.string(), v.regex(/^[\w-]{1,40000}$/)),
});
