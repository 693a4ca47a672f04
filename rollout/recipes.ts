// The generated part of enterprise/: one folder a platform, all from one example policy. The pages beside it say what to do with them.
import { exampleInstall, type Values } from './install.ts';
import { type TargetName, targets, type WrittenFile } from './targets.ts';

const folders: Record<Exclude<TargetName, 'json'>, string> = {
  'chrome-linux': 'linux',
  'chromium-linux': 'linux',
  'edge-linux': 'linux',
  'chrome-windows-admx': 'windows',
  'edge-windows-admx': 'windows',
  reg: 'windows',
  intune: 'intune',
  'mobileconfig-chrome': 'macos',
  'mobileconfig-edge': 'macos',
  'google-admin': 'google-admin',
  firefox: 'firefox',
};

/** Names are paths below enterprise/. */
export function recipes(policy: Values): WrittenFile[] {
  return Object.entries(folders).flatMap(([target, folder]) =>
    targets[target as TargetName]
      .write(policy, exampleInstall)
      .map(({ name, text }) => ({ name: `${folder}/${name}`, text })),
  );
}
