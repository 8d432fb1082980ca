import type { Command, ReasonGiven } from '#shared/model/commands.ts';
import { contentLength, isBlank, type Content, type Mark } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { needsWork, type Mode, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';
import { TextMarks } from '#renderer/editor/surface/text-marks.ts';
import { registerCommands } from '#renderer/editor/registrations.ts';
import type { PasteReport } from '#renderer/editor/paste/clipboard.ts';
import { EditSession, type EditSessionOptions } from '#renderer/editor/model/edit-session.ts';
import type { SaveState } from '#renderer/editor/model/save-queue.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { caretAt, isLoose } from '#renderer/editor/structure.ts';
import { addingBelow, joiningNext, moving, removing, type StructureStep } from '#renderer/editor/structure-steps.ts';
import { insertContent, readSelection, splitAtCaret, toggleMark, writeLink } from '#renderer/editor/text-commands.ts';
import { ChangeWatch } from './change-watch.ts';
import { applyFilter } from './filter.ts';
import { isShown, neighbourShown, nextMatching } from './going.ts';
import { marksOf, type Knowledge } from './knowledge.ts';
import {
  createWorkbenchStore,
  type Filter,
  type FocusWish,
  type PanelName,
  type WorkbenchStore,
} from './workbench-store.ts';

export interface WorkbenchOptions {
  readonly document: string;
  readonly rows: RowContext;
  readonly author: () => string;
  readonly send: EditSessionOptions['send'];
  readonly takeBackElsewhere: NonNullable<EditSessionOptions['takeBackElsewhere']>;
  readonly onSaveState: (state: SaveState) => void;
  readonly onPaste: (report: PasteReport) => void;
  /** A command the model refused. */
  readonly onRefused: (error: AdaptaError) => void;
  /** A request that makes no sense here; a sentence in the locales (`editor:notice.<name>`). */
  readonly onNotice: (name: NoticeName) => void;
  readonly knowledge: Knowledge;
}

export type NoticeName = 'emptyText' | 'approvalTaken';

/** Everything people can do with the open document, whichever key, button or menu asks for it. */
export class Workbench {
  readonly session: EditSession;
  readonly surface: EditorSurface;
  readonly store: WorkbenchStore = createWorkbenchStore();
  readonly knowledge: Knowledge;
  readonly marks: TextMarks;
  readonly #options: WorkbenchOptions;
  readonly #watch: ChangeWatch;
  #rows: RowContext;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.#rows = options.rows;
    this.knowledge = options.knowledge;
    this.session = new EditSession(options);
    this.surface = new EditorSurface({
      session: this.session,
      rows: options.rows,
      onActive: (active) => this.store.setState({ active, ignoring: null }),
      onSelection: () => this.#selectionMoved(),
      onError: (error) => this.#refuse(error),
    });
    this.#watch = new ChangeWatch(this.surface, this.store, this.knowledge.findings);
    this.marks = new TextMarks(this.surface, (unit) => marksOf(this.knowledge, unit));
  }

  /** Shows the document in the page's element. Returns the way to let go. */
  mount(root: HTMLElement): () => void {
    const letGo = this.surface.mount(root);
    const stopCommands = registerCommands(this.surface, this.#options.onPaste);
    const stopChanges = this.session.onChange((notice) => this.#watch.heard(notice));
    return () => {
      this.#watch.stop();
      stopChanges();
      stopCommands();
      letGo();
    };
  }

  /** Tells the parts that look at the whole document. */
  raiseVersion(): void {
    this.#watch.raiseVersion();
  }

  get rows(): RowContext {
    return this.#rows;
  }

  repaint(rows: RowContext): void {
    this.#rows = rows;
    this.surface.repaint(rows);
    this.marks.refresh();
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

  go(id: UnitId | undefined, where: 'start' | 'end' | number = 'start'): void {
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

  /**
   * Puts a whole text in place of the active unit's, the caret at a position of it (its end); one step to undo. What was reviewed or approved
   * is a draft again, and that is said.
   */
  replaceText(content: Content, at: number = contentLength(content)): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    const wasGood = unit.status === 'reviewed' || unit.status === 'approved';
    this.focus();
    this.try(() => {
      this.surface.run([{ type: 'edit', unit: unit.id, content }], caretAt(unit.id, at));
      if (wasGood && this.active()?.status === 'draft') this.#options.onNotice('approvalTaken');
    });
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
    this.store.setState({ filter, shown: applyFilter(this.surface, filter, this.knowledge.findings) });
    const { active } = this.surface;
    if (active !== null) this.surface.reveal(active);
  }

  /** Brings a tab of the panel in sight; `focus`: what of it takes the keys. */
  showPanel(panel: PanelName, focus: FocusWish | null = null): void {
    this.store.setState(({ panelAsked }) => ({ panel, focusWish: focus, panelAsked: panelAsked + 1 }));
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
}
