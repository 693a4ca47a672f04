// A built extension as an archive that has the same bytes each time: names in order, one date, no owners, no extra fields.
// https://reproducible-builds.org/docs/archives/
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import crx3 from 'crx3';
import { zipSync } from 'fflate';

/** The first moment a ZIP can name, local time, as it is written. */
const mtime = new Date(1980, 0, 1);

/** `manifest`: what the archive's manifest is in place of the folder's. */
export function packFolder(folder: string, manifest?: object): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .sort();
  const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  if (manifest) files['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest));
  return zipSync(files, { level: 9, mtime, os: 3 });
}

/** Signs an archive as CRX3 and returns the extension's id. Makes the key where there is none. */
export async function signedPackage(zip: string, paths: { keyPath: string; crxPath: string }): Promise<string> {
  const { appId } = await crx3(createReadStream(zip), paths);
  return appId;
}
