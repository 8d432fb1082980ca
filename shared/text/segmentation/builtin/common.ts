import { breakAt, noBreakAt, type SegmentationRule } from '../rules.ts';

/** What ends a sentence. */
export const END = String.raw`[.?!…]`;
/** What may follow the mark and still belongs to the sentence; a note's reference (U+FFFC) among them. */
export const CLOSERS = String.raw`["'”’»›)\]\}\uFFFC]*`;
/** What may stand before the first word of a sentence. */
export const OPENERS = String.raw`["'“‘«‹(\[\{¿¡\uFFFC]*(?:[-–—]\s?)?["'“‘«‹(\[\{¿¡\uFFFC]*`;
/** A line's or text's beginning with the bullets and dashes that may stand there. U+2028: a line break inside a unit. */
export const LINE_START = String.raw`(?:^|[\n\r\u2028\u2029])[\s•⁃▪●◦‣·*–—\-]*`;
/** As {@link LINE_START}, or after the end of a sentence. */
export const SENTENCE_START = String.raw`(?:${LINE_START}|[.?!…;]["”’»)]*\s)`;
const BULLET = String.raw`[•⁃▪●◦‣]`;

/** Words a number or letter belongs to: what follows them is no item of a list. */
const BEFORE_NUMBER = String.raw`(?<!(?<!\p{L})(?i:art[íi]culos?|arts?|ley|n[úu]mero|m[óo]dulo|objetivo|meta|p[áa]gina|p[áa]g|punto|numeral|inciso|tabla|cuadro|figura|anexo|cap[íi]tulo|paso|fase|secci[óo]n|decreto|de|del|el|la|los|las|a|en|y|e|o|u|con|por|son|es|the|of|in|and|or|to|is|are|by|article|section|module|goal|target|page|step|table|figure|annex|chapter|law|no|nos))`;

/** Line ends: each ends a sentence, but one that only wraps a line does not. */
const LINES: readonly SegmentationRule[] = [
  noBreakAt(String.raw`\r`, String.raw`\n`),
  // RFC 3676: a line that ends in a blank flows on into the next.
  noBreakAt(String.raw`[\p{L}\p{N},–—] \r?\n`, String.raw`(?!\p{L}[.)]|\p{N}{1,3}[.)])["“«(¿¡]?[\p{L}\p{N}]`),
  // A line that begins like a sentence, and the next in small letters brings its end.
  noBreakAt(
    String.raw`(?:^|[\n.])\p{Lu}\S*(?: \S+){2,}(?<=[\p{Ll},])\r?\n`,
    String.raw`\p{Ll}[^\n]*(?: [^\n]*)?(?<=[.?!])\s*(?:\n|$)`,
  ),
  breakAt(String.raw`[\n\r\u0085\u2029]`, ''),
  noBreakAt(String.raw`\u2028`, String.raw`\s*\p{Ll}(?![.)])`),
  breakAt(String.raw`\u2028`, ''),
];

/** How items are counted: the first mark, any later one, and how an item's text goes on. */
const RUN_ON: readonly (readonly [first: string, later: string, text: string])[] = [
  [String.raw`1\.\)`, String.raw`\d{1,2}\.\)`, ''],
  [String.raw`1\)`, String.raw`\d{1,2}\)`, String.raw`\p{L}`],
  [String.raw`1\.`, String.raw`\d{1,2}\.`, String.raw`\p{Lu}`],
  [String.raw`a\)`, String.raw`[b-j]\)`, String.raw`\p{Lu}`],
  [String.raw`a\.`, String.raw`[b-j]\.`, String.raw`\p{Lu}`],
];

/** Items that run on in one line without an end mark: only where the text begins with the first of them. */
function runOn([first, later, text]: readonly [string, string, string]): readonly SegmentationRule[] {
  const before = String.raw`(?:^|[\n\u2028])\s*${first}\s[^\n]*[^\s,;:]${BEFORE_NUMBER}`;
  return [
    noBreakAt(String.raw`${before}\s${later}`, String.raw`\s`),
    breakAt(before, String.raw`\s+${later}\s+${text}`),
  ];
}

/** Marks of lists: they belong to what follows them, and begin a sentence. */
const LISTS: readonly SegmentationRule[] = [
  noBreakAt(
    String.raw`${LINE_START}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|\p{L})(?:\.[)ºª°-]?|\.?\))`,
    String.raw`\s`,
  ),
  noBreakAt(
    String.raw`(?:(?<!(?<![\p{L}\p{N}])\p{L})[.?!…;]["”’»)]*|${BULLET})\s*(?<=[\s•⁃▪●◦‣])(?:\d{1,2}(?:\.\d{1,2}){0,3}|\p{Ll})\.\)?`,
    String.raw`\s`,
  ),
  noBreakAt(String.raw`:\s+(?:1|a|I)\.\)?`, String.raw`\s`),
  breakAt(String.raw`${END}${CLOSERS}`, String.raw`\s+(?:\p{Ll}|\d{1,2}|[ivx]{1,5})(?:\.\)|\)|\.(?=\s\p{Lu}))\s`),
  breakAt(String.raw`[^\s•⁃▪●◦‣]`, String.raw`\s+${BULLET}`),
  ...RUN_ON.flatMap(runOn),
];

/** Marks after which the sentence goes on, in any language. */
const GOING_ON: readonly SegmentationRule[] = [
  // Another mark follows: the ellipsis ". . .", a quotation closed after a blank.
  noBreakAt('', String.raw`\s+(?:[”’»)\]\}]|["']?[.,;:!?])(?!\.\.)`),
  // Verses: the slash stands between them.
  noBreakAt('', String.raw`\s+\/\s`),
  // What is left out stands for text, not for an end.
  noBreakAt(String.raw`[\[(](?:\.\.\.|…)[\])]["”’»]?`, String.raw`\s`),
  // The source of a quotation: «…» (Art. 5).
  noBreakAt(String.raw`["”’»]`, String.raw`\s+\([^()\n]{1,80}\)["”’»]?\s?[.,;:]`),
  noBreakAt('', String.raw`\s+${OPENERS}\p{Ll}`),
  // Initials: J. L. Borges.
  noBreakAt(String.raw`(?<![\p{L}\p{N}°º])\p{Lu}\.`, String.raw`\s+["“«(]?\p{Lu}`),
];

/** What holds for every language: the rules of a language come before these. */
export const COMMON: readonly SegmentationRule[] = [
  ...LINES,
  ...LISTS,
  ...GOING_ON,
  breakAt(String.raw`${END}${CLOSERS}`, String.raw`\s`),
];
