// A policy from draft to roll-out: `npm run -s policy -- --help`. Reads any of the forms it writes.
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unknownKinds } from '../assessment/unknown-kinds.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import { signedBytes, signedText } from '../policy/signed.ts';
import { explain } from '../rollout/explain.ts';
import { exampleInstall, type Values } from '../rollout/install.ts';
import { isTarget, readAny, targets } from '../rollout/targets.ts';
import { exit, isRefusal, type Refusal } from './exit.ts';
import { readLocale } from './locale.ts';

const usage = `Usage: npm run -s policy -- check   FILE
       npm run -s policy -- explain FILE [--language en|de|fr]
       npm run -s policy -- export  FILE --to TARGET [--out FOLDER] [--chromium-id ID] [--chromium-updates URL]
                                    [--firefox-id ID] [--firefox-package URL]
       npm run -s policy -- import  FILE
       npm run -s policy -- keys    [--out FOLDER]
       npm run -s policy -- sign    FILE --key PEM [--sequence NUMBER]

FILE is a policy as JSON, or any file that export writes.

  check     names every setting that is wrong and what holds in its place
  explain   says in sentences what the policy does
  export    writes it for a platform: ${Object.keys(targets).join(', ')}
            (to standard output where it is one file and no --out is given)
  import    reads such a file and prints the policy as JSON
  keys      makes the key pair that signs policies: policy-signer.pem stays with you, the public key goes into keys.policySigner
  sign      prints the policy signed, for policyAddress. The number must grow; left out, it is the time

Exit status: 0 fine, 1 something in the policy is wrong, 64 wrong usage, 66 a file that cannot be opened.
`;

const say = (line: string) => process.stderr.write(`${line}\n`);
const print = (text: string) => process.stdout.write(text);

type Options = ReturnType<typeof parse>['values'];

function main(): number {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(process.argv.slice(2));
  } catch (error) {
    return refuse({ status: exit.usage, message: (error as Error).message });
  }
  const { values: options, positionals } = parsed;
  const [command = '', path = ''] = positionals;
  if (options.help) {
    print(usage);
    return 0;
  }
  if (command === 'keys') return makeKeys(options);
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) return refuse({ status: exit.usage, message: command ? `no such command: ${command}` : 'which command?' });
  if (path === '') return refuse({ status: exit.usage, message: 'which FILE?' });
  const values = readValues(path);
  return isRefusal(values) ? refuse(values) : run(values, options, path);
}

const commands: Record<string, (values: Values, options: Options, path: string) => number> = {
  check(values, _options, path) {
    const { policy, problems } = parsePolicy(values);
    return tell(path, [...problems, ...unknownKinds(policy)]);
  },
  explain(values, { language }, path) {
    const { policy, problems } = parsePolicy(values);
    const t = readLocale(language);
    for (const sentence of explain(policy, t)) print(`${sentence}\n`);
    return problems.length === 0 ? exit.allow : tell(path, problems);
  },
  export(values, options, path) {
    const { to = '', out } = options;
    if (!isTarget(to))
      return refuse({ status: exit.usage, message: `--to is one of ${Object.keys(targets).join(', ')}` });
    const install = {
      chromiumId: options['chromium-id'] ?? exampleInstall.chromiumId,
      chromiumUpdates: options['chromium-updates'] ?? exampleInstall.chromiumUpdates,
      firefoxId: options['firefox-id'] ?? exampleInstall.firefoxId,
      firefoxPackage: options['firefox-package'] ?? exampleInstall.firefoxPackage,
    };
    const files = targets[to].write(values, install);
    if (out === undefined && files.length > 1)
      return refuse({ status: exit.usage, message: `${to} is ${files.length} files: name a folder with --out` });
    for (const { name, text } of files) {
      if (out === undefined) print(text);
      else save(join(out, name), text);
    }
    return tell(path, parsePolicy(values).problems);
  },
  import(values, _options, path) {
    print(`${JSON.stringify(values, null, 2)}\n`);
    return tell(path, parsePolicy(values).problems);
  },
  sign(values, { key, sequence }, path) {
    const { problems } = parsePolicy(values);
    if (problems.length > 0) return tell(path, problems);
    const pem = key === undefined ? undefined : open(key);
    if (pem === undefined) return refuse({ status: exit.usage, message: 'sign with --key policy-signer.pem' });
    if (isRefusal(pem)) return refuse(pem);
    const number = sequence === undefined ? Math.floor(Date.now() / 1000) : Number(sequence);
    if (!Number.isSafeInteger(number) || number < 1)
      return refuse({ status: exit.usage, message: '--sequence is a whole number from 1' });
    const policy = JSON.stringify(values);
    const signature = sign(null, signedBytes(number, policy), createPrivateKey(pem.text)).toString('base64');
    print(signedText(number, policy, signature));
    return exit.allow;
  },
};

/** One line each; the exit status says whether there was any. */
function tell(path: string, problems: readonly PolicyProblem[]): number {
  for (const { key, problem } of problems) say(`${path}: ${key === '' ? '' : `${key}: `}${problem}`);
  return problems.length === 0 ? exit.allow : exit.question;
}

function makeKeys({ out = '.' }: Options): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'policy-signer.pem'), pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse({ status: exit.noInput, message: `${join(out, 'policy-signer.pem')} cannot be written (${code})` });
  }
  const { x } = publicKey.export({ format: 'jwk' });
  print(`${JSON.stringify({ keys: { policySigner: x } })}\n`);
  return exit.allow;
}

function readValues(path: string): Values | Refusal {
  const file = open(path);
  if (isRefusal(file)) return file;
  const known = readAny(file.text);
  return known?.values ?? { status: exit.usage, message: `${path} is no policy in any form that export writes` };
}

function open(path: string): { text: string } | Refusal {
  try {
    return { text: readFileSync(path === '-' ? 0 : path, 'utf8') };
  } catch (error) {
    return { status: exit.noInput, message: `${path} cannot be opened (${(error as NodeJS.ErrnoException).code})` };
  }
}

function save(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  say(`written: ${path}`);
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      language: { type: 'string', default: 'en' },
      to: text,
      out: text,
      key: text,
      sequence: text,
      'chromium-id': text,
      'chromium-updates': text,
      'firefox-id': text,
      'firefox-package': text,
    },
  });
}

function refuse({ status, message }: Refusal): number {
  say(`policy: ${message}${status === exit.usage ? '\nSee --help.' : ''}`);
  return status;
}

process.exitCode = main();
