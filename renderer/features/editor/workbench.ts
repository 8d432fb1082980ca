import type { Command, ReasonGiven } from '#shared/model/commands.ts';
import { contentLength, isBlank, type Content, type Mark } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { needsWork, type Audience, type Mode, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';
import { registerCommands } from '#renderer/editor/registrations.ts';
import type { PasteReport } from '#renderer/editor/paste/clipboard.ts';
import { EditSession, type ChangeNotice, type EditSessionOptions } from '#renderer/editor/model/edit-session.ts';
import type { SaveState } from '#renderer/editor/model/save-queue.ts';
import { caretAt, insertion, isLoose, joining, newUnitId } from '#renderer/editor/structure.ts';
import { insertContent, readSelection, splitAtCaret, toggleMark, writeLink } from '#renderer/editor/text-commands.ts';
import { applyFilter } from './filter.ts';
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

/** Everything people can do with the open document, whichever key, button or menu asks for it. */
export class Workbench {
  readonly session: EditSession;
  readonly surface: EditorSurface;
  readonly store: WorkbenchStore = createWorkbenchStore();
  readonly #options: WorkbenchOptions;
  #versionTimer: ReturnType<typeof setTimeout> | undefined;
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
    const { model } = this.session;
    let at = this.surface.active === null ? model.at(0) : model.neighbour(this.surface.active, by);
    while (at !== undefined && !this.#isShown(at.id)) at = model.neighbour(at.id, by);
    this.go(at?.id);
  }

  /** The next unit behind the active one that is not done, from the start again at the end. */
  nextNeedsWork(wanted: (unit: UnitRecord) => boolean = needsWork): void {
    const { model } = this.session;
    const start = this.surface.active === null ? -1 : model.indexOf(this.surface.active);
    for (let step = 1; step <= model.size; step += 1) {
      const unit = model.at((start + step) % model.size);
      if (unit === undefined || !wanted(unit) || unit.id === this.surface.active) continue;
      if (!this.#isShown(unit.id)) this.setFilter('all');
      return this.go(unit.id);
    }
  }

  #isShown(id: UnitId): boolean {
    if (this.store.getState().filter === 'all') return true;
    const row = this.surface.row(id);
    return row !== null && row.getClientRects().length > 0;
  }

  // Status, mode, audience

  /** Ctrl+Enter: this text answers its original; on to the next that needs work. */
  confirm(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    if (unit.mode !== 'omitted' && isBlank(unit.content)) return this.#options.onNotice('emptyText');
    if (unit.mode !== 'omitted') this.setStatus('translated');
    this.nextNeedsWork();
  }

  /** Ctrl+Shift+Enter: read and found good; on to the next nobody has reviewed. */
  review(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    if (unit.mode !== 'omitted' && isBlank(unit.content)) return this.#options.onNotice('emptyText');
    this.setStatus('reviewed');
    this.nextNeedsWork(({ status }) => status !== 'reviewed' && status !== 'approved');
  }

  setStatus(status: Status): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    if (status !== 'untranslated' && unit.mode !== 'omitted' && isBlank(unit.content)) {
      return this.#options.onNotice('emptyText');
    }
    this.#run({ type: 'status', unit: unit.id, status });
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

  setAudience(audience: Audience): void {
    const unit = this.#settled();
    if (unit !== undefined) this.#run({ type: 'audience', unit: unit.id, audience });
  }

  toggleAudience(): void {
    this.setAudience(this.active()?.audience === 'facilitator' ? 'everyone' : 'facilitator');
  }

  // Structure

  split(): void {
    this.try(() => splitAtCaret(this.surface));
  }

  /** Joins the next unit of the same container onto this one. */
  merge(): void {
    const unit = this.#settled();
    const next = unit === undefined ? undefined : this.session.model.next(unit.id, unit.placement.container);
    if (unit === undefined || next === undefined) return;
    this.try(() => this.surface.run(joining(unit, next), caretAt(unit.id, contentLength(unit.content))));
  }

  addBelow(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    const id = newUnitId();
    this.try(() => this.surface.run([insertion(id, unit.id, unit)], caretAt(id, 0)));
    this.focus();
  }

  /** What has no original vanishes (and comes back by undo); everything else is left out with a reason. */
  omit(): void {
    const unit = this.#settled();
    if (unit === undefined) return;
    if (!isLoose(unit)) return this.askMode('omitted');
    const next = this.session.model.neighbour(unit.id, -1) ?? this.session.model.neighbour(unit.id, 1);
    this.try(() =>
      this.surface.run([{ type: 'remove', unit: unit.id }], next === undefined ? null : caretAt(next.id, 0)),
    );
  }

  move(by: 1 | -1): void {
    const unit = this.#settled();
    const caret = this.surface.caret;
    if (unit === undefined) return;
    const { model } = this.session;
    const { container } = unit.placement;
    const beside = by === 1 ? model.next(unit.id, container) : model.previous(unit.id);
    if (beside === undefined) return;
    const after = by === 1 ? beside.id : (model.previous(beside.id)?.id ?? null);
    this.try(() => this.surface.run([{ type: 'move', unit: unit.id, after }], caret));
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
    this.store.setState({ filter });
    applyFilter(this.surface, filter);
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

  closeMenu(): void {
    this.store.setState({ menu: null });
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

  #changed({ changes }: ChangeNotice): void {
    const { active, activeVersion, filter } = this.store.getState();
    if (changes.some(({ unit }) => unit === active)) this.store.setState({ activeVersion: activeVersion + 1 });
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
    if (wide) this.raiseVersion(filter);
  }

  /** Tells the parts that look at the whole document; gathered, as a run of changes is one to them. */
  raiseVersion(filter: Filter = 'all'): void {
    this.#versionTimer ??= setTimeout(() => {
      this.#versionTimer = undefined;
      const { version, headings } = this.store.getState();
      const { model } = this.session;
      this.store.setState({ version: version + 1, total: model.size, headings: headingsOf(model, headings) });
      if (filter !== 'all') applyFilter(this.surface, filter);
    }, VERSION_PAUSE);
  }
}
