// A store that fails at exactly one write, as a disk does that is full just then.
import type { Database, Statements } from '../../collector/database.ts';
import { FullStore } from '../../collector/store-trouble.ts';

/** The line of the access record. */
export const noLine = /INSERT INTO audit/;

/** There is no room for what `refused` matches, in the statement with its values behind it, and for nothing else. */
export function without(store: Database, refused: RegExp): Database {
  const inside = (statements: Statements): Statements => ({
    all: statements.all,
    async run(sql, ...values) {
      if (refused.test([sql, ...values].join(' '))) throw new FullStore();
      return statements.run(sql, ...values);
    },
  });
  return { ...store, ...inside(store), transaction: (work) => store.transaction((made) => work(inside(made))) };
}
