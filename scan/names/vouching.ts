// Most given names are on no list. Those of a list that are known vouch for the others: that they are names of people as well.

/** Fewer vouch for nobody. */
const fewest = 5;

/** Whether `known` of `all` is enough. `part`: how many of a list have to be known, the more the less speaks for a list of people besides. */
export const vouchForOneAnother = (all: number, known: number, part: number): boolean =>
  all >= fewest && known >= all * part;
