// How much of a table a run goes through. Each time: what differs in kind. Everything by everything: `npm run soak:everything`.
export const isEverything = process.env.GATEHOUSE_EVERY_WAY !== undefined;

/** The rows of a table that run each time, or all of them where everything is asked for. Throws where a name is not in the table. */
export function rowsFor<Row>(table: Readonly<Record<string, Row>>, eachTime: readonly string[]): [string, Row][] {
  for (const name of eachTime) if (!(name in table)) throw new RangeError(`no row ${name}`);
  return Object.entries(table).filter(([name]) => isEverything || eachTime.includes(name));
}
