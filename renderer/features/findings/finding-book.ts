import type { CheckSettings, CheckUnit, Finding } from '#shared/checks/check.ts';
import { DocumentChecker } from '#shared/checks/consistency/document-checker.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import { outgrownBoxes } from '#shared/checks/length/outgrown-boxes.ts';
import type { TermFinder } from '#shared/checks/terms/term-finder.ts';
import type { IgnoredFinding, ToolkitCheckSettings } from '#shared/contract/checks.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import type { SlideBox, SlideFacts } from '#shared/model/slides.ts';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { inputWaits } from '#renderer/editor/surface/input-waits.ts';
import type { PlacedFinding } from './finding-list.ts';
import { LeftFindings } from './left-findings.ts';

export interface UnitFindings {
  /** What should be looked at, as the library counts it. */
  readonly open: readonly Finding[];
  /** What one may look at: shown in the panel, counted nowhere. */
  readonly hints: readonly Finding[];
  /** What somebody decided to leave as it is. */
  readonly ignored: readonly IgnoredHere[];
}

export interface IgnoredHere {
  readonly finding: Finding;
  readonly because: IgnoredFinding;
}

export interface FindingBookOptions {
  readonly model: () => DocumentModel;
  /** A unit as the checks want it. */
  readonly given: (unit: UnitRecord) => CheckUnit;
  readonly languages: () => Pick<CheckSettings, 'sourceLanguage' | 'targetLanguage'>;
}

const NONE: UnitFindings = { open: [], hints: [], ignored: [] };
/** Once nothing has been typed for as long, what changed is checked. */
const PAUSE = 160;
/** Work at a time, broken off sooner when a key waits: a frame must stay a frame. */
const SLICE = 8;
const BETWEEN = 8;
const TELLING = 200;

/** The findings of the open document, kept up with what is written: checked in slices between the keys. */
export class FindingBook {
  readonly #options: FindingBookOptions;
  readonly #listeners = new Set<() => void>();
  readonly #left = new LeftFindings();
  #settings: ToolkitCheckSettings = { off: [], quotes: 'any' };
  #terms: TermFinder | undefined;
  #boxes: ReadonlyMap<string, SlideBox> = new Map();
  #checker: DocumentChecker | null = null;
  /** Units as the checker has them. */
  readonly #inside = new Map<UnitId, UnitRecord>();
  readonly #findings = new Map<UnitId, UnitFindings>();
  /** Changed, and not given to the checker yet. */
  readonly #toGive = new Set<UnitId>();
  /** Whose findings may have changed by what was given. */
  readonly #toRead = new Set<UnitId>();
  #begun = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #version = 0;

  constructor(options: FindingBookOptions) {
    this.#options = options;
  }

  /** Calls `listener` when findings of the document changed, a few times a second at most. Returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Raised with every change. */
  readonly version = (): number => this.#version;

  /** Whether every unit has been checked as it stands. */
  get complete(): boolean {
    return this.#begun && this.#toGive.size + this.#toRead.size === 0;
  }

  /** Checks the whole document, a slice at a time. */
  begin(): void {
    this.#begun = true;
    for (const id of this.#options.model().order) this.#toGive.add(id);
    this.#later(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#telling);
    this.#telling = undefined;
  }

  /** What changed is checked once the hand rests. */
  heard(changes: readonly UnitChange[]): void {
    for (const { unit, before, after } of changes) {
      this.#toGive.add(unit);
      for (const record of [before, after]) if (record !== null) this.#giveBoxAnew(record.placement.container);
    }
    this.#later(PAUSE);
  }

  /** What the toolkit wants checked and what was left as it is, as the engine has them; everything is checked anew. */
  set(settings: ToolkitCheckSettings, ignored: readonly IgnoredFinding[]): void {
    this.#settings = settings;
    this.#left.set(ignored);
    this.#anew();
  }

  /** Another glossary: everything is checked anew. */
  setTerms(terms: TermFinder | undefined): void {
    this.#terms = terms;
    this.#anew();
  }

  /** The boxes texts stand in, once the slides are known: what stands in one is checked anew. */
  setSlides(slides: readonly SlideFacts[]): void {
    this.#boxes = new Map(slides.flatMap(({ boxes }) => boxes.map((box) => [box.container, box])));
    for (const container of this.#boxes.keys()) this.#giveBoxAnew(container);
    if (this.#begun) this.#later(0);
  }

  /** Somebody left a finding as it is. */
  leave(because: IgnoredFinding): void {
    this.#left.add(because);
    this.#readAgain(because.unit);
  }

  tellAgain(because: IgnoredFinding): void {
    this.#left.remove(because);
    this.#readAgain(because.unit);
  }

  /** What names a finding of a unit and the two texts it is about. */
  identify(unit: UnitRecord, finding: Finding): { unit: UnitId; finding: string; texts: string } {
    return { unit: unit.id, finding: findingKey(finding), texts: textsKey(this.#options.given(unit)) };
  }

  /** The findings of a unit as it stands: checked now if need be. */
  of(unit: UnitRecord): UnitFindings {
    if (this.#inside.get(unit.id) !== unit) this.#give(unit);
    const known = this.#findings.get(unit.id);
    return known === undefined || this.#toRead.has(unit.id) ? this.#read(unit) : known;
  }

  /** The open findings of a unit when it was last checked; nothing is checked for the asking. */
  known(id: UnitId): readonly Finding[] {
    return (this.#findings.get(id) ?? NONE).open;
  }

  /** Every finding, in reading order. */
  all(): readonly PlacedFinding[] {
    return this.#options.model().order.flatMap((unit, at) => {
      const known = this.#findings.get(unit);
      return known === undefined ? [] : [...known.open, ...known.hints].map((finding) => ({ unit, at, finding }));
    });
  }

  #anew(): void {
    this.#checker = null;
    this.#inside.clear();
    this.#findings.clear();
    this.#toRead.clear();
    this.#tell();
    if (this.#begun) this.begin();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (this.#toGive.size + this.#toRead.size > 0) this.#timer = setTimeout(() => this.#work(), pause);
    else this.#tellSoon();
  }

  /** First all units are given, then findings are read: what one says of another would be worked out again and again. */
  #work(): void {
    const end = performance.now() + SLICE;
    const goesOn = (): boolean => performance.now() < end && !inputWaits();
    const model = this.#options.model();
    for (const id of this.#toGive) {
      if (!goesOn()) return this.#later(BETWEEN);
      const unit = model.get(id);
      if (unit === undefined) this.#takeOut(id);
      else this.#give(unit);
    }
    for (const id of this.#toRead) {
      if (!goesOn()) return this.#later(BETWEEN);
      const unit = model.get(id);
      if (unit !== undefined) this.#read(unit);
      this.#toRead.delete(id);
    }
    this.#later(BETWEEN);
  }

  #give(unit: UnitRecord): void {
    this.#toGive.delete(unit.id);
    if (this.#inside.get(unit.id) === unit) return;
    this.#inside.set(unit.id, unit);
    for (const id of this.#checking().set(this.#given(unit))) this.#toRead.add(id);
  }

  /** A unit as the checks want it; the first of a box says whether the box is too small for all of them. */
  #given(unit: UnitRecord): CheckUnit {
    const given = this.#options.given(unit);
    const box = this.#boxes.get(unit.placement.container);
    if (box === undefined) return given;
    const all = this.#options.model().inContainer(unit.placement.container);
    if (all.find(({ mode }) => mode !== 'omitted')?.id !== unit.id) return given;
    const outgrown = outgrownBoxes(all.map(this.#options.given), () => box);
    return outgrown.has(unit.id) ? { ...given, outgrowsBox: true } : given;
  }

  /** What one text of a box says decides whether all of them fit. */
  #giveBoxAnew(container: string): void {
    if (!this.#boxes.has(container)) return;
    for (const { id } of this.#options.model().inContainer(container)) {
      this.#inside.delete(id);
      this.#toGive.add(id);
    }
  }

  #takeOut(id: UnitId): void {
    this.#toGive.delete(id);
    if (!this.#inside.delete(id)) return;
    this.#findings.delete(id);
    for (const other of this.#checking().remove(id)) this.#toRead.add(other);
    this.#tellSoon();
  }

  #checking(): DocumentChecker {
    const { sourceLanguage, targetLanguage } = this.#options.languages();
    this.#checker ??= new DocumentChecker({
      sourceLanguage,
      targetLanguage,
      ...this.#settings,
      ...(this.#terms === undefined ? {} : { terms: this.#terms }),
    });
    return this.#checker;
  }

  #readAgain(id: UnitId): void {
    const unit = this.#options.model().get(id);
    if (unit !== undefined) this.#read(unit);
    this.#tell();
  }

  #read(unit: UnitRecord): UnitFindings {
    const { open, ignored } = this.#left.part(this.#checking().findingsOf(unit.id), () => this.#options.given(unit));
    const now: UnitFindings = {
      open: open.filter(({ severity }) => severity !== 'info'),
      hints: open.filter(({ severity }) => severity === 'info'),
      ignored,
    };
    const before = this.#findings.get(unit.id) ?? NONE;
    this.#findings.set(unit.id, now);
    this.#toRead.delete(unit.id);
    if (!sameFindings(before, now)) this.#tellSoon();
    return now;
  }

  /** Lists that look at the whole document follow a few times a second. */
  #tellSoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell();
    }, TELLING);
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function sameFindings(a: UnitFindings, b: UnitFindings): boolean {
  return (['open', 'hints'] as const).every(
    (part) =>
      a[part].length === b[part].length &&
      a[part].every((finding, index) => sameFinding(finding, b[part][index] ?? finding)),
  );
}

function sameFinding(a: Finding, b: Finding): boolean {
  return findingKey(a) === findingKey(b) && a.range?.from === b.range?.from && a.range?.to === b.range?.to;
}
