// Who already went to a private place: keyed fingerprints of people with a time, one list a place. So a list that leaves in small
// pieces is counted as the list it is. Why more than half of a person's keys must agree: docs/adr/0120-who-went-where.md

export interface SentPerson {
  /** Epoch milliseconds of the last time. */
  at: number;
  /** Keyed fingerprints, most telling first. */
  keys: string[];
}

/** People a list holds: those who went last. */
const mostKept = 5_000;
const mostKeys = 8;

/** How many people went there since that time who are not among `people`. */
export function alreadySent(ledger: readonly SentPerson[], people: readonly string[][], since: number): number {
  const recent = ledger.filter(({ at }) => at >= since);
  const known = knownIn(recent);
  return recent.length - new Set(people.flatMap(known)).size;
}

/** The list after these people went there; those who went before `since` are forgotten. */
export function afterSending(
  ledger: readonly SentPerson[],
  people: readonly string[][],
  now: number,
  since: number,
): SentPerson[] {
  const kept = ledger.filter(({ at }) => at >= since).map(({ at, keys }) => ({ at, keys: [...keys] }));
  const known = knownIn(kept);
  const added: SentPerson[] = [];
  for (const keys of people) {
    const [before] = known(keys);
    if (!before) added.push({ at: now, keys: keys.slice(0, mostKeys) });
    else {
      before.at = now;
      before.keys = [...new Set([...before.keys, ...keys])].slice(0, mostKeys);
    }
  }
  return [...kept, ...added].sort((one, other) => one.at - other.at).slice(-mostKept);
}

/** Those on the list with whom more than half of these keys agree. */
function knownIn(list: readonly SentPerson[]): (keys: readonly string[]) => SentPerson[] {
  const byKey = new Map<string, SentPerson[]>();
  for (const person of list)
    for (const key of person.keys) {
      const sharers = byKey.get(key);
      if (sharers) sharers.push(person);
      else byKey.set(key, [person]);
    }
  return (keys) => {
    const agreeing = new Map<SentPerson, number>();
    for (const key of keys) for (const one of byKey.get(key) ?? []) agreeing.set(one, (agreeing.get(one) ?? 0) + 1);
    return [...agreeing].flatMap(([one, count]) => (count * 2 > keys.length ? one : []));
  };
}
