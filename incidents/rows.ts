// A row of the register: one case, with the work on it and what became known after it was recorded.
import type { Amendment, Incident, Report } from './incident.ts';
import type { Status, Work } from './work.ts';

interface Common {
  id: string;
  at: number;
  /** Oldest first. */
  works: readonly Work[];
  /** Steps that were not taken here, oldest first: they are shown, and decide nothing. */
  claims?: readonly Work[];
  status: Status;
}

type IncidentRow = Common & {
  type: 'incident';
  incident: Incident;
  /** With what became known after it was recorded. */
  outcome: Incident['outcome'];
  /** What the page showed after release; absent where nothing was released or the answer has not come. */
  sent?: Amendment['sent'];
  /** The same as said by who did not record it, each once: shown, and decides nothing. */
  sentClaims?: readonly Amendment['sent'][];
};
type ReportRow = Common & { type: 'report'; report: Report };
export type Row = IncidentRow | ReportRow;
