import { breakAt, noBreakAt, type SegmentationRule } from '../rules.ts';
import { CLOSERS, LINE_START, OPENERS, SENTENCE_START } from './common.ts';

const list = (words: string): string => words.trim().split(/\s+/u).join('|');

/** Abbreviations a name or noun follows: never the end of a sentence. */
const BEFORE_NAME = list(String.raw`
  Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Hon Rev Fr St Sts Mt Ft Gen Maj Col Capt Cpt Cmdr Lt Sgt Adm Amb Gov Sen Rep Reps Pres Supt Insp Det
  Eng Arch Atty vs Vs viz Viz cf Cf eg ie esp Esp
`);

/** Abbreviations a number follows. */
const BEFORE_NUMBER = list(String.raw`
  No Nos no nos Nr nr p pp P pg pgs para paras Para Paras par art arts Art Arts sec secs Sec Secs ch chs Ch chap Chap vol vols Vol Vols fig figs Fig Figs eq eqs Eq tab Tab
  ed cl cls ser approx Approx ca c tel Tel fax Fax ext Ext rm Rm apt Apt box res Res doc Doc ref Ref Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Bs
  max min Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
`);

/** Abbreviations that may end a sentence, and do before a word sentences begin with. */
const BOTH = list(
  String.raw`Co Cos Inc Ltd Corp Bros Jr Sr Dept Univ Assn Govt Ave Blvd Rd Esq Est Ph\.D M\.D Ed Intl Natl al`,
);
const ACRONYM = String.raw`(?<![\p{L}\p{N}°º])(?:\p{Lu}\.\s?){1,6}\p{Lu}\.`;

const STARTERS = list(String.raw`
  The This That These Those It He She We They You I A An In On At For If When While As But And Or So Yet However Therefore Thus Our His Her Their My Its Your
  How What Who Whom Whose Where Why Which There Here Do Does Did Is Are Was Were Can Could Would Should Will May Must Please After Before Since Although Because
  Then Also Not No Yes Let One Some Many Most All Each Every Both Such With Without To From By Under Over During Through Nor Any Another Other Others Several Once Today Now
`);
const STARTS = String.raw`\s+["“‘(]?(?:${STARTERS})(?![\p{L}\p{N}])`;
const NAMED = String.raw`(?i:article|art\.|chapter|title|section|module|unit|session|activity|annex|appendix|table|figure|chart|map|step|phase|stage|part|goal|target|indicator|principle|challenge|topic|workshop|case|exercise|question|group|note|box|slide)`;

export const ENGLISH: readonly SegmentationRule[] = [
  // Ellipses spaced out: three stand for what is left out, a fourth, before or behind them, ends the sentence.
  breakAt(String.raw`\p{L}\.`, String.raw`\s\.\s\.\s\.\s+["“(]?\p{Lu}`),
  noBreakAt(String.raw`\p{L}\.\s\.\s\.\s\.`, String.raw`\s`),
  noBreakAt(String.raw`(?<!\.\s)(?<!\.)\.\s\.\s\.`, String.raw`\s`),
  // An agenda's line, or a sentence, begins with the time: "10:30 a.m. Opening", "At 5 a.m. Mr. Smith".
  noBreakAt(
    String.raw`(?:${LINE_START}|[.?!…]\s)(?:(?:At|By|From|Until)\s)?\d{1,2}(?:[:.]\d{2})?(?:\s?[-–—]\s?\d{1,2}[:.]\d{2})?\s?[apAP]\.\s?[mM]\.`,
    String.raw`\s`,
  ),
  breakAt(String.raw`${SENTENCE_START}${NAMED}\s+\d{1,3}(?:\.\d{1,3})*\.`, String.raw`\s+${NAMED}\s+\d`),
  noBreakAt(String.raw`${SENTENCE_START}${NAMED}\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{Lu})\.`, String.raw`\s`),
  noBreakAt(String.raw`(?<![\p{L}\p{N}])(?:e\.\s?g|i\.\s?e|E\.\s?g|I\.\s?e)\.`, String.raw`\s`),
  noBreakAt(String.raw`(?<![\p{L}\p{N}])[ei]\.`, String.raw`\s[ge]\.`),
  noBreakAt(String.raw`(?<![\p{L}\p{N}.°º])(?:${BEFORE_NAME})\.`, String.raw`\s`),
  noBreakAt(
    String.raw`(?<![\p{L}\p{N}])(?:${BEFORE_NUMBER}|N[º°])\.`,
    String.raw`\s+[(+]?(?:[\p{N}\uFFFC]|(?!I\s)[IVXLC]+(?!\p{L}))`,
  ),
  // What such an abbreviation counts is no item of a list: "See Fig. 3. Then …".
  breakAt(String.raw`(?<![\p{L}\p{N}])(?:${BEFORE_NUMBER})\.\s\d{1,4}\.${CLOSERS}`, String.raw`\s+${OPENERS}\p{Lu}`),
  // Six in the evening ends the sentence, in capitals too.
  breakAt(String.raw`\d\s?[apAP]\.\s?[mM]\.${CLOSERS}`, String.raw`\s+["“‘(]?\p{Lu}`),
  breakAt(String.raw`(?:${ACRONYM}|(?<!\p{L})(?:${BOTH})\.|(?<!\p{L})\p{Ll}+\sI\.)${CLOSERS}`, STARTS),
  noBreakAt(String.raw`(?:${ACRONYM}|(?<!\p{L})(?:${BOTH})\.)`, String.raw`\s+["“‘(]?[\p{Lu}\p{N}]`),
];
