import { applyCommand, type Command, type CommandContext, type UnitChange } from '#shared/model/commands.ts';
import { contentEquals, contentLength, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { recordEquals } from '#shared/model/record-equals.ts';
import { isDone, type UnitId } from '#shared/model/unit.ts';
import { DocumentModel } from './document-model.ts';
import { SaveQueue, type SaveState } from './save-queue.ts';
import { mergeChanges, restoring, UndoStack, type Caret, type EditKind, type UndoStep } from './undo-stack.ts';

export interface EditSessionOptions {
  readonly document: string;
  /** Who writes: goes into reasons until the engine has put its own record of it. */
  readonly author: () => string;
  readonly send: (commands: readonly Command[]) => Promise<readonly UnitChange[]>;
  readonly onSaveState: (state: SaveState) => void;
  /** Takes changes of other documents back, which came of something that is taken back here. */
  readonly takeBackElsewhere?: (changes: readonly UnitChange[]) => void;
}

/** Where a change comes from: the surface already shows what it typed itself. */
export type ChangeOrigin = 'typed' | 'command' | 'history' | 'elsewhere';

export interface ChangeNotice {
  readonly changes: readonly UnitChange[];
  readonly origin: ChangeOrigin;
  /** Where the caret goes now; null: it stays. */
  readonly caret: Caret | null;
}

/**
 * One open document being edited: applies commands at once to the local model with the engine's own pure function, keeps
 * the undo steps, and hands the commands to the queue. Knows nothing of Lexical or React.
 */
export class EditSession {
  readonly model: DocumentModel;
  readonly queue: SaveQueue;
  readonly undoStack = new UndoStack();
  readOnly = false;
  readonly #author: () => string;
  readonly #takeBackElsewhere: (changes: readonly UnitChange[]) => void;
  readonly #listeners = new Set<(notice: ChangeNotice) => void>();

  constructor(options: EditSessionOptions) {
    this.model = new DocumentModel(options.document);
    this.#author = options.author;
    this.#takeBackElsewhere = options.takeBackElsewhere ?? (() => undefined);
    this.queue = new SaveQueue({
      send: options.send,
      read: (id) => this.model.get(id),
      onState: options.onSaveState,
      onAcknowledged: (changes) => this.#takeOver(changes),
    });
  }

  onChange(listener: (notice: ChangeNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs commands as one undo step, all or nothing. Throws what {@link applyCommand} throws, and `workspaceReadOnly`;
   * then nothing has changed.
   */
  run(commands: readonly Command[], carets: { before?: Caret | null; after?: Caret | null } = {}): void {
    const changes = this.#applyAll(commands);
    const { before = null, after = null } = carets;
    this.undoStack.push({ changes, kind: 'other', caretBefore: before, caretAfter: after, at: Date.now() });
    this.#tell({ changes, origin: 'command', caret: after });
  }

  /** Takes over text the surface shows already; what one keystroke did to several units is one step. */
  typed(
    edits: readonly { unit: UnitId; content: Content }[],
    carets: { before: Caret | null; after: Caret | null },
  ): void {
    const news = edits.filter(({ unit, content }) => {
      const known = this.model.get(unit);
      return known !== undefined && !contentEquals(known.content, content);
    });
    const [first] = news;
    if (first === undefined) return;
    const before = this.model.get(first.unit)?.content ?? [];
    const kind = news.length === 1 ? kindOfEdit(before, first.content) : 'other';
    const changes = this.#applyAll(news.map(({ unit, content }): Command => ({ type: 'edit', unit, content })));
    this.undoStack.push({ changes, kind, caretBefore: carets.before, caretAfter: carets.after, at: Date.now() });
    this.#tell({ changes, origin: 'typed', caret: null });
  }

  undo(): boolean {
    const step = this.undoStack.undo((id) => this.model.get(id));
    if (step !== undefined && !this.readOnly) this.#backElsewhere(step.changes);
    return this.#back(step);
  }

  redo(): boolean {
    return this.#back(this.undoStack.redo((id) => this.model.get(id)));
  }

  /** Changes announced by the engine; the echo of own ones and units with newer ones of our own are left alone. */
  heard(changes: readonly UnitChange[]): void {
    this.#takeOver(changes.filter((change) => !this.queue.isPending(change.unit)));
  }

  /**
   * Takes over what the engine did to units of this document because it was asked to from here (a translation ahead of
   * time, repetitions): one step to undo, as if done here.
   */
  adopt(changes: readonly UnitChange[]): void {
    const own = this.#own(changes);
    this.#takeOver(own.filter((change) => !this.queue.isPending(change.unit)));
    this.undoStack.push({ changes: own, kind: 'other', caretBefore: null, caretAfter: null, at: Date.now() });
  }

  /** Brings units back to what they were before changes, except those something else has changed since; a step of its own. */
  revert(changes: readonly UnitChange[]): void {
    this.run([restoring(this.#own(changes), 'before', (id) => this.model.get(id))]);
  }

  /**
   * Takes over what the engine filled, here or in another document, because a unit was confirmed: it goes with the step that
   * confirmed the unit, at once where that has been taken back while the answer was under way.
   */
  filled(confirmed: UnitId, changes: readonly UnitChange[]): void {
    this.heard(this.#own(changes));
    const unit = this.model.get(confirmed);
    if (!this.undoStack.join(confirmed, changes, unit !== undefined && isDone(unit))) return;
    this.#backElsewhere(changes);
    this.#back({ changes, command: restoring(changes, 'before', (id) => this.model.get(id)), caret: null });
  }

  #own(changes: readonly UnitChange[]): readonly UnitChange[] {
    return changes.filter(({ before, after }) => (after ?? before)?.document === this.model.document);
  }

  #backElsewhere(changes: readonly UnitChange[]): void {
    const own = new Set(this.#own(changes));
    const others = changes.filter((change) => !own.has(change));
    if (others.length > 0) this.#takeBackElsewhere(others);
  }

  #back(step: UndoStep | undefined): boolean {
    if (step === undefined || this.readOnly) return false;
    if (step.command.type !== 'restore' || step.command.records.length === 0) return true;
    const changes = this.#applyAll([step.command]);
    this.#tell({ changes, origin: 'history', caret: step.caret });
    return true;
  }

  #applyAll(commands: readonly Command[]): readonly UnitChange[] {
    if (this.readOnly) throw new AdaptaError('workspaceReadOnly');
    const context: CommandContext = { author: this.#author(), now: new Date().toISOString() };
    const done: UnitChange[] = [];
    const applied: { command: Command; touched: readonly UnitId[] }[] = [];
    try {
      for (const command of commands) {
        const { changes } = applyCommand(this.model, command, context);
        this.model.apply(changes);
        done.push(...changes);
        if (changes.length > 0) applied.push({ command, touched: changes.map((change) => change.unit) });
      }
    } catch (error) {
      this.model.apply(mergeChanges(done).map(({ unit, before, after }) => ({ unit, before: after, after: before })));
      throw error;
    }
    for (const { command, touched } of applied) this.queue.push(command, touched);
    return mergeChanges(done);
  }

  /** Brings the local model to what the engine says, where it differs. */
  #takeOver(changes: readonly UnitChange[]): void {
    const news = mergeChanges(changes)
      .map(({ unit, after }) => ({ unit, before: this.model.get(unit) ?? null, after }))
      .filter(({ before, after }) => !recordEquals(before, after));
    if (news.length === 0) return;
    this.model.apply(news);
    this.#tell({ changes: news, origin: 'elsewhere', caret: null });
  }

  #tell(notice: ChangeNotice): void {
    if (notice.changes.length === 0 && notice.caret === null) return;
    for (const listener of this.#listeners) listener(notice);
  }
}

function kindOfEdit(before: Content, after: Content): EditKind {
  const grown = contentLength(after) - contentLength(before);
  if (grown > 0 && grown <= 2) return 'typing';
  return grown < 0 && grown >= -2 ? 'deleting' : 'other';
}
