// Every stored field of an entry in plain words, in the order a reader asks: what, who, where to, what was decided, proof.
import { nameOf } from '@/incidents/documents/document.ts';
import type { Incident, Report } from '@/incidents/incident.ts';
import { actorOf, type Row } from '@/incidents/views.ts';
import { counted, formatNumber, formatTime, keyOf, type Translate } from '../words.ts';
import type { Proof } from './proof.ts';

/** A label key and what stands beside it; several lines where there are several. */
export type Fact = [label: string, lines: string[]];

/** The policy's own words for a reason code; the code itself where it has none. */
export type ReasonLabel = (code: string) => string;

export function factsOf(t: Translate, row: Row, proof: Proof, reasonLabel: ReasonLabel): Fact[] {
  const actor = actorOf(row);
  const facts = row.type === 'incident' ? incidentFacts(t, row, reasonLabel) : reportFacts(t, row.report);
  const chain = t(
    proof.isIntact === undefined
      ? 'register_chain_checking'
      : proof.isIntact
        ? 'register_chain_intact'
        : 'register_chain_broken',
    [formatNumber(t, proof.sequence)],
  );
  return [
    ['register_at', [formatTime(t, row.at)]],
    ['register_actor', [actor.value || t('register_actor_unknown'), t(`register_actor_from_${actor.from}`)]],
    ...facts.filter(([, lines]) => lines.length > 0),
    ['register_chain', [t(`register_origin_${proof.origin}`), chain]],
    ['register_hash', [proof.hash]],
    ['register_id', [row.id]],
  ];
}

function kindLines(t: Translate, kinds: Incident['kinds']): string[] {
  return kinds.map(({ kind, distinct, matches }) => {
    const isKnown = t(keyOf('kind', kind)) !== keyOf('kind', kind);
    const found = isKnown ? counted(t, keyOf('found', kind), distinct) : counted(t, 'found_unknown', distinct, kind);
    return matches === distinct ? found : counted(t, 'register_matches', matches, found);
  });
}

function incidentFacts(t: Translate, row: Extract<Row, { type: 'incident' }>, reasonLabel: ReasonLabel): Fact[] {
  const { incident, outcome, sent, sentClaims = [] } = row;
  const { people, recipients, verdict, reason, policy } = incident;
  const seconds = (milliseconds: number) =>
    t('register_seconds', [formatNumber(t, Math.round(milliseconds / 100) / 10)]);
  return [
    ['register_people', [peopleLine(t, people), ...people.how.map((how) => t(keyOf('register_how', how)))]],
    ['register_flags', flagLines(t, people.flags)],
    ['register_kinds', kindLines(t, incident.kinds)],
    ['register_destination', [t(`destination_${incident.destination}`)]],
    [
      'register_recipients',
      [...recipientLines(t, recipients), ...(incident.countsOnly ? [t('register_counts_only')] : [])],
    ],
    ['register_files', fileLines(t, incident)],
    ['register_fingerprints', fingerprints(incident)],
    ['register_action', [t(`action_${verdict.action}`), ...(verdict.enforced ? [] : [t('register_not_enforced')])]],
    ['register_rules', verdict.rules.map((rule) => nameOf(t, 'rule', rule))],
    ['register_choice', [t(keyOf('choice', incident.choice))]],
    ['register_reason', reason ? [reasonLabel(reason.code), reason.text] : []],
    [
      'register_outcome',
      [
        t(keyOf('outcome', outcome)),
        ...(sent ? [t(keyOf('register_sent', sent))] : []),
        ...sentClaims.map((said) => t('register_sent_claim', [t(keyOf('register_sent', said))])),
      ],
    ],
    ['register_place', [nameOf(t, 'webmail', incident.place.webmail), incident.place.host]],
    ['register_trigger', [t(keyOf('trigger', incident.trigger))]],
    ['register_health', [t(`register_health_${incident.adapterHealth}`)]],
    ['register_opened', [seconds(incident.openedForMs)]],
    ['register_scan', [seconds(incident.scanMs)]],
    [
      'register_policy',
      [
        t('policy_version', [policy.version]),
        t(`policy_source_${policy.source}`),
        t('register_checksum', [policy.hash]),
      ],
    ],
    ['register_extension', [incident.extensionVersion]],
  ];
}

function reportFacts(t: Translate, report: Report): Fact[] {
  return [
    ['report_what', [report.sealed ? t('report_sealed') : report.what]],
    ['report_when', report.when ? [report.when] : []],
    ['report_people', [t(`report_people_${report.people}`)]],
    ['report_recovered', [t(`report_recovered_${report.recovered}`)]],
    ['register_extension', [report.extensionVersion]],
  ];
}

function peopleLine(t: Translate, { min, estimate, max }: Incident['people']): string {
  const range = [formatNumber(t, min), formatNumber(t, max)];
  return min === max ? counted(t, 'people', estimate) : counted(t, 'register_people_range', estimate, ...range);
}

function flagLines(t: Translate, flags: Incident['people']['flags']): string[] {
  return Object.entries(flags).flatMap(([flag, count]) =>
    count > 0
      ? [t(`flag_${flag.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`, [formatNumber(t, count)])]
      : [],
  );
}

/** Countries are always recorded where a domain tells one; addresses only where the policy says so. */
function recipientLines(
  t: Translate,
  { count, domains, addresses = [], countries = [] }: Incident['recipients'],
): string[] {
  const names = new Intl.DisplayNames(t('language_tag'), { type: 'region' });
  const places = countries.map((country) => names.of(country) ?? country);
  return [counted(t, 'register_recipients', count), ...domains, ...addresses, ...places];
}

function fileLines(t: Translate, { files, moreFiles = 0, countsOnly }: Incident): string[] {
  const more = formatNumber(t, moreFiles);
  if (countsOnly) return moreFiles > 0 ? [more] : [];
  return [...files.map((file) => fileLine(t, file)), ...(moreFiles > 0 ? [t('register_more_files', [more])] : [])];
}

function fileLine(t: Translate, file: Incident['files'][number]): string {
  const { extension, type, size, readable, unreadable } = file;
  const name = extension && extension !== type ? t('register_file_type', [extension, type]) : type;
  const kilobytes = formatNumber(t, Math.ceil(size / 1000));
  const state = unreadable
    ? t(keyOf('unreadable', unreadable))
    : t(readable ? 'register_file_read' : 'register_file_unread');
  return t('register_file', [name, kilobytes, state]);
}

function fingerprints({ recipients, files }: Incident): string[] {
  return [...recipients.fingerprints, ...files.map(({ fingerprint }) => fingerprint)].filter((one) => one !== '');
}
