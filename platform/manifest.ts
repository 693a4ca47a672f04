// The manifest, with a reason for each permission. Source: https://developer.chrome.com/docs/extensions/reference/manifest
import type { UserManifestFn } from 'wxt';
import { webmailHosts } from './webmail-hosts.ts';

/** Keep in step with docs/adr/0033-permissions.md: a permission nobody can explain is taken out. */
const permissions = [
  // The journal's second copy, the policy by managed storage, what belongs to a browser session.
  'storage',
  // The journal must not be evicted, nor its second copy stop at 10 MB while a collector is unreachable.
  'unlimitedStorage',
  // Delivery goes on after the worker was stopped.
  'alarms',
  // The part of the guard that knows messages is put into a page when one may be written there; and after installation, pages
  // that were open before get their content script.
  'scripting',
  // The gate on the network. Chromium grants the second to an installation by policy, and ignores it otherwise.
  'webRequest',
  'webRequestBlocking',
];

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`]));

const inEveryFrame = {
  all_frames: true,
  match_origin_as_fallback: true,
  run_at: 'document_start' as const,
};

export const manifest: UserManifestFn = ({ browser }) => ({
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  default_locale: 'en',
  icons,
  action: { default_icon: icons },
  permissions,
  // Webmail is on any host, and incidents go to any receiver of JSON without it having to answer CORS.
  host_permissions: ['<all_urls>'],
  // Declared here and built as plain scripts: the frame that WXT puts around a content script posts a message into every page.
  content_scripts: [
    { ...inEveryFrame, matches: ['<all_urls>'], exclude_matches: webmailHosts, js: ['guard.js'] },
    { ...inEveryFrame, matches: ['<all_urls>'], js: ['page.js'], world: 'MAIN' as const },
    // In one entry: of two, Chromium may run the second first, and hosted.js joins guard.js.
    { ...inEveryFrame, matches: webmailHosts, js: ['guard.js', 'hosted.js'] },
    { ...inEveryFrame, matches: webmailHosts, js: ['requests.js'], world: 'MAIN' as const },
  ],
  web_accessible_resources: [
    {
      resources: ['desk.html'],
      matches: ['<all_urls>'],
      // A new address each session: a page cannot find out that the extension is there by asking for its desk.
      ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
    },
  ],
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: {
            id: 'gatehouse@gatehouse.example',
            strict_min_version: '140.0',
            // What an incident tells the firm, and only the firm: who sent, and on which webmail or site.
            data_collection_permissions: { required: ['personallyIdentifyingInfo', 'websiteActivity'] },
          },
        },
      }
    : { minimum_chrome_version: '140', storage: { managed_schema: 'managed_schema.json' } }),
});
