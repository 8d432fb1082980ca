import type { Command, ReasonGiven } from '#shared/model/commands.ts';
import { isBlank, type Content, type Mark } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { needsWork, type Mode, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';
import { registerCommands } from '#renderer/editor/registrations.ts';
import type { PasteReport } from '#renderer/editor/paste/clipboard.ts';
import { EditSession, type ChangeNotice, type EditSessionOptions } from '#renderer/editor/model/edit-session.ts';
import type { SaveState } from '#renderer/editor/model/save-queue.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { isLoose } from '#renderer/editor/structure.ts';
import { addingBelow, joiningNext, moving, removing, type StructureStep } from '#renderer/editor/structure-steps.ts';
import { insertContent, readSelection, splitAtCaret, toggleMark, writeLink } from '#renderer/editor/text-commands.ts';
import { applyFilter } from './filter.ts';
import { isShown, neighbourShown, nextMatching } from './going.ts';
import { headingsOf } from './headings.ts';
import { createWorkbenchStore, type Filter, type WorkbenchStore } from './workbench-store.ts';

export interface WorkbenchOptions {
  readonly document: string;
  readonly rows: RowContext;
  readonly author: () => string;
  readonly send: EditSessionOptions['send'];
  readonly onSaveState: (state: SaveState) => void;
  readonly onPaste: (report: PasteReport) => void;
  /** A command the model refused. */
  readonly onRefused: (error: AdaptaError) => void;
  /** A request that makes no sense here; a sentence in the locales (`editor:notice.<name>`). */
  readonly onNotice: (name: NoticeName) => void;
}

export type NoticeName = 'emptyText';

const VERSION_PAUSE = 200;
/** Panel, bar and status line follow what is typed once the hand rests: a key's own frame is for the text. */
const TYPING_PAUSE = 160;

/** Everything people can do with the open document, whichever key, button or menu asks for it. */
export class Workbench {
  readonly session: EditSession;
  readonly surface: EditorSurface;
  readonly store: WorkbenchStore = createWorkbenchStore();
  readonly #options: WorkbenchOptions;
  #versionTimer: ReturnType<typeof setTimeout> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #rows: RowContext;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.#rows = options.rows;
    this.session = new EditSession(options);
    this.surface = new EditorSurface({
      session: this.session,
      rows: options.rows,
      onActive: (active) => this.store.setState({ active }),
      onSelection: () => this.#selectionMoved(),
      onError: (error) => this.#refuse(error),
    });
  }

  /** Shows the document in the page's element. Returns the way to let go. */
  mount(root: HTMLElement): () => void {
    const letGo = this.surface.mount(root);
    const stopCommands = registerCommands(this.surface, this.#options.onPaste);
    const stopChanges = this.session.onChange((notice) => this.#changed(notice));
    return () => {
      clearTimeout(this.#versionTimer);
      clearTimeout(this.#typingTimer);
      stopChanges();
      stopCommands();
      letGo();
    };
  }

  get rows(): RowContext {
    return this.#rows;
  }

  repaint(rows: RowContext): void {
    this.#rows = rows;
    this.surface.repaint(rows);
  }

  active(): UnitRecord | undefined {
    return this.surface.activeUnit();
  }

  /** Does something that may be refused; a refusal is told, nothing is half done. */
  try(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#refuse(error);
    }
  }

  // Going about

  go(id: UnitId | undefined, where: 'start' | 'end' = 'start'): void {
    if (id !== undefined) this.surface.goTo(id, where);
  }

  step(by: 1 | -1): void {
    this.go(neighbourShown(this.surface, by)?.id);
  }

  /** The next unit behind the active one that is not done, from the start again at the end. */
  nextNeedsWork(wanted: (unit: UnitRecord) => boolean = needsWork): void {
    const unit = nextMatching(this.surface, wanted);
    if (unit === undefined) return;
    if (!isShown(this.surface, unit.id)) this.setFilter('all');
    this.go(unit.id);
  }

  // Status, mode, audience

  /** Ctrl+Enter: this text answers its original; on to the next that needs work. What is omitted needs no more. */
  confirm(): void {
    if (this.active()?.mode === 'omitted' || this.setStatus('translated')) this.nextNeedsWork();
  }

  /** Ctrl+Shift+Enter: read and found good; on to the next nobody has reviewed. */
  review(): void {
    if (!this.setStatus('reviewed')) return;
    this.nextNeedsWork(({ status }) => status !== 'reviewed' && status !== 'approved');
  }

  /** False when it makes no sense: an empty text is neither translated nor good. */
  setStatus(status: Status): boolean {
    const unit = this.#settled();
    if (unit === undefined) return false;
    if (status !== 'untranslated' && unit.mode !== 'omitted' && isBlank(unit.content)) {
      this.#options.onNotice('emptyText');
      return false;
    }
    this.#run({ type: 'status', unit: unit.id, status });
    return true;
  }

  /** Back to faithful at once; anything else asks for its reason in place first. */
  askMode(mode: Mode): void {
    const unit = this.#settled();
    if (unit === undefined || this.session.readOnly) return;
    if (mode === 'faithful') return this.#run({ type: 'mode', unit: unit.id, mode });
    this.store.setState({ reason: { unit: unit.id, mode } });
  }

  giveReason(why: ReasonGiven): void {
    const { reason } = this.store.getState();
    if (reason === null) return;
    this.#run({ type: 'mode', unit: reason.unit, mode: reason.mode, why });
    this.closeReason();
  }

  closeReason(): void {
    this.store.setState({ reason: null });
    this.focus();
  }

  toggleAudience(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    const audience = unit.audience === 'facilitator' ? 'everyone' : 'facilitator';
    this.#run({ type: 'audience', unit: unit.id, audience });
  }

  // Structure

  split(): void {
    this.try(() => splitAtCaret(this.surface));
  }

  /** Joins the next unit of the same container onto this one. */
  merge(): void {
    this.#structure(joiningNext);
  }

  addBelow(): void {
    this.#structure(addingBelow);
    this.focus();
  }

  /** What has no original vanishes (and comes back by undo); everything else is left out with a reason. */
  omit(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    if (isLoose(unit)) this.#structure(removing);
    else this.askMode('omitted');
  }

  move(by: 1 | -1): void {
    const { caret } = this.surface;
    this.#structure((unit, model) => moving(unit, model, by, caret));
  }

  #structure(plan: (unit: UnitRecord, model: DocumentModel) => StructureStep | null): void {
    const unit = this.#settled();
    const step = unit === undefined ? null : plan(unit, this.session.model);
    if (step !== null) this.try(() => this.surface.run(step.commands, step.caret));
  }

  // Text

  mark(mark: Mark): void {
    toggleMark(this.surface, mark);
  }

  setLink(url: string | null): void {
    this.store.setState({ linkField: false });
    this.try(() => writeLink(this.surface, url));
    this.focus();
  }

  insert(content: Content): void {
    this.focus();
    this.try(() => insertContent(this.surface, content));
  }

  undo(): void {
    this.surface.takeOver();
    this.try(() => this.session.undo());
  }

  redo(): void {
    this.surface.takeOver();
    this.try(() => this.session.redo());
  }

  // The view

  focus(): void {
    this.surface.editor.focus(undefined, { defaultSelection: 'rootStart' });
  }

  setFilter(filter: Filter): void {
    this.store.setState({ filter, shown: applyFilter(this.surface, filter, this.rows) });
    const { active } = this.surface;
    if (active !== null) this.surface.reveal(active);
  }

  openMenu(at?: { x: number; y: number }): void {
    const { active } = this.surface;
    const row = active === null ? null : this.surface.row(active);
    const target = row?.querySelector('.target')?.getBoundingClientRect();
    const place =
      at ?? (target === undefined ? null : { x: target.left, y: Math.min(target.bottom, innerHeight - 40) });
    this.store.setState({ menu: place });
  }

  /** The active unit with everything typed taken over; none when nothing is active. */
  #settled(): UnitRecord | undefined {
    this.surface.takeOver();
    return this.active();
  }

  #run(command: Command): void {
    this.try(() => this.surface.run([command]));
  }

  #refuse(error: unknown): void {
    this.#options.onRefused(
      error instanceof AdaptaError ? error : new AdaptaError('internal', { message: String(error) }, { cause: error }),
    );
  }

  #selectionMoved(): void {
    const { marks, link } = readSelection(this.surface.editor);
    const state = this.store.getState();
    if (state.link !== link || state.marks.size !== marks.size || ![...marks].every((mark) => state.marks.has(mark))) {
      this.store.setState({ marks, link });
    }
  }

  #changed({ changes, origin }: ChangeNotice): void {
    const { active, filter } = this.store.getState();
    const wide = changes.some(
      ({ before, after }) =>
        before === null ||
        after === null ||
        before.status !== after.status ||
        before.mode !== after.mode ||
        before.stale !== after.stale ||
        before.audience !== after.audience ||
        before.placement !== after.placement ||
        after.kind === 'heading',
    );
    if (changes.some(({ unit }) => unit === active)) this.#raiseActive(origin === 'typed' && !wide);
    if (wide) this.raiseVersion(filter);
  }

  #raiseActive(later: boolean): void {
    clearTimeout(this.#typingTimer);
    const raise = (): void => this.store.setState(({ activeVersion }) => ({ activeVersion: activeVersion + 1 }));
    if (later) this.#typingTimer = setTimeout(raise, TYPING_PAUSE);
    else raise();
  }

  /** Tells the parts that look at the whole document; gathered, as a run of changes is one to them. */
  raiseVersion(filter: Filter = 'all'): void {
    this.#versionTimer ??= setTimeout(() => {
      this.#versionTimer = undefined;
      const { version, headings } = this.store.getState();
      const { model } = this.session;
      this.store.setState({ version: version + 1, total: model.size, headings: headingsOf(model, headings) });
      if (filter !== 'all') this.store.setState({ shown: applyFilter(this.surface, filter, this.rows) });
    }, VERSION_PAUSE);
  }
}
