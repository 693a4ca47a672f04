// The part of the package crx3 that is used here; it brings no types of its own.
declare module 'crx3' {
  /** Packs the folder of the given manifest, or takes an archive, signs it, and returns its id. Makes the key where there is none. */
  export default function crx3(
    files: string[] | NodeJS.ReadableStream,
    options: { keyPath: string; crxPath: string },
  ): Promise<{ appId: string }>;
}
