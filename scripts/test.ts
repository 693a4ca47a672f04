// `npm test`: every check this project has, in the order in which a mistake shows soonest. `npm test -- unit types` runs some.
// `--no-skips` makes a skipped test a failure.
import { existsSync } from 'node:fs';
import { installPrograms, mayInstallPackages } from './packages.ts';
import { add, check, closingLine, runProgram, step, type Tally } from './steps.ts';
import { vitestStep } from './vitest-step.ts';

const bin = (name: string) => `node_modules/.bin/${name}`;
const steps: Record<string, () => Promise<Tally>> = {
  prepare: () => check('prepare the type declarations', bin('wxt'), ['prepare']),
  types: () => check('types', bin('tsc'), ['--noEmit']),
  lint: () => check('lint and format', bin('biome'), ['check', '.']),
  unused: () => check('unused files, exports and packages', bin('knip'), []),
  unit: () => {
    // They read what is exported and rewritten, as programs not ours.
    installPrograms(['python3', 'libxml2-utils', 'libreoffice-calc-nogui']);
    return vitestStep('unit tests (pure rooms in Node, browser rooms in happy-dom)', []);
  },
  chromium: () => check('build for Chromium', bin('wxt'), ['build', '-b', 'chrome']),
  firefox: () => check('build for Firefox', bin('wxt'), ['build', '-b', 'firefox', '--mv3']),
  programs: () =>
    step('browsers and the practice webmails', async () => {
      const missing = installPrograms(['chromium', 'firefox-esr', 'openssl']);
      if (missing.length > 0) console.log(`  not on this machine: ${missing.join(', ')}`);
      if (!mayInstallPackages()) console.log('  the practice webmails need Debian and root');
      // Here, where it may take its time: a suite waits for a webmail to start, not for its packages.
      else for (const name of ['roundcube', 'sogo']) await runProgram(`tests/webmail/${name}.sh`, ['install'], true);
      return { passed: 0, failed: 0, failures: [], skipped: [] };
    }),
  browsers: () =>
    vitestStep('real browsers and the real webmail', [
      '--config',
      'tests/browser/vitest.config.ts',
      '--project',
      'browsers',
    ]),
};

const words = process.argv.slice(2);
const noSkips = words.includes('--no-skips');
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
  process.exit(64);
}

const started = performance.now();
let total: Tally = { passed: 0, failed: 0, failures: [], skipped: [] };
for (const [name, run] of Object.entries(steps)) {
  const isWanted =
    named.length === 0 || named.includes(name) || (name === 'prepare' && !existsSync('.wxt/tsconfig.json'));
  if (isWanted) total = add(total, await run());
}

// Once more at the end: of a long log often only that is kept.
for (const failure of total.failures) console.log(`failed: ${failure}`);
for (const name of total.skipped) console.log(`skipped: ${name}`);
console.log(`finished in ${((performance.now() - started) / 1000).toFixed(0)} s`);
const isFailed = total.failed > 0 || total.passed === 0 || (noSkips && total.skipped.length > 0);
if (noSkips && total.skipped.length > 0) console.log('skipped tests count as a failure here');
console.log(closingLine(total));
process.exitCode = isFailed ? 1 : 0;
