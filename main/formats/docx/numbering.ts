import type { XmlElement } from '../package/xml.ts';
import { formatNumber, readableBullet } from '../common/number-format.ts';
import type { Styles } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly legal: boolean;
  /** 0: never restarts; n: restarts after level n (1-based); undefined: after any higher level. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Counts a story's numbered paragraphs as Word does: lists of one definition share their counters. */
export class Numbering {
  readonly #abstracts = new Map<string, XmlElement>();
  readonly #nums = new Map<string, XmlElement>();
  readonly #lists = new Map<string, List | undefined>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  readonly #styles: Styles;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    for (const element of root?.children ?? []) {
      const abstract = element.attributes['w:abstractNumId'];
      if (element.name === 'w:abstractNum' && abstract !== undefined) this.#abstracts.set(abstract, element);
      const num = element.attributes['w:numId'];
      if (element.name === 'w:num' && num !== undefined) this.#nums.set(num, element);
    }
  }

  /** The level a paragraph style stands for in its list, when the paragraph itself does not say (17.9.23). */
  levelOfStyle(numId: string, styleId: string): number | undefined {
    for (const [level, { style }] of this.#list(numId)?.levels ?? []) if (style === styleId) return level;
    return undefined;
  }

  /** Whether the list exists: a reference to a missing one is body text. */
  has(numId: string): boolean {
    return this.#list(numId) !== undefined;
  }

  /** Counts one paragraph and returns its label (`IV.`, `2.b)`, `•`); call once per paragraph in document order. */
  next(numId: string, ilvl: number): string | undefined {
    const list = this.#list(numId);
    const level = list?.levels.get(ilvl);
    if (list === undefined || level === undefined) return undefined;
    const counters = this.#count(numId, ilvl, list);
    if (level.format === 'bullet') return readableBullet(level.text) || '•';
    return level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      const value = counters[index] ?? shown?.start ?? 1;
      const format = shown?.format ?? 'decimal';
      return formatNumber(value, level.legal && format !== 'none' ? 'decimal' : format);
    });
  }

  #count(numId: string, ilvl: number, list: List): (number | undefined)[] {
    let counters = this.#counters.get(list.abstract);
    if (counters === undefined) {
      counters = Array.from({ length: LEVELS });
      this.#counters.set(list.abstract, counters);
    }
    for (const [index, start] of list.startOverrides) {
      const key = `${numId}/${index}`;
      if (index > ilvl || this.#started.has(key)) continue;
      this.#started.add(key);
      counters[index] = index === ilvl ? start - 1 : start;
    }
    for (let index = 0; index < ilvl; index++) counters[index] ??= list.levels.get(index)?.start ?? 1;
    counters[ilvl] = (counters[ilvl] ?? (list.levels.get(ilvl)?.start ?? 1) - 1) + 1;
    for (let index = ilvl + 1; index < LEVELS; index++) {
      const restart = list.levels.get(index)?.restart;
      if (restart === undefined || (restart !== 0 && ilvl < restart)) counters[index] = undefined;
    }
    return counters;
  }

  #list(numId: string): List | undefined {
    if (this.#lists.has(numId)) return this.#lists.get(numId);
    const list = this.#read(numId, new Set());
    this.#lists.set(numId, list);
    return list;
  }

  #read(numId: string, seen: Set<string>): List | undefined {
    const num = this.#nums.get(numId);
    const abstract = num?.value('w:abstractNumId');
    const definition = abstract === undefined ? undefined : this.#abstracts.get(abstract);
    if (num === undefined || definition === undefined || numId === '0' || seen.has(numId)) return undefined;
    const linked = definition.value('w:numStyleLink');
    const linkedNum = linked === undefined ? undefined : this.#styles.get(linked)?.numId;
    const base = linkedNum === undefined ? undefined : this.#read(linkedNum, seen.add(numId));
    const levels = new Map(base?.levels ?? levelsOf(definition));
    const startOverrides = new Map<number, number>();
    for (const override of num.children) {
      if (override.name !== 'w:lvlOverride') continue;
      const index = Number(override.attributes['w:ilvl']);
      const own = override.child('w:lvl');
      if (own !== undefined) levels.set(index, readLevel(own));
      const start = override.value('w:startOverride');
      if (start !== undefined) startOverrides.set(index, Number(start));
    }
    return { abstract: base?.abstract ?? (abstract as string), levels, startOverrides };
  }
}

function levelsOf(definition: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const child of definition.children) {
    if (child.name === 'w:lvl') levels.set(Number(child.attributes['w:ilvl']), readLevel(child));
  }
  return levels;
}

function readLevel(element: XmlElement): Level {
  const restart = element.value('w:lvlRestart');
  const format =
    element.value('w:numFmt') ?? element.child('mc:AlternateContent')?.child('mc:Fallback')?.value('w:numFmt');
  const legal = element.child('w:isLgl');
  return {
    start: Number(element.value('w:start') ?? 0),
    format: format ?? 'decimal',
    text: element.value('w:lvlText') ?? '',
    legal: legal !== undefined && legal.attributes['w:val'] !== '0' && legal.attributes['w:val'] !== 'false',
    restart: restart === undefined ? undefined : Number(restart),
    style: element.value('w:pStyle'),
  };
}
