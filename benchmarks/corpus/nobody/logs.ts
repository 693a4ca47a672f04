// Log lines in the formats programs really write: Apache combined, syslog (RFC 3164, 5424), nginx, JSON lines, W3C, SSH, HDFS, Windows,
// Kubernetes, PostgreSQL, a kernel's ring buffer. Addresses are from documentation ranges.
import type { Random } from '../random.ts';

const two = (value: number) => String(value).padStart(2, '0');
const ip = (random: Random) =>
  `${random.pick(['203.0.113', '198.51.100', '192.0.2', '10.12.7'])}.${1 + random.below(250)}`;
const clock = (random: Random) => `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`;
const iso = (random: Random) =>
  `2025-${two(1 + random.below(12))}-${two(1 + random.below(28))}T${clock(random)}.${random.digits(3)}Z`;
const hex = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.pick([...'0123456789abcdef'])).join('');
const uuid = (random: Random) => [8, 4, 4, 4, 12].map((count) => hex(random, count)).join('-');

const formats: readonly ((random: Random) => string)[] = [
  (r) =>
    `${ip(r)} - - [${two(1 + r.below(28))}/Nov/2025:${clock(r)} +0000] "GET /item/${r.digits(8)}?sid=${r.digits(16)} HTTP/1.1" 200 ${r.digits(5)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.6778.${r.digits(2)} Safari/537.36"`,
  (r) =>
    `Nov ${1 + r.below(28)} ${clock(r)} web-0${r.below(9)} sshd[${r.digits(5)}]: Failed password for invalid user admin from ${ip(r)} port ${r.digits(5)} ssh2`,
  (r) =>
    `<${r.digits(2)}>1 ${iso(r)} host app ${r.digits(4)} ID${r.digits(2)} [x@32473 iut="3" eventID="${r.digits(4)}"] started`,
  (r) =>
    JSON.stringify({
      level: 'info',
      time: 1_760_000_000_000 + r.below(90_000_000),
      pid: r.below(9999),
      hostname: 'worker',
      traceId: hex(r, 32),
      msg: 'request completed',
      responseTime: r.below(900),
    }),
  (r) =>
    `081109 ${r.digits(6)} ${r.digits(3)} INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_${r.pick(['', '-'])}${r.digits(19)} terminating`,
  (r) =>
    `${iso(r).slice(0, 10)} ${clock(r)}, Info                  CBS    Loaded Servicing Stack v6.1.7601.${r.digits(5)} with Core: C:\\Windows\\winsxs\\amd64_${hex(r, 16)}`,
  (r) =>
    `I11${two(1 + r.below(28))} ${clock(r)}.${r.digits(6)}       1 controller.go:${r.digits(3)}] "Reconciled" pod="default/web-${hex(r, 10)}-${hex(r, 5)}" uid="${uuid(r)}"`,
  (r) =>
    `${iso(r).replace('T', ' ').slice(0, 19)} UTC [${r.digits(5)}] LOG:  duration: ${r.digits(4)}.${r.digits(3)} ms  statement: SELECT id FROM orders WHERE ref = ${r.digits(10)}`,
  (r) =>
    `[${r.digits(6)}.${r.digits(6)}] e1000: eth0 NIC Link is Up 1000 Mbps, irq ${r.digits(2)}, mem 0x${hex(r, 8)}-0x${hex(r, 8)}`,
  (r) =>
    `- 11176${r.digits(5)} 2005.06.0${1 + r.below(9)} R02-M1-N0-C:J12-U11 2005-06-0${1 + r.below(9)}-15.42.50.${r.digits(6)} RAS KERNEL INFO instruction cache parity error corrected`,
  (r) =>
    `${iso(r)} INFO [main] c.e.OrderService - order=${r.digits(9)} parcel=${r.digits(12)} amount=${r.below(900)}.${r.digits(2)} took ${r.digits(3)}ms`,
  (r) =>
    `2025-11-0${1 + r.below(9)} ${clock(r)} W3SVC1 ${ip(r)} GET /default.htm - 80 - ${ip(r)} 200 0 0 ${r.digits(4)}`,
  (r) =>
    `npm http fetch GET 200 https://registry.example/package/-/package-${r.below(9)}.${r.below(20)}.${r.below(90)}.tgz ${r.digits(3)}ms (cache hit) sha512-${hex(r, 40)}==`,
  (r) =>
    `${clock(r)} ▶ build ${r.digits(7)} #${r.digits(4)} passed in ${r.digits(2)}m ${r.digits(2)}s commit ${hex(r, 40)}`,
  (r) =>
    `CEF:0|Vendor|Firewall|7.${r.below(9)}|${r.digits(6)}|Denied|5|src=${ip(r)} spt=${r.digits(5)} dst=${ip(r)} dpt=443 cnt=${r.digits(4)} rt=17${r.digits(11)}`,
];

/** So many lines: of one format, or, without one, of all mixed. */
export const logLines = (random: Random, count: number, format?: number): string =>
  Array.from({ length: count }, () =>
    (format === undefined ? random.pick(formats) : formats[format % formats.length]!)(random),
  ).join('\n');

export const logFormats = formats.length;
