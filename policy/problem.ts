// What is wrong with a policy as it arrived, for the people in IT who wrote it.

/** One readable line: `key` is the path of the setting (`thresholds.own.block`), `problem` says what is wrong and the way out. */
export interface PolicyProblem {
  key: string;
  problem: string;
}
