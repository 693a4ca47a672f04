// Malformed policies as a browser is given them: each row of the table alone, and several in one file where they name different settings.
import type { PolicyProblem } from '../../policy/problem.ts';
import { malformed } from '../policy/malformed.ts';

export interface BadPolicy {
  values: Record<string, unknown>;
  /** The settings that must be named. */
  wrong: string[];
}

const isGroup = (raw: unknown) => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A policy is a group of settings on every platform: what is none never gets to a browser. */
export const badPolicies: readonly BadPolicy[] = malformed.flatMap(([, raw, key]) =>
  isGroup(raw) ? [{ values: JSON.parse(JSON.stringify(raw)), wrong: [key] }] : [],
);

/** The same mistakes in as few policies as there are rows for one setting, the fullest first. */
export const packedPolicies: readonly BadPolicy[] = packed();

function packed(): BadPolicy[] {
  const packs: BadPolicy[] = [];
  for (const { values, wrong } of badPolicies) {
    const free = packs.find((pack) => Object.keys(values).every((key) => !Object.hasOwn(pack.values, key)));
    if (free) {
      Object.assign(free.values, values);
      free.wrong.push(...wrong);
    } else packs.push({ values: { ...values }, wrong: [...wrong] });
  }
  return packs;
}

/** What is wrong and not named. Where the browser took out the whole setting, its name is all there can be. */
export function unnamed({ wrong }: BadPolicy, problems: readonly Pick<PolicyProblem, 'key'>[]): string[] {
  const named = new Set(problems.map(({ key }) => key));
  return wrong.filter((key) => !named.has(key) && !named.has(key.replace(/[.[].*$/, '')));
}
