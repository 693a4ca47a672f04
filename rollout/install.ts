// What a recipe needs beside the policy: which extension, from where, and the browser's own policies that close the side doors.
// Chrome: https://chromeenterprise.google/policies/ Edge: https://learn.microsoft.com/deployedge/microsoft-edge-policies
// Firefox: https://mozilla.github.io/policy-templates/

/** The policy as it is to arrive: values by setting, as IT wrote them. */
export type Values = Readonly<Record<string, unknown>>;

export interface Install {
  /** Id of the extension in Chrome, Chromium and Edge: 32 letters from a to p. */
  chromiumId: string;
  /** Update manifest: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest */
  chromiumUpdates: string;
  /** Id of the add-on in Firefox. */
  firefoxId: string;
  /** The signed XPI. */
  firefoxPackage: string;
}

/** Placeholders of the recipes in `enterprise/`. */
export const exampleInstall: Install = {
  chromiumId: 'abcdefghijklmnopabcdefghijklmnop',
  chromiumUpdates: 'https://updates.firm.example/gatehouse/updates.xml',
  firefoxId: 'gatehouse@gatehouse.example',
  firefoxPackage: 'https://updates.firm.example/gatehouse/gatehouse.xpi',
};

export const chromiumBrowsers = ['chrome', 'chromium', 'edge'] as const;
export type ChromiumBrowser = (typeof chromiumBrowsers)[number];

/** Installs by force, takes updates from the firm's address even after one from elsewhere, and keeps the icon in sight. */
export function chromiumInstall({ chromiumId, chromiumUpdates }: Install): Record<string, Record<string, unknown>> {
  return {
    [chromiumId]: {
      installation_mode: 'force_installed',
      update_url: chromiumUpdates,
      override_update_url: true,
      toolbar_pin: 'force_pinned',
    },
  };
}

/** Where extensions do not run, or could be looked into: private windows, guests, other profiles, tools on what was force-installed. */
export function sideDoors(product: ChromiumBrowser): Record<string, number | boolean> {
  const both = { BrowserGuestModeEnabled: false, DeveloperToolsAvailability: 0 };
  return product === 'edge'
    ? { ...both, InPrivateModeAvailability: 1, BrowserAddProfileEnabled: false }
    : { ...both, IncognitoModeAvailability: 1, BrowserAddPersonEnabled: false };
}

export const firefoxSideDoors = {
  DisablePrivateBrowsing: true,
  DisableDeveloperTools: true,
  DisableSafeMode: true,
  BlockAboutConfig: true,
  BlockAboutAddons: false,
  BlockAboutProfiles: true,
} as const;
