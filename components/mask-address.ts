// An address as it is shown: enough for the person who typed it to know which one, too little to read it off the screen.

/** `kerr.1984@gmail.com` → `k…4@gmail.com`. A local part of one or two letters keeps only the first. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = [...(at < 0 ? address : address.slice(0, at))];
  const domain = at < 0 ? '' : address.slice(at);
  const last = local.length > 2 ? local.at(-1) : '';
  return `${local[0] ?? ''}…${last}${domain}`;
}
