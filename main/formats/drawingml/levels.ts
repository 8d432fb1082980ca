import { formatNumber, readableBullet, readableSymbol } from '../common/number-format.ts';
import type { XmlElement } from '../package/xml.ts';
import { isOn, NOTHING_INHERITED, UNKNOWN_INHERITED, type Inherited } from './look.ts';

/** How a level's paragraphs begin. `none` says so; nothing said is left to what the level is based on. */
export type Bullet =
  | { readonly type: 'none' }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'number'; readonly scheme: string; readonly start: number };

/** What a list of levels says of one of its nine. */
export interface Level {
  readonly bullet: Bullet | undefined;
  readonly inherited: Inherited;
  /** Hundredths of a point. */
  readonly size: number | undefined;
  readonly align: string | undefined;
}

const DEPTH = 9;

/**
 * The list styles a text body hangs on (`a:lstStyle` and the master's text styles), nearest first: what the nearest does
 * not say, the next does (19.7.10, 21.1.2.4.12).
 */
export class Levels {
  readonly #styles: readonly XmlElement[];
  readonly #isWhole: boolean;
  readonly #levels: (Level | undefined)[] = [];

  /** `isWhole`: nothing else bears on the text; a table's style or a chart's own defaults would. */
  constructor(styles: readonly (XmlElement | undefined)[], isWhole: boolean) {
    this.#isWhole = isWhole;
    this.#styles = styles.filter((style): style is XmlElement => style !== undefined && style.children.length > 0);
  }

  /** The same styles behind one that is nearer. */
  below(nearer: XmlElement | undefined): Levels {
    return nearer === undefined || nearer.children.length === 0
      ? this
      : new Levels([nearer, ...this.#styles], this.#isWhole);
  }

  /** Of a paragraph whose `lvl` is `index` (0–8). */
  at(index: number): Level {
    const known = this.#levels[index];
    if (known !== undefined) return known;
    const level = this.#resolve(index);
    this.#levels[index] = level;
    return level;
  }

  #resolve(index: number): Level {
    const said = this.#styles.flatMap((style) =>
      [style.child(`a:lvl${index + 1}pPr`), style.child('a:defPPr')].filter((pPr) => pPr !== undefined),
    );
    const runs = said.flatMap((pPr) => pPr.child('a:defRPr') ?? []);
    const first = (name: string): string | undefined =>
      runs.find((run) => run.attributes[name] !== undefined)?.attributes[name];
    const inherited = {
      bold: isOn(first('b')),
      italic: isOn(first('i')),
      underline: (first('u') ?? 'none') !== 'none',
      strike: (first('strike') ?? 'noStrike') !== 'noStrike',
    };
    const size = Number(first('sz'));
    return {
      bullet: said.map((pPr) => bulletOf(pPr)).find((bullet) => bullet !== undefined),
      inherited: this.#isWhole ? known(inherited) : UNKNOWN_INHERITED,
      size: size > 0 ? size : undefined,
      align: said.find((pPr) => pPr.attributes['algn'] !== undefined)?.attributes['algn'],
    };
  }
}

/** Of text whose styles are not known. */
export const NO_LEVELS = new Levels([], false);

/** The same object for the same: looks are cached by it. */
function known(inherited: Inherited): Inherited {
  return Object.values(inherited).includes(true) ? inherited : NOTHING_INHERITED;
}

/** `lvl` of a paragraph, 0–8. */
export function levelOf(pPr: XmlElement | undefined): number {
  const level = Number(pPr?.attributes['lvl'] ?? 0);
  return Number.isInteger(level) && level > 0 ? Math.min(level, DEPTH - 1) : 0;
}

/** What paragraph properties say of the bullet (21.1.2.4). */
export function bulletOf(pPr: XmlElement | undefined): Bullet | undefined {
  for (const { name, attributes } of pPr?.children ?? []) {
    if (name === 'a:buNone') return { type: 'none' };
    if (name === 'a:buBlip') return { type: 'sign', text: '•' };
    if (name === 'a:buChar') return { type: 'sign', text: signOf(attributes['char'] ?? '', pPr) };
    if (name === 'a:buAutoNum') {
      const start = Number(attributes['startAt'] ?? 1);
      return { type: 'number', scheme: attributes['type'] ?? 'arabicPeriod', start: start > 0 ? start : 1 };
    }
  }
  return undefined;
}

const SYMBOL_FONT = /^(?:wingdings|symbol|webdings)/iu;

function signOf(char: string, pPr: XmlElement | undefined): string {
  const font = pPr?.child('a:buFont')?.attributes['typeface'] ?? '';
  const code = char.codePointAt(0) ?? 0;
  return SYMBOL_FONT.test(font) && code < 0x100 ? readableSymbol(0xf000 + code) : readableBullet(char);
}

/** ST_TextAutonumberScheme (20.1.10.61): how the number is written, then what stands around it. */
const SCHEME = /^(arabic|alphaLc|alphaUc|romanLc|romanUc)(?:Db)?(Period|ParenR|ParenBoth|Plain|Minus)?$/u;
const FORMATS: Readonly<Record<string, string>> = {
  alphaLc: 'lowerLetter',
  alphaUc: 'upperLetter',
  romanLc: 'lowerRoman',
  romanUc: 'upperRoman',
};

function numbered(scheme: string, value: number): string {
  const [, style = 'arabic', around = 'Period'] = SCHEME.exec(scheme) ?? [];
  const text = formatNumber(value, FORMATS[style] ?? 'decimal');
  if (around === 'ParenBoth') return `(${text})`;
  if (around === 'ParenR') return `${text})`;
  return around === 'Plain' || around === 'Minus' ? text : `${text}.`;
}

/** Counts the numbers of one text body's lists. */
export class ListCounter {
  readonly #counts: { scheme: string; value: number }[] = [];

  /** What stands before the next paragraph; a bullet-less one ends the lists of its level. */
  next(level: number, bullet: Bullet | undefined): string | undefined {
    this.#counts.length = Math.min(this.#counts.length, level + 1);
    if (bullet === undefined || bullet.type !== 'number') {
      this.#counts.length = Math.min(this.#counts.length, level);
      return bullet?.type === 'sign' ? bullet.text : undefined;
    }
    const { scheme, start } = bullet;
    const count = this.#counts[level];
    const value = count?.scheme === `${scheme}|${start}` ? count.value + 1 : start;
    for (let between = this.#counts.length; between < level; between++)
      this.#counts[between] = { scheme: '', value: 0 };
    this.#counts[level] = { scheme: `${scheme}|${start}`, value };
    return numbered(scheme, value);
  }
}
