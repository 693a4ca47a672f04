// The manifest, with a reason for each permission. Source: https://developer.chrome.com/docs/extensions/reference/manifest
import type { UserManifestFn } from 'wxt';

export const manifest: UserManifestFn = ({ browser }) => ({
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  default_locale: 'en',
  permissions: ['storage', 'alarms'],
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: {
            id: 'gatehouse@gatehouse.example',
            strict_min_version: '140.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      }
    : { minimum_chrome_version: '140' }),
});
