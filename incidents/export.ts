// The register taken elsewhere: CSV for a spreadsheet, JSON for another register.
import { asCsv } from '../scan/text/csv-text.ts';
import { type Case, caseOf } from './case.ts';
import { notifyWithin } from './clock.ts';
import type { Envelope } from './envelope.ts';
import { severityOf } from './severity.ts';
import type { Row } from './views.ts';
import { type FactName, factNames } from './work.ts';

/** The version of the exported file's form. */
export const exportVersion = 1;

interface ExportFile {
  gatehouseExport: typeof exportVersion;
  /** Epoch milliseconds. */
  exportedAt: number;
  entries: readonly Envelope[];
  /** Ids of what decided nothing where the file was saved. */
  claims?: readonly string[];
}

type Cell = string | number;

/** Columns in order; each has a label `register_column_<name>` in the locale files. */
const columns: Record<
  string,
  {
    incident: (row: Extract<Row, { type: 'incident' }>) => Cell;
    report?: (row: Extract<Row, { type: 'report' }>) => Cell;
  }
> = {
  id: { incident: ({ id }) => id, report: ({ id }) => id },
  time: { incident: ({ at }) => timeOf(at), report: ({ at }) => timeOf(at) },
  type: { incident: ({ type }) => type, report: ({ type }) => type },
  actor: { incident: ({ incident }) => incident.actor.value, report: ({ report }) => report.actor.value },
  webmail: { incident: ({ incident }) => incident.place.webmail },
  host: { incident: ({ incident }) => incident.place.host },
  trigger: { incident: ({ incident }) => incident.trigger },
  kinds: { incident: ({ incident }) => incident.kinds.map(({ kind, distinct }) => `${kind} ${distinct}`).join('; ') },
  destination: { incident: ({ incident }) => incident.destination },
  recipients: { incident: ({ incident }) => incident.recipients.count },
  domains: { incident: ({ incident }) => incident.recipients.domains.join('; ') },
  files: { incident: ({ incident }) => incident.files.map(({ type, size }) => `${type} ${size}`).join('; ') },
  action: { incident: ({ incident }) => incident.verdict.action },
  enforced: { incident: ({ incident }) => String(incident.verdict.enforced) },
  rules: { incident: ({ incident }) => incident.verdict.rules.join('; ') },
  choice: { incident: ({ incident }) => incident.choice },
  reason_code: { incident: ({ incident }) => incident.reason?.code ?? '' },
  reason: { incident: ({ incident }) => incident.reason?.text ?? '', report: ({ report }) => report.what },
  reported_people: { incident: () => '', report: ({ report }) => report.people },
  outcome: { incident: ({ outcome }) => outcome, report: () => '' },
  sent: { incident: ({ sent }) => sent ?? '' },
  policy: { incident: ({ incident }) => incident.policy.version },
};

/** What is known of it now: the record's word until a person has said better; what nobody has said is named. */
const decided: Record<string, (found: Case, t: (key: string) => string) => Cell> = {
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  triage_started: ({ triageStartedAt }) => timeOf(triageStartedAt),
  aware: ({ aware }) => timeOf(aware?.value.at),
  aware_basis: ({ aware }) => aware?.value.basis ?? '',
  aware_who: ({ aware }) => aware?.value.who ?? '',
  deadline: ({ aware }) => timeOf(aware && aware.value.at + notifyWithin),
  breach_types: ({ facts }) => listOf(facts.breachTypes),
  description: ({ facts }) => facts.description ?? '',
  cause: ({ facts }) => facts.cause ?? '',
  medium: ({ facts }) => facts.medium ?? '',
  occurred_from: ({ facts }) => timeOf(facts.occurredFrom),
  occurred_until: ({ facts }) => timeOf(facts.occurredUntil),
  detected_by: ({ facts }) => facts.detectedBy ?? '',
  data_categories: ({ facts }) => listOf(facts.dataCategories),
  subject_groups: ({ facts }) => listOf(facts.subjectGroups),
  people_min: ({ facts }) => facts.people?.min ?? '',
  people: ({ facts }) => facts.people?.estimate ?? '',
  people_max: ({ facts }) => facts.people?.max ?? '',
  people_method: ({ facts }) => facts.people?.method ?? '',
  records: ({ facts }) => facts.records ?? '',
  recipient: ({ facts }) => facts.recipient ?? '',
  recovered: ({ facts }) => facts.recovered ?? '',
  consequences: ({ facts }) => facts.consequences ?? '',
  likelihood: ({ facts }) => facts.likelihood ?? '',
  staff_role: ({ facts }) => facts.staffRole ?? '',
  last_training: ({ facts }) => timeOf(facts.lastTraining),
  measures_before: ({ facts }) => facts.measuresBefore ?? '',
  as_processor: ({ facts }) => flagOf(facts.asProcessor),
  controller_told: ({ facts }) => timeOf(facts.controllerTold),
  cross_border: ({ facts }) => flagOf(facts.crossBorder),
  unconfirmed: ({ facts, said }, t) =>
    listOf(factNames.filter((name) => facts[name] !== undefined && !said.has(name)).map((name) => t(labelOf(name)))),
  severity: ({ severity }) => (severity ? severityOf(severity.value).score : ''),
  risk: ({ decision }) => decision?.value.risk ?? '',
  reasoning: ({ decision }) => decision?.value.reasoning ?? '',
  decided: ({ decision }) => (decision ? `${timeOf(decision.at)} ${decision.by}` : ''),
  authority: ({ authority }) =>
    authority.map(({ value }) => `${value.authority} ${value.phase} ${timeOf(value.at)} ${value.reference}`).join('; '),
  delay_reason: ({ facts }) => facts.delayReason ?? '',
  subjects_told: ({ subjects }) => subjects?.value.told ?? '',
  subjects_at: ({ subjects }) => timeOf(subjects?.value.at),
  subjects_how: ({ subjects }) => subjects?.value.how ?? '',
  exemption: ({ subjects }) => subjects?.value.exemption ?? '',
  others_told: ({ others }) =>
    others.map(({ value }) => `${value.who} ${timeOf(value.at)} ${value.how}`.trim()).join('; '),
  actions: ({ actions }) =>
    actions.map(({ what, owner, due, done }) => `${what} (${owner}, ${timeOf(due)}, ${timeOf(done)})`).join('; '),
  links: ({ links }) => listOf(links),
  notes: ({ notes }) => notes.map(({ value, at, by }) => `${timeOf(at)} ${by}: ${value}`).join('; '),
  hold: ({ hold }) => hold?.value ?? '',
  retain_until: ({ retainUntil }) => timeOf(retainUntil),
};

export const columnNames: readonly string[] = [...Object.keys(columns), ...Object.keys(decided)];

/** CSV with a header row, CRLF line ends and no cell a spreadsheet would run. `t` gives the column labels. */
export function toCsv(rows: readonly Row[], t: (key: string) => string): string {
  const header = columnNames.map((name) => t(`register_column_${name}`));
  const lines = rows.map((row) => {
    const found = caseOf(row);
    return [
      ...Object.values(columns).map(({ incident, report }) =>
        row.type === 'incident' ? incident(row) : (report?.(row) ?? ''),
      ),
      ...Object.values(decided).map((cell) => cell(found, t)),
    ];
  });
  return asCsv([header, ...lines]);
}

/** The file another register reads with importEntries. `exportedAt`: epoch milliseconds. `claims`: ids of what decides nothing here. */
export function toJson(entries: readonly Envelope[], exportedAt: number, claims: readonly string[] = []): string {
  const there = new Set(entries.map(({ id }) => id));
  const claimed = claims.filter((id) => there.has(id));
  const file: ExportFile = { gatehouseExport: exportVersion, exportedAt, entries };
  return `${JSON.stringify({ ...file, ...(claimed.length > 0 && { claims: claimed }) } satisfies ExportFile, null, 2)}\n`;
}

/** The column of a fact. */
function labelOf(name: FactName): string {
  return `register_column_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

function listOf(words: readonly string[] = []): string {
  return words.join('; ');
}

function flagOf(flag: boolean | undefined): string {
  return flag === undefined ? '' : String(flag);
}

function timeOf(at: number | undefined): string {
  return at !== undefined && Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : '';
}
