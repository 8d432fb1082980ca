import { applyCommand, type Command, type ReasonGiven, type UnitReader } from '#shared/model/commands.ts';
import {
  EMPTY,
  isText,
  NEW_BREAK,
  NEW_TAB,
  placeholdersOf,
  type Content,
  type PlaceholderId,
  type PlaceholderRun,
} from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { fromPlainText, positionAtPlainOffset, toPlainText } from '#shared/model/plain-text.ts';
import type { Adaptation, UnitRecord } from '#shared/model/unit.ts';
import { keepLooks } from '#shared/text/keep-looks.ts';
import type { ChangeEdit, Edit, InsertEdit } from './edits.ts';
import type { OpenDocument } from './open-document.ts';

const TYPED: readonly PlaceholderRun[] = [
  { placeholder: NEW_BREAK, kind: 'break', label: '' },
  { placeholder: NEW_TAB, kind: 'tab', label: '' },
];

/**
 * Turns edits into commands, line after line, each seeing what those before it did. Nothing is stored: the commands are
 * applied as one afterwards, and give the same result because applying is pure.
 */
export class EditSession {
  readonly commands: Command[] = [];
  /** Ids of the units that lines named with `as`. */
  readonly named = new Map<string, string>();
  readonly #open: OpenDocument;
  readonly #units: Map<string, UnitRecord>;
  readonly #byContainer: Map<string, UnitRecord[]>;
  readonly #document: string;
  /** By number and kind: a pair shares its number. */
  #placeholders: ReadonlyMap<string, PlaceholderRun> | undefined;

  constructor(document: string, open: OpenDocument) {
    this.#document = document;
    this.#open = open;
    this.#units = new Map(open.units.map((unit) => [unit.id, unit]));
    this.#byContainer = Map.groupBy(open.units, (unit) => unit.placement.container);
  }

  /** Throws what applyCommand throws, unknownPlaceholder, badRequest. */
  add(edit: Edit): void {
    if ('split' in edit) this.#split(edit.split, edit.at, edit.as);
    else if ('merge' in edit) this.#do({ type: 'merge', unit: this.#id(edit.merge[0]), with: this.#id(edit.merge[1]) });
    else if ('move' in edit) this.#do({ type: 'move', unit: this.#id(edit.move), after: this.#after(edit.after) });
    else if ('insertAfter' in edit) this.#insert(edit);
    else this.#change(edit);
  }

  #split(id: string, offset: number, as: string | undefined): void {
    const unit = this.#need(id);
    if (offset > toPlainText(unit.content).length) throw new AdaptaError('badPosition', { unit: id });
    const at = positionAtPlainOffset(unit.content, offset);
    this.#do({ type: 'split', unit: unit.id, at, into: this.#newId(as) });
  }

  #insert(edit: InsertEdit): void {
    const { kind, level, container, status, audience } = edit;
    const after = this.#after(edit.insertAfter);
    if (container !== undefined && container !== 'body' && !this.#byContainer.has(container)) {
      throw new AdaptaError('badRequest', { at: 'container', reason: container });
    }
    const content = this.#runs(edit.content) ?? this.#plain(edit.target ?? '', TYPED);
    const why = reasonOf(edit, null);
    if (why === undefined) throw new AdaptaError('reasonRequired');
    const unit = this.#newId(edit.as);
    this.#do({
      type: 'insert',
      unit,
      after,
      ...(container === undefined ? {} : { container }),
      kind,
      ...(level === undefined ? {} : { level }),
      content,
      why,
    });
    if (status !== undefined) this.#do({ type: 'status', unit, status });
    if (audience !== undefined) this.#do({ type: 'audience', unit, audience });
  }

  /** Text first, so that a status given with it is not taken back by it. */
  #change(edit: ChangeEdit): void {
    const unit = this.#need(edit.id);
    const { status, audience } = edit;
    const content =
      this.#runs(edit.content) ?? (edit.target === undefined ? undefined : this.#retext(unit, edit.target));
    if (content !== undefined) this.#do({ type: 'edit', unit: unit.id, content });
    this.#mode(unit, edit);
    if (status !== undefined) this.#do({ type: 'status', unit: unit.id, status });
    if (audience !== undefined) this.#do({ type: 'audience', unit: unit.id, audience });
  }

  /** Runs as they are given: their placeholders have to be the document's, and say of themselves what the document says. */
  #runs(content: Content | undefined): Content | undefined {
    return content?.map((run) => (isText(run) ? run : { ...run, label: this.#known(run).label }));
  }

  #known({ placeholder, kind }: PlaceholderRun): PlaceholderRun {
    this.#placeholders ??= new Map(
      [
        ...TYPED,
        ...[...this.#open.blocks.values(), ...this.#open.units].flatMap((each) => placeholdersOf(each.content)),
      ].map((run) => [`${run.placeholder} ${run.kind}`, run]),
    );
    const known = this.#placeholders.get(`${placeholder} ${kind}`);
    if (known === undefined) throw new AdaptaError('unknownPlaceholder', { placeholder });
    return known;
  }

  /** A reason alone belongs to the mode the unit already has, a note or reference alone to the reason it has. */
  #mode(unit: UnitRecord, edit: ChangeEdit): void {
    const mode = edit.mode ?? unit.mode;
    const why = reasonOf(edit, mode === unit.mode ? unit.adaptation : null);
    if (edit.mode === undefined && why === undefined) return;
    if (mode === 'faithful' && why !== undefined) throw new AdaptaError('badRequest', { at: 'reason' });
    this.#do({ type: 'mode', unit: unit.id, mode, ...(why === undefined ? {} : { why }) });
  }

  #retext(unit: UnitRecord, target: string): Content {
    const blocks = [...unit.received, ...unit.source].map((id) => this.#open.blocks.get(id)?.content ?? EMPTY);
    return keepLooks(unit.content, this.#plain(target, knownTo([unit.content, ...blocks])));
  }

  #plain(target: string, known: readonly PlaceholderRun[]): Content {
    const read = fromPlainText(target.replaceAll(/\r\n?/gu, '\n'), known);
    if ('unknown' in read) throw new AdaptaError('unknownPlaceholder', { placeholder: read.unknown });
    return read.content;
  }

  #do(command: Command): void {
    // Author and time do not matter here: the engine sets its own when it applies the same command.
    const { changes } = applyCommand(this.#reader(), command, { author: '', now: '' });
    for (const { unit, before, after } of changes) this.#put(unit, before, after);
    this.commands.push(command);
  }

  #put(id: string, before: UnitRecord | null, after: UnitRecord | null): void {
    const isSamePlace = before !== null && after?.placement === before.placement;
    if (before !== null) {
      const list = this.#list(before);
      list.splice(list.indexOf(before), 1, ...(isSamePlace ? [after] : []));
    }
    if (after === null) {
      this.#units.delete(id);
      return;
    }
    this.#units.set(id, after);
    if (isSamePlace) return;
    const list = this.#list(after);
    const place = list.findIndex((other) => isBehind(other, after));
    list.splice(place < 0 ? list.length : place, 0, after);
  }

  /** The units of a unit's container, by position. */
  #list(unit: UnitRecord): UnitRecord[] {
    const { container } = unit.placement;
    const list = this.#byContainer.get(container) ?? [];
    this.#byContainer.set(container, list);
    return list;
  }

  #reader(): UnitReader {
    return {
      document: this.#document,
      get: (id) => this.#units.get(id),
      next: (id, container) => {
        const list = this.#byContainer.get(container) ?? [];
        return list[id === null ? 0 : list.findIndex((unit) => unit.id === id) + 1];
      },
    };
  }

  #need(name: string): UnitRecord {
    const unit = this.#units.get(this.#id(name));
    if (unit === undefined) throw new AdaptaError('unknownUnit', { unit: name });
    return unit;
  }

  #id(name: string): string {
    return this.named.get(name) ?? name;
  }

  #after(name: string | null): string | null {
    return name === null ? null : this.#id(name);
  }

  #newId(as: string | undefined): string {
    const id = crypto.randomUUID();
    if (as === undefined) return id;
    if (this.named.has(as) || this.#units.has(as)) throw new AdaptaError('duplicateUnit', { unit: as });
    this.named.set(as, id);
    return id;
  }
}

function isBehind(other: UnitRecord, unit: UnitRecord): boolean {
  const [a, b] = [other.placement.position, unit.placement.position];
  return a > b || (a === b && other.id > unit.id);
}

/**
 * What a line says about the why, over what was said `before`. Throws badRequest for a note or a reference that belong
 * to no reason: they would be lost without a word.
 */
function reasonOf(edit: ChangeEdit | InsertEdit, before: Adaptation | null): ReasonGiven | undefined {
  const { reason, note, reference } = edit;
  if (reason === undefined && note === undefined && reference === undefined) return undefined;
  const kept: Partial<ReasonGiven> = reason === undefined && before !== null ? givenIn(before) : {};
  const given = reason ?? kept.reason;
  if (given === undefined) throw new AdaptaError('badRequest', { at: 'reason', reason: 'missing' });
  return {
    ...kept,
    reason: given,
    ...(note === undefined ? {} : { note }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function givenIn({ reason, note, reference }: Adaptation): ReasonGiven {
  return { reason, ...(note === undefined ? {} : { note }), ...(reference === undefined ? {} : { reference }) };
}

/** Placeholders that may be used, each as the first of the contents has it; an `open` and its `close` stay together. */
function knownTo(contents: readonly Content[]): readonly PlaceholderRun[] {
  const known = new Map<PlaceholderId, readonly PlaceholderRun[]>();
  for (const content of contents) {
    for (const [id, runs] of Map.groupBy(placeholdersOf(content), (run) => run.placeholder)) {
      if (!known.has(id)) known.set(id, runs);
    }
  }
  return [...known.values(), TYPED.filter((run) => !known.has(run.placeholder))].flat();
}
