// The text of one XML part of an Office file, in reading order: paragraphs as lines, tables as rows with tabs, tracked deletions and
// text boxes in place, and what stands in attributes (descriptions, links, fields) as lines at the end. ECMA-376 part 1, 17 and 21.
import { createLayout, type Layout } from './layout.ts';
import { attribute, type XmlHandler } from './xml.ts';

export interface OfficeText extends XmlHandler {
  /** What was read so far, as lines. */
  finish(): string;
}

export function createOfficeText(): OfficeText {
  const asides = new Set<string>();
  const story = createStory(createLayout(), asides);
  const alternative = createAlternative(story, asides);
  return {
    skips: { names: properties, unless: wordsInProperties },
    open(name, attributes) {
      const telling = attributes === '' ? undefined : tellingAttributes.get(name);
      if (telling) for (const key of telling) addAside(asides, attribute(attributes, key));
      if (name === 'Relationship' && attribute(attributes, 'TargetMode') === 'External')
        addAside(asides, attribute(attributes, 'Target'));
      alternative.target(name, true).open(name, attributes);
    },
    close(name) {
      alternative.target(name, false).close(name);
    },
    text(text) {
      alternative.text(text);
    },
    finish() {
      return [story.finish(), ...alternative.asides(), ...asides].filter(Boolean).join('\n');
    },
  };
}

/** Attributes in which text can stand that a person wrote. */
const tellingAttributes = new Map(
  Object.entries({
    docPr: ['descr', 'title'],
    cNvPr: ['descr', 'title'],
    listItem: ['displayText', 'value'],
    docVar: ['val'],
    hyperlink: ['tooltip', 'display'],
    definedName: ['comment'],
    textpath: ['string'],
  }),
);

/** Where a drawing stands, in numbers and words. */
const placement = new Set([
  'col',
  'row',
  'colOff',
  'rowOff',
  'Anchor',
  'align',
  'posOffset',
  'pctWidth',
  'pctHeight',
  'Row',
  'Column',
]);

function addAside(asides: Set<string>, value = ''): void {
  const link = value.replace(/^(?:mailto|tel):/i, '');
  if (link.trim() !== '') asides.add(link.trim());
}

function createStory(layout: Layout, asides: Set<string>): OfficeText {
  let inRun = 0;
  let inProperties = 0;
  let inInstruction = 0;
  let instruction = '';
  let isLoose = false;
  let isPlacement = false;
  /** What a tracked deletion took from the middle of a word. */
  let cut: string | undefined;
  return {
    open(name) {
      if (properties.has(name)) inProperties++;
      if (inProperties > 0) return;
      isPlacement = placement.has(name);
      switch (name) {
        case 't':
          inRun++;
          return;
        case 'delText':
          inRun++;
          if (layout.lineState() === 'open') cut = '';
          return;
        case 'instrText':
        case 'delInstrText':
          inInstruction++;
          return;
        case 'p':
          return layout.openParagraph();
        case 'tbl':
          return layout.openTable();
        case 'tr':
          return layout.openRow();
        case 'tc':
          return layout.openCell();
        case 'tab':
        case 'ptab':
          return layout.text('\t');
        case 'br':
        case 'cr':
          return layout.lineBreak();
        case 'noBreakHyphen':
          return layout.text('-');
      }
    },
    close(name) {
      if (inProperties > 0 && properties.has(name)) inProperties--;
      if (inProperties > 0) return;
      if (isLoose) layout.edge();
      isLoose = false;
      switch (name) {
        case 't':
          inRun--;
          return;
        case 'delText':
          inRun--;
          if (cut === undefined) layout.text(' ');
          addAside(asides, cut);
          cut = undefined;
          return;
        case 'instrText':
        case 'delInstrText':
          inInstruction--;
          addAside(asides, instruction);
          instruction = '';
          return;
        case 'p':
          return layout.closeParagraph();
        case 'tbl':
          return layout.closeTable();
        case 'tr':
          return layout.closeRow();
        case 'tc':
          return layout.closeCell();
        case 'si':
        case 'comment':
          return layout.edge();
      }
    },
    text(text) {
      if (inInstruction > 0) instruction += text;
      else if (cut !== undefined) cut += text;
      else if (inRun > 0) layout.text(text.replace(/[\r\n]+/g, ' '));
      else if (text.trim() !== '' && !isPlacement) {
        if (!isLoose) layout.edge();
        layout.text(text);
        isLoose = true;
      }
    },
    finish: () => layout.finish(),
  };
}

const properties = new Set(['pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'tabs']);
/** Text of any kind, or an element that may hold some in an attribute. Neither belongs there, and both would leave. */
const wordsInProperties =
  />[^<\S]*[^<\s]|\b(?:docPr|cNvPr|listItem|docVar|hyperlink|definedName|textpath|AlternateContent|Fallback)\b|<!/;

/**
 * The same drawing often stands twice in a file, for new programs and for old ones. The second telling is kept only where it
 * says something else.
 */
function createAlternative(story: OfficeText, asides: Set<string>) {
  let depth = 0;
  let choice = '';
  let fallback = '';
  let second: OfficeText | undefined;
  const differing: string[] = [];
  return {
    /** Who gets this tag: the story, or a second one inside the outermost `Fallback`. */
    target(name: string, isOpening: boolean): OfficeText {
      if (name === 'AlternateContent') {
        depth += isOpening ? 1 : -1;
        if (depth === 0 || (isOpening && depth === 1)) choice = fallback = '';
      }
      if (name === 'Fallback' && depth === 1) {
        if (isOpening) second = createStory(createLayout(), asides);
        else if (second) {
          if (!choice.includes(fallback)) differing.push(second.finish());
          second = undefined;
        }
      }
      return second ?? story;
    },
    text(text: string): void {
      if (second) fallback += text;
      else if (depth > 0) choice += text;
      (second ?? story).text(text);
    },
    asides: () => differing,
  };
}
