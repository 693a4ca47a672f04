// What browsers ask for updates, and what a release is made of.
// Chromium: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest
// Firefox: https://extensionworkshop.com/documentation/manage/updating-your-extension/ · SBOM: https://cyclonedx.org/docs/1.5/json/
/** A store takes no address for updates; what the firm serves itself needs one. */
export function selfHosted(manifest: { browser_specific_settings?: { gecko?: object } }, base: string): object {
  const gecko = manifest.browser_specific_settings?.gecko;
  return gecko
    ? { ...manifest, browser_specific_settings: { gecko: { ...gecko, update_url: `${base}/updates.json` } } }
    : { ...manifest, update_url: `${base}/updates.xml` };
}

export function chromiumUpdates({ id, version, base }: { id: string; version: string; base: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${base}/gatehouse-${version}.crx" version="${version}" prodversionmin="140.0"/>
  </app>
</gupdate>
`;
}

export function firefoxUpdates({ version, base, xpi }: { version: string; base: string; xpi: string }): string {
  const update = {
    version,
    update_link: `${base}/gatehouse-${version}.xpi`,
    update_hash: `sha256:${xpi}`,
    applications: { gecko: { strict_min_version: '140.0' } },
  };
  return `${JSON.stringify({ addons: { 'gatehouse@gatehouse.example': { updates: [update] } } }, null, 2)}\n`;
}

/** npm's bill without what differs from run to run: its number, its time, npm's own version, and the folder it takes for the name. */
export function billOfMaterials(written: string, name: string): string {
  const { serialNumber: _number, metadata, ...bill } = JSON.parse(written);
  const { timestamp: _time, tools: _tools, component, ...about } = metadata;
  return `${JSON.stringify({ ...bill, metadata: { ...about, component: { ...component, name } } }, null, 2)}\n`;
}
