import { setTimeout } from 'node:timers/promises';
import {
  fromBlocks,
  isBlank,
  isText,
  sliceContent,
  textRun,
  type Content,
  type TextRun,
} from '#shared/model/content.ts';
import type { ToolkitSummary } from '#shared/contract/library.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { contextKey } from '#shared/memory/pair-hash.ts';
import { contentSegments } from '#shared/text/segmentation/content.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import type { UnitPlace } from '#main/store/queries/units.ts';
import type { Store } from '#main/store/store.ts';
import { toolkitOf } from './library-commands.ts';
import type { MemoryPort, MemoryProgress, UnitEntries, UnitPart } from './memory-tasks.ts';
import { readSettings } from './settings.ts';
import { inSlices, type Steps } from './slices.ts';
import { rulesOf } from './segmentation-rules.ts';

/** Units handed over in one transaction. */
const BATCH = 300;
/** Rest between batches nobody waits for, in times what the batch took, and in milliseconds at most. */
const REST = 3;
const LONGEST_REST = 600;
const KEPT: ReadonlySet<string> = new Set(['translated', 'reviewed', 'approved']);

/**
 * Lets the memory follow the library: units at `translated` and above, received translations as they come in. It goes by
 * the last revision the memory has, so it may end anywhere and goes on from there; a restored library is followed from its
 * beginning. A toolkit for practice fills memories of its own, which go when it goes.
 */
export class MemoryFiller {
  readonly #store: Store;
  readonly #memory: MemoryPort;
  readonly #filled: () => void;
  #running: Promise<void> | null = null;
  #again = false;
  #anew = false;
  /** How many wait for what is being followed. */
  #awaited = 0;
  /** The toolkits for practice whose memories alone were left; null: not looked at yet. */
  #sandboxes: string | null = null;

  /** `filled` is called when something that nobody waited for is done. */
  constructor(store: Store, memory: MemoryPort, filled: () => void) {
    this.#store = store;
    this.#memory = memory;
    this.#filled = filled;
  }

  /** Resolves when the memory has everything that was committed when it was called. */
  async settle(): Promise<void> {
    this.#awaited += 1;
    try {
      await this.#follow();
    } finally {
      this.#awaited -= 1;
    }
  }

  /**
   * {@link settle}, waited for where it is little, as after confirming a unit. Otherwise it goes on by itself: a look-up does
   * not wait for a library that is being followed from its beginning, and whoever types feels nothing of it.
   */
  async settleSoon(): Promise<void> {
    await this.#forgetSandboxes();
    const { seq, received } = await this.#progress();
    const isLittle =
      this.#store.revisions.changedSince(seq, BATCH).length < BATCH &&
      this.#store.imports.receivedSince(received).length === 0;
    if (isLittle) await this.settle();
    else this.#follow().then(this.#filled, () => undefined);
  }

  /** Fills the memory from the library's beginning once more: what units have to say is cut otherwise now. Waits for nothing. */
  beginAnew(): void {
    this.#anew = true;
    this.#follow().then(this.#filled, () => undefined);
  }

  async #follow(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      if (this.#anew) await this.#forgetProgress();
      await this.#forgetSandboxes();
      await this.#followImports();
      await this.#followRevisions();
    }
  }

  async #forgetProgress(): Promise<void> {
    this.#anew = false;
    const { identity } = await this.#progress();
    await this.#put([], { identity, seq: 0, revision: '', received: '' });
  }

  async #progress(): Promise<MemoryProgress> {
    const progress = await this.#memory.ask('progress', {});
    const isKnown = progress.seq === 0 || this.#store.revisions.idAt(progress.seq) === progress.revision;
    return isKnown ? progress : { ...progress, seq: 0, revision: '', received: '' };
  }

  /** What was practised with a sample that was put back is forgotten. */
  async #forgetSandboxes(): Promise<void> {
    const kept = sandboxesOf(this.#store);
    if (this.#sandboxes === kept.join(' ')) return;
    await this.#memory.ask('forgetSandboxes', { kept });
    this.#sandboxes = kept.join(' ');
  }

  async #followRevisions(): Promise<void> {
    let progress = await this.#progress();
    for (;;) {
      const began = performance.now();
      const changed = this.#store.revisions.changedSince(progress.seq, BATCH);
      const last = changed.at(-1);
      if (last === undefined) return;
      const units = await this.#entries(
        changed.map(({ unit }) => unit),
        'own',
      );
      progress = { ...progress, seq: last.seq, revision: this.#store.revisions.idAt(last.seq) ?? '' };
      if (!(await this.#put(units, progress))) return;
      await this.#rest(began);
    }
  }

  async #followImports(): Promise<void> {
    let progress = await this.#progress();
    for (const { id, document } of this.#store.imports.receivedSince(progress.received)) {
      let place: UnitPlace | null = null;
      for (;;) {
        const began = performance.now();
        const places: readonly UnitPlace[] = this.#store.units.places(document, place, BATCH);
        if (places.length === 0) break;
        place = places.at(-1) ?? null;
        const units = await this.#entries(
          places.map((each) => each.id),
          'received',
        );
        const kept = units.filter(({ parts }) => parts.length > 0);
        if (!(await this.#put(kept, progress))) return;
        await this.#rest(began);
      }
      progress = { ...progress, received: id };
      if (!(await this.#put([], progress))) return;
    }
  }

  /** Leaves the processor to others for longer than the batch took it, unless somebody waits. Keeps no process alive. */
  async #rest(began: number): Promise<void> {
    if (this.#awaited > 0) return;
    await setTimeout(Math.min(REST * (performance.now() - began), LONGEST_REST), undefined, { ref: false });
  }

  /** Whether the memory is still the one that is followed with; another is begun with from the beginning. */
  async #put(units: readonly UnitEntries[], progress: MemoryProgress): Promise<boolean> {
    const newIds = [this.#store.newId(), this.#store.newId(), this.#store.newId()];
    const { isOther } = await this.#memory.ask('put', { units, progress, newIds });
    if (isOther) this.#again = true;
    return !isOther;
  }

  async #entries(units: readonly string[], kind: UnitEntries['kind']): Promise<readonly UnitEntries[]> {
    const entries: UnitEntries[] = [];
    const store = this.#store;
    const steps = function* (): Steps<undefined> {
      for (const unit of units) {
        const made = entriesOf(store, unit, kind);
        if (made !== undefined) entries.push(made);
        yield undefined;
      }
      return undefined;
    };
    await inSlices(steps());
    return entries;
  }
}

function sandboxesOf(store: Store): readonly string[] {
  return store.toolkits.sandboxes().map(({ id }) => id);
}

/** The toolkit of a document if that is one for practice, else null: which memories it asks and fills. */
export function sandboxOf(toolkit: Pick<ToolkitSummary, 'id' | 'sandbox'>): string | null {
  return toolkit.sandbox ? toolkit.id : null;
}

/** What a unit has to say; undefined of documents that are gone. */
function entriesOf(store: Store, id: string, kind: UnitEntries['kind']): UnitEntries | undefined {
  const owner = store.units.documentOf(id);
  const document = owner === undefined ? undefined : store.documents.get(owner);
  if (document === undefined) return undefined;
  const toolkit = toolkitOf(store, document);
  const { sourceLanguage, targetLanguage } = toolkit;
  const unit = store.units.get(id);
  const { author = '', at = '' } = (kind === 'own' ? store.revisions.signatureOf(id) : undefined) ?? {};
  const isOwn = kind === 'own';
  return {
    kind,
    sourceLanguage,
    targetLanguage,
    sandbox: sandboxOf(toolkit),
    unit: id,
    origin: {
      document: document.id,
      documentTitle: document.title,
      author,
      at,
      municipality: isOwn ? (readSettings(store).profile?.municipality ?? '') : '',
      mode: isOwn ? (unit?.mode ?? null) : null,
      status: isOwn ? (unit?.status ?? null) : null,
    },
    context: unit === undefined ? null : contextOf(store, unit),
    parts:
      unit === undefined
        ? []
        : partsOf(store, unit, kind, { sourceLanguage, targetLanguage, rules: rulesOf(store, toolkit.id) }),
  };
}

/** The original of a unit, as its blocks say it. */
export function sourceOf(store: Store, { source }: Pick<UnitRecord, 'source'>): Content {
  return fromBlocks(source.map((block) => store.blocks.get(block)?.content ?? []));
}

/** {@link contextKey} of a unit: its original between those of its neighbours in its container. */
export function contextOf(store: Store, unit: UnitRecord): string {
  const place = { id: unit.id, ...unit.placement };
  const textOf = (id: string | undefined): string => {
    const neighbour = id === undefined ? undefined : store.units.get(id);
    return neighbour === undefined ? '' : toPlainText(sourceOf(store, neighbour));
  };
  const before = store.units.previous(unit.document, place);
  const after = store.units.next(unit.document, place, place.container);
  return contextKey(textOf(before), toPlainText(sourceOf(store, unit)), textOf(after));
}

interface Languages {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly rules: SegmentationRules;
}

function partsOf(store: Store, unit: UnitRecord, kind: UnitEntries['kind'], languages: Languages): readonly UnitPart[] {
  const source = sourceOf(store, unit);
  const target =
    kind === 'own' ? unit.content : fromBlocks(unit.received.map((id) => store.blocks.get(id)?.content ?? []));
  const isKept =
    kind === 'received' || (KEPT.has(unit.status) && (unit.mode === 'faithful' || unit.mode === 'adapted'));
  if (!isKept || isBlank(source) || isBlank(target)) return [];
  return [partOf(0, source, target), ...sentencesOf(source, target, languages)];
}

/** Sentence by sentence, where both sides have as many. */
function sentencesOf(
  source: Content,
  target: Content,
  { sourceLanguage, targetLanguage, rules }: Languages,
): readonly UnitPart[] {
  const from = contentSegments(segmenterFor(sourceLanguage, rules), source);
  const to = contentSegments(segmenterFor(targetLanguage, rules), target);
  if (from.length < 2 || from.length !== to.length) return [];
  return from.flatMap((span, index) => {
    const other = to[index];
    if (other === undefined) return [];
    const pair = [sliceContent(source, span.from, span.to), sliceContent(target, other.from, other.to)] as const;
    return pair.some((content) => isBlank(content)) ? [] : [partOf(index + 1, ...pair)];
  });
}

function partOf(part: number, source: Content, target: Content): UnitPart {
  const isPlain = target.every((run) => !isText(run) || (run.marks.length === 0 && run.link === undefined));
  return {
    part,
    source: toPlainText(source).trim(),
    target: toPlainText(target).trim(),
    content: isPlain ? null : target.map((run) => (isText(run) ? withoutFormat(run) : run)),
  };
}

/** A format is of one file: what another has under its name looks otherwise. */
function withoutFormat({ text, marks, link }: TextRun): TextRun {
  return textRun(text, marks, link === undefined ? {} : { link });
}
