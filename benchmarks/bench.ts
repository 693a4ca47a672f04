// `npm run bench`: quality, then speed beside other people's detectors. `npm run bench -- quality` or `-- speed` for one of them.
import { installPeers } from './install-peers.ts';

const wanted = process.argv.slice(2);
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

const unknown = wanted.filter((part) => part !== 'quality' && part !== 'speed');
if (unknown.length > 0) {
  process.stderr.write('bench: quality, speed, or nothing for both\n');
  process.exit(2);
}
if (isWanted('quality')) await import('./quality.bench.ts');
if (isWanted('speed')) {
  installPeers();
  await import('./scan.bench.ts');
}
