import { textOf } from '#shared/model/content.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { normalizeText } from '#shared/text/normalize.ts';
import { similarity } from '#shared/text/similarity.ts';
import type { CheckSettings, CheckUnit, Finding, Severity } from '../check.ts';
import { textByPosition } from '../checked-unit.ts';
import { runChecks } from '../registry.ts';
import { Groups, type Rival } from './groups.ts';
import { Majority } from './majority.ts';
import { separatedNumbers, type Separated } from './separators.ts';

/** A unit with what it adds to the groups. */
interface Entry {
  readonly unit: CheckUnit;
  /** Null: it is compared with no other. */
  readonly texts: { readonly source: string; readonly target: string } | null;
  readonly numbers: readonly Separated[];
  readonly terms: readonly { readonly concept: string; readonly inSource: string; readonly form: string }[];
  /** What the unit's own checks find; worked out when asked for. */
  own?: readonly Finding[];
}

/** From as many words on, the same sentence said twice should be said alike; a word or two depend on where they stand. */
const SENTENCE = 4;
const LONG_SENTENCE = 6;
/** What es-BO writes: points between thousands, a comma before decimals. */
const NORMS = new Set(['group point', 'decimal comma']);
/** Originals as alike as this may well have one translation. */
const ALIKE = 0.75;

/**
 * The checks of a document (or of a whole toolkit) as it changes: units are put in and taken out one by one, and each time it
 * is told whose findings may have changed. Asking for a unit's findings takes well under a millisecond; what the unit's own
 * checks find is kept until it is put in again.
 */
export class DocumentChecker {
  readonly #settings: CheckSettings;
  readonly #entries = new Map<UnitId, Entry>();
  readonly #bySource = new Groups();
  readonly #byTarget = new Groups();
  readonly #renderings = new Majority();
  readonly #separators = new Majority((style) => NORMS.has(style));

  constructor(settings: CheckSettings) {
    this.#settings = settings;
  }

  /** Puts a unit in, or in place of what it was. Returns the units whose findings may have changed, itself among them. */
  set(unit: CheckUnit): ReadonlySet<UnitId> {
    const { id } = unit.record;
    const touched = new Set(this.#takeOut(id));
    touched.add(id);
    const entry = this.#entryOf(unit);
    this.#entries.set(id, entry);
    const { texts, numbers, terms } = entry;
    const more = [
      ...(texts === null ? [] : this.#bySource.add(texts.source, texts.target, id)),
      ...(texts === null ? [] : this.#byTarget.add(texts.target, texts.source, id)),
      ...numbers.flatMap(({ what, style }) => this.#separators.add(what, `${what} ${style}`, id)),
      ...terms.flatMap(({ concept, form }) => this.#renderings.add(concept, form, id)),
    ];
    for (const other of more) touched.add(other);
    return touched;
  }

  /** Takes a unit out. Returns the other units whose findings may have changed. */
  remove(id: UnitId): ReadonlySet<UnitId> {
    const touched = new Set(this.#takeOut(id));
    this.#entries.delete(id);
    touched.delete(id);
    return touched;
  }

  /** Everything found in a unit: by its own checks, then by comparing it with the others. None of one that is not in. */
  findingsOf(id: UnitId): readonly Finding[] {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.unit.record.status === 'untranslated') return [];
    entry.own ??= runChecks(entry.unit, this.#settings);
    const compared = this.#compared(entry);
    return compared.length === 0 ? entry.own : [...entry.own, ...compared];
  }

  #takeOut(id: UnitId): readonly UnitId[] {
    const entry = this.#entries.get(id);
    if (entry === undefined) return [];
    const { texts, numbers, terms } = entry;
    return [
      ...(texts === null ? [] : this.#bySource.remove(texts.source, texts.target, id)),
      ...(texts === null ? [] : this.#byTarget.remove(texts.target, texts.source, id)),
      ...numbers.flatMap(({ what, style }) => this.#separators.remove(what, `${what} ${style}`, id)),
      ...terms.flatMap(({ concept, form }) => this.#renderings.remove(concept, form, id)),
    ];
  }

  #entryOf(unit: CheckUnit): Entry {
    const { mode, status, content } = unit.record;
    if (status === 'untranslated' || mode === 'omitted') return { unit, texts: null, numbers: [], terms: [] };
    const source = comparable(textOf(unit.source));
    const target = comparable(textOf(content));
    const isPair = mode !== 'added' && /\p{L}/u.test(source) && /\p{L}/u.test(target);
    const isOn = (name: string): boolean => this.#settings.off?.includes(name) !== true;
    return {
      unit,
      texts: isPair && isOn('consistency') ? { source, target } : null,
      numbers: isOn('number-separators') ? separatedNumbers(textByPosition(content)) : [],
      terms: isPair && isOn('term-renderings') ? this.#termsOf(unit) : [],
    };
  }

  /** The forms of the target by which the terms of the source are rendered. */
  #termsOf({ source, record }: CheckUnit): Entry['terms'] {
    const { terms } = this.#settings;
    if (terms === undefined) return [];
    const inSource = terms.inSource(textByPosition(source));
    if (inSource.length === 0) return [];
    const target = textByPosition(record.content);
    return inSource.flatMap(({ concept, text }) => {
      const form = terms.saidIn(concept, target).find(({ status }) => status !== 'forbidden')?.text;
      return form === undefined ? [] : [{ concept, inSource: text, form }];
    });
  }

  #compared(entry: Entry): readonly Finding[] {
    return [
      ...this.#sameSource(entry),
      ...this.#sameTarget(entry),
      ...this.#otherRendering(entry),
      ...this.#otherSeparators(entry),
    ];
  }

  #sameSource({ unit, texts }: Entry): readonly Finding[] {
    if (texts === null) return [];
    const rivals = this.#bySource.rivals(texts.source, texts.target);
    const rival = this.#comparable(rivals, unit);
    if (rival === undefined) return [];
    const title = unit.inAgenda === true ? this.#title(rivals) : undefined;
    if (title !== undefined) {
      return [{ code: 'agendaTitleDiffers', params: { other: textOf(title.record.content) }, severity: 'warning' }];
    }
    const severity = this.#severity(unit, texts.source, SENTENCE);
    return [{ code: 'sameSourceDiffers', params: { other: this.#shown(rival, 'target') }, severity }];
  }

  #sameTarget({ unit, texts }: Entry): readonly Finding[] {
    if (texts === null) return [];
    const rivals = this.#byTarget.rivals(texts.target, texts.source);
    const rival = this.#comparable(
      rivals.filter(({ value }) => !areAlike(value, texts.source)),
      unit,
    );
    if (rival === undefined) return [];
    const severity = this.#severity(unit, texts.target, LONG_SENTENCE);
    return [{ code: 'sameTargetDiffers', params: { other: this.#shown(rival, 'source') }, severity }];
  }

  /** An adapted unit differs on purpose: a faithful one is not compared with it. */
  #comparable(rivals: readonly Rival[], { record }: CheckUnit): Rival | undefined {
    if (record.mode === 'adapted') return rivals[0];
    return rivals.find(({ units }) =>
      Array.from(units).some((id) => this.#entries.get(id)?.unit.record.mode === 'faithful'),
    );
  }

  #title(rivals: readonly Rival[]): CheckUnit | undefined {
    return rivals
      .flatMap(({ units }) => Array.from(units, (id) => this.#entries.get(id)?.unit))
      .find((unit) => unit?.record.kind === 'heading' && unit.inAgenda !== true);
  }

  #severity({ record }: CheckUnit, text: string, fewest: number): Severity {
    return record.mode === 'faithful' && text.split(' ').length >= fewest ? 'warning' : 'info';
  }

  #shown({ units }: Rival, side: 'source' | 'target'): string {
    const [first = ''] = units;
    const unit = this.#entries.get(first)?.unit;
    return unit === undefined ? '' : textOf(side === 'source' ? unit.source : unit.record.content);
  }

  /** Of several renderings the one most units have is the document's; those of a tie are all told. */
  #otherRendering({ terms }: Entry): readonly Finding[] {
    return terms.flatMap(({ concept, inSource, form }): readonly Finding[] => {
      const other = this.#renderings.instead(concept, form);
      if (other === undefined) return [];
      return [{ code: 'termRenderings', params: { term: inSource, found: form, other }, severity: 'warning' }];
    });
  }

  #otherSeparators({ numbers }: Entry): readonly Finding[] {
    return numbers.flatMap(({ text, at, what, style }): readonly Finding[] => {
      if (this.#separators.instead(what, `${what} ${style}`) === undefined) return [];
      const range = { from: at, to: at + text.length };
      return [{ code: 'numberMixed', params: { number: text }, severity: 'info', range }];
    });
  }
}

/** As texts are compared for being the same: without case, kinds of quotes and blanks, and the mark at the end. */
function comparable(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .replace(/[\s.:;,]+$/u, '');
}

/** "Collect card 1" and "Collect card 2" are not: numbers are said anew. */
function areAlike(a: string, b: string): boolean {
  return similarity(a, b) >= ALIKE;
}
