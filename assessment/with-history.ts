// The same draft, judged again with what went to the same private places before.
import { evaluate } from '../policy/evaluate.ts';
import type { History } from '../policy/facts.ts';
import type { Policy } from '../policy/schema.ts';
import type { Assessment } from './assessment.ts';

/** `now`: epoch milliseconds. */
export function withHistory(assessment: Assessment, history: History, policy: Policy, now: number): Assessment {
  const facts = { ...assessment.facts, history };
  return { ...assessment, facts, verdict: evaluate(facts, policy, now) };
}
