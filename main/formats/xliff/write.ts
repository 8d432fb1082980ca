import { AdaptaError } from '#shared/model/errors.ts';
import { contentEquals, joinContents, NEW_BREAK, type Content } from '#shared/model/content.ts';
import type { WriteFinding, WriteRequest, WriteResult, WriteUnit } from '../format.ts';
import { encodePart } from '../package/xml-text.ts';
import { addedUnitXml, unitIds } from './added.ts';
import { applyEdits, indentOf, type Edit } from './edits.ts';
import { languageEdits } from './language-edits.ts';
import { modelOf, type XliffModel } from './model.ts';
import { openXliff } from './open.ts';
import { anchorIndex } from './read.ts';
import { withoutStrays } from './strays.ts';
import { stripped } from './strip.ts';
import type { XliffUnit } from './unit.ts';
import type { Wish } from './wish.ts';
import { editUnit12 } from './write-unit12.ts';
import { editUnit2 } from './write-unit2.ts';

/**
 * Splices the translations into the file they came in. A unit of the file stays one, whatever became of it: halves are
 * lines of it again, and what was left out is an empty translation. Throws what reading the file throws.
 */
export function writeXliff(request: WriteRequest): WriteResult {
  const model = modelOf(request.skeleton);
  const plan = new Plan(model, request);
  const edits = [...plan.edits()];
  const { text } = model.part;
  if (edits.some((edit) => edit.text !== text.slice(edit.start, edit.end)))
    edits.push(...languageEdits(model, request.language));
  if (edits.length === 0 && !request.strip) return { bytes: request.skeleton, findings: plan.findings };
  const written = encodePart({ text: applyEdits(text, edits), encoding: model.part.encoding });
  if (!request.strip) return { bytes: written, findings: plan.findings };
  const reread = openXliff(written);
  return { bytes: encodePart({ ...reread.part, text: stripped(reread) }), findings: plan.findings };
}

/** Of what is left out without a word. */
const OMITTED = { mode: 'omitted', status: 'translated', audience: 'everyone', adaptation: null } as const;

/** What goes into one unit of the file, and the units put in behind it. */
interface Entry {
  readonly unit: XliffUnit;
  readonly side: 'source' | 'target';
  readonly contents: Content[];
  facts: WriteUnit['facts'];
  readonly added: WriteUnit[];
}

class Plan {
  readonly findings: WriteFinding[] = [];
  readonly #model: XliffModel;
  readonly #request: WriteRequest;
  #ids: Set<string> | undefined;

  constructor(model: XliffModel, request: WriteRequest) {
    this.#model = model;
    this.#request = request;
  }

  *edits(): Generator<Edit> {
    const omitted = new Set(this.#request.omit.map((anchor) => anchorIndex(anchor).index));
    for (const entry of this.#entries().values()) {
      const { index } = entry.unit;
      if (!omitted.has(index)) yield* this.#unitEdits(entry);
      for (const unit of entry.added) yield this.#addEdit(entry.unit, unit);
    }
    for (const index of omitted) {
      const unit = this.#model.units[index];
      if (unit !== undefined) yield* this.#omitEdits(unit);
    }
  }

  #entries(): ReadonlyMap<number, Entry> {
    const entries = new Map<number, Entry>();
    for (const { container, units } of this.#request.containers) {
      let last = this.#model.units[Number(/^body\/u(\d+)$/u.exec(container)?.[1] ?? '0')];
      for (const unit of units) {
        const anchors = unit.anchors.map((anchor) => this.#anchored(anchor));
        const [first] = anchors;
        last = first?.unit ?? last;
        if (last === undefined) continue;
        const entry = entries.get(last.index) ?? entryOf(last, first?.side ?? 'target');
        entries.set(last.index, entry);
        if (first === undefined && (unit.facts === undefined || unit.facts.mode === 'added')) entry.added.push(unit);
        else this.#fill(entry, unit);
      }
    }
    return entries;
  }

  #anchored(anchor: string): { unit: XliffUnit; side: 'source' | 'target' } {
    const { index, side } = anchorIndex(anchor);
    const unit = this.#model.units[index];
    if (unit === undefined) throw new AdaptaError('internal', { anchor });
    return { unit, side };
  }

  #fill(entry: Entry, { content, facts }: WriteUnit): void {
    entry.contents.push(facts?.untranslated === true ? [] : this.#located(content));
    // Halves of one unit are as far as the one that begins it.
    entry.facts ??= facts;
  }

  /** In the numbers of this file: the document's other file is this one too. */
  #located(content: Content): Content {
    return content.map((run) => {
      if (!('placeholder' in run) || run.placeholder <= 0) return run;
      const place = this.#request.locate(run.placeholder);
      return { ...run, placeholder: place?.id ?? Number.MAX_SAFE_INTEGER };
    });
  }

  #unitEdits({ unit, side, contents, facts }: Entry): readonly Edit[] {
    if (contents.length === 0) return [];
    const content = withBreaks(contents);
    const isOriginal = side === 'source' && facts === undefined && contentEquals(content, unit.source);
    // A file without translations that nobody translated stays one.
    if (isOriginal) return [];
    return this.#edit(unit, {
      content: content.length === 0 ? null : content,
      ...(facts === undefined ? {} : { facts }),
    });
  }

  #omitEdits(unit: XliffUnit): readonly Edit[] {
    const told = this.#request.omitted?.find(({ anchor }) => anchorIndex(anchor).index === unit.index);
    const facts = told?.facts ?? OMITTED;
    return this.#edit(unit, { content: null, ...(this.#request.strip ? {} : { facts }) });
  }

  #edit(unit: XliffUnit, wish: Wish): readonly Edit[] {
    const write = this.#model.version === 2 ? editUnit2 : editUnit12;
    const { content, strays } = withoutStrays(unit, wish.content ?? []);
    for (const { placeholder, label } of strays) {
      this.findings.push({ code: 'placeholderLost', params: { placeholder, label, unit: unit.id } });
    }
    const language = this.#request.language ?? this.#model.targetLanguage;
    const kept = { ...wish, content: wish.content === null ? null : content };
    const { edits, findings } = write(this.#model, unit, kept, language);
    this.findings.push(...findings);
    return edits;
  }

  #addEdit(after: XliffUnit, unit: WriteUnit): Edit {
    const { start, end } = after.element;
    const { text } = this.#model.part;
    this.#ids ??= unitIds(this.#model);
    const added = { ...unit, content: this.#located(unit.content) };
    const { xml, findings } = addedUnitXml(this.#model, after, added, this.#ids);
    this.findings.push(...findings);
    return { start: end, end, text: indentOf(text, start) + xml };
  }
}

function entryOf(unit: XliffUnit, side: 'source' | 'target'): Entry {
  return { unit, side, contents: [], facts: undefined, added: [] };
}

function withBreaks(contents: readonly Content[]): Content {
  return contents.reduce((all, content) => {
    if (all.length === 0 || content.length === 0) return joinContents([all, content], '');
    return [...all, { placeholder: NEW_BREAK, kind: 'break', label: '\n' }, ...content];
  });
}
