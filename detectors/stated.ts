// What a cell or a labelled value says under a heading that names the kind: anything but a plain "no" or nothing.
// Answers people may refuse: https://www.ons.gov.uk/census/censustransformationprogramme/questiondevelopment (voluntary questions)

/** Longest value that is compared with others. */
const longest = 200;

const nothingStated =
  /^(?:[-–—._?/*\s]*|0+(?:[.,]0+)?|[nf]|n\.?\/?a\.?|nk|nfa|nkda|tbc|tbd|false|nil|null|unknown|undisclosed|withheld|blank|empty|pending|negative|neg|refused|declined|prefer(?:s|red)? not.*|(?:i )?(?:would )?rather not.*|did not (?:say|answer|disclose).*|does(?: not|n't) apply|keine? angaben?|unbekannt|entf[aä]llt|inconnue?|sans objet|non (?:renseign|communiqu).*|ne souhaite.*|s\.?o\.?)$/;
const denied = /^(?:no|not|none|never|non|nein|nicht|keine?r?|nie|aucune?|pas|jamais|ninguna?|nessun[oa]?|geen|nee)\b/;
const taken = /\b(?:but|except|apart from|however|longer|aber|sauf|mais|ausser|au(?:ß|ss)er)\b|\d{4}/;

/** The value in lower case; `undefined` where nothing is stated, or that there is nothing. */
export function readStated(cell: string): string | undefined {
  const value = cell.trim().slice(0, longest).toLowerCase();
  if (nothingStated.test(value) || (denied.test(value) && !taken.test(value))) return undefined;
  return /[\p{L}\p{N}✓✔☑]/u.test(value) ? value : undefined;
}
