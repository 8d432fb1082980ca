import { registerRichText } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getNodeByKey,
  createEditor,
  mergeRegister,
  type EditorUpdateOptions,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import type { Command } from '#shared/model/commands.ts';
import { contentEquals } from '#shared/model/content.ts';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import { $contentOf, $nodesOf } from '../codec.ts';
import type { ChangeNotice, EditSession } from '../model/edit-session.ts';
import { sameCaret, type Caret } from '../model/undo-stack.ts';
import { BorderNode, BreakNode } from '../nodes/break-nodes.ts';
import { PlaceholderNode } from '../nodes/placeholder-node.ts';
import { $isSectionNode, SectionNode } from '../nodes/section-node.ts';
import { $isUnitNode, UnitNode, type UnitNode as Unit } from '../nodes/unit-node.ts';
import { $caret, $select, $sizeOf } from '../positions.ts';
import { registerGuards } from './guards.ts';
import { keepSelectionFresh } from './fresh-selection.ts';
import { revealRow } from './reveal.ts';
import { makeRow, paintSource, paintState, type RowContext } from './row-view.ts';
import { setRowMaker } from './rows.ts';
import { BUILD_TAG, Sections } from './sections.ts';
import { THEME } from './theme.ts';

export interface SurfaceOptions {
  readonly session: EditSession;
  readonly rows: RowContext;
  /** The caret came to another unit, or left. */
  onActive(unit: UnitId | null): void;
  /** Something of the selection or its looks changed. */
  onSelection(): void;
  onError(error: unknown): void;
}

/** One Lexical editor showing one session: what people type becomes commands, what commands do is shown. */
export class EditorSurface {
  readonly editor: LexicalEditor;
  readonly session: EditSession;
  readonly sections: Sections;
  readonly #options: SurfaceOptions;
  #rows: RowContext;
  #stop: () => void = () => undefined;
  #caret: Caret | null = null;
  #active: UnitId | null = null;
  /** A command handler is running inside an update: changes are shown within it. */
  #inside = false;
  /** Units touched while a dead key or input method was composing. */
  readonly #composed = new Set<NodeKey>();

  constructor(options: SurfaceOptions) {
    this.#options = options;
    this.#rows = options.rows;
    this.session = options.session;
    this.editor = createEditor({
      namespace: 'adapta',
      nodes: [SectionNode, UnitNode, PlaceholderNode, BreakNode, BorderNode],
      theme: THEME,
      onError: (error) => options.onError(error),
    });
    this.sections = new Sections({
      editor: this.editor,
      $fillUnit: (node) => {
        const unit = this.session.model.get(node.getUnit());
        if (unit !== undefined) node.append(...$nodesOf(unit.content));
      },
      exists: (id) => this.session.model.get(id) !== undefined,
    });
    setRowMaker(this.editor, (id) => {
      const unit = this.session.model.get(id);
      return unit === undefined ? document.createElement('div') : makeRow(unit, this.#rows);
    });
  }

  /** Takes hold of the page's element. Returns the way to let go. */
  mount(root: HTMLElement): () => void {
    this.editor.setRootElement(root);
    this.editor.setEditable(!this.session.readOnly);
    this.#stop = mergeRegister(
      registerRichText(this.editor),
      this.editor.registerUpdateListener((payload) => this.#updated(payload)),
      this.session.onChange((notice) => this.#changed(notice)),
      registerGuards(this.editor, this.session.model, this.sections),
      keepSelectionFresh(this.editor, root),
    );
    return () => {
      this.sections.stop();
      this.#stop();
      this.editor.setRootElement(null);
    };
  }

  get caret(): Caret | null {
    return this.#caret;
  }

  get active(): UnitId | null {
    return this.#active;
  }

  activeUnit(): UnitRecord | undefined {
    return this.#active === null ? undefined : this.session.model.get(this.#active);
  }

  /**
   * Runs commands from inside an update (a key's handler), text not yet taken over first. Throws like
   * {@link EditSession.run}.
   */
  $run(commands: readonly Command[], after?: Caret | null): void {
    this.#inside = true;
    try {
      this.session.run(commands, { before: $caret(), after: after ?? null });
    } finally {
      this.#inside = false;
    }
  }

  /** Runs commands from outside (a menu, the panel). */
  run(commands: readonly Command[], after: Caret | null = null): void {
    this.takeOver();
    this.session.run(commands, { before: this.#caret, after });
  }

  row(id: UnitId): HTMLElement | null {
    const key = this.sections.keyOf(id);
    return key === undefined ? null : this.editor.getElementByKey(key);
  }

  /** Puts the caret into a unit and brings it on screen. */
  goTo(id: UnitId, where: 'start' | 'end' | number = 'start', focus = true): void {
    this.sections.ensure(id);
    this.#update(
      () => {
        const node = this.sections.$node(id);
        if (node === null) return;
        const at = typeof where === 'number' ? where : where === 'start' ? 0 : $sizeOf(node);
        $select({ unit: node, at });
        if (!focus) $addUpdateTag('skip-dom-selection');
      },
      { discrete: true },
    );
    if (focus) this.editor.getRootElement()?.focus({ preventScroll: true });
    this.reveal(id);
  }

  /** Brings a row on screen, a third from the top, unless it is there already. */
  reveal(id: UnitId): void {
    this.sections.ensure(id);
    const row = this.row(id);
    if (row !== null) revealRow(row);
  }

  /** Makes commands of everything shown but not yet taken over (also of a composition that never ended). */
  takeOver(): void {
    this.editor.read(() => this.$takeOver([...this.#composed]));
    this.#composed.clear();
  }

  /** New words (another language of the interface) or new links: all rows are drawn afresh. */
  repaint(rows: RowContext): void {
    this.#rows = rows;
    for (const unit of this.session.model.units()) {
      const row = this.row(unit.id);
      if (row === null) continue;
      paintSource(row, unit, rows);
      paintState(row, unit, rows);
    }
  }

  #update(change: () => void, options: EditorUpdateOptions = {}): void {
    this.editor.update(change, options);
  }

  #updated({ dirtyElements, dirtyLeaves, tags, editorState }: UpdateListenerPayload): void {
    if (tags.has(BUILD_TAG)) return;
    const touched = dirtyLeaves.size > 0 || dirtyElements.size > 0;
    editorState.read(() => {
      const caret = $caret();
      const before = this.#caret;
      this.#caret = caret;
      if (touched) {
        if (this.editor.isComposing()) for (const key of dirtyElements.keys()) this.#composed.add(key);
        else {
          this.$takeOver([...this.#composed, ...dirtyElements.keys()], before);
          this.#composed.clear();
        }
      } else if (!sameCaret(before, caret)) this.session.undoStack.close();
    });
    this.#setActive(this.#caret?.focusUnit ?? this.#active);
    this.#options.onSelection();
  }

  $takeOver(keys: readonly NodeKey[], before: Caret | null = this.#caret): void {
    const nodes = keys
      .map((key) => $getNodeByKey(key))
      .filter((node): node is Unit => $isUnitNode(node) && node.isAttached());
    if (nodes.length === 0) return;
    const edits = nodes.map((node) => ({ unit: node.getUnit(), content: $contentOf(node) }));
    this.session.typed(edits, { before, after: this.#caret });
  }

  #setActive(id: UnitId | null): void {
    if (id === this.#active && (id === null || this.row(id)?.classList.contains('active') === true)) return;
    if (this.#active !== null) this.row(this.#active)?.classList.remove('active');
    const changed = this.#active !== id;
    this.#active = id;
    if (id !== null) this.row(id)?.classList.add('active');
    if (changed) this.#options.onActive(id);
  }

  #changed(notice: ChangeNotice): void {
    for (const { after } of notice.changes) {
      if (after === null) continue;
      const row = this.row(after.id);
      if (row !== null) paintState(row, after, this.#rows);
    }
    for (const { before, after } of notice.changes) {
      if (before === null || after === null || before.source === after.source) continue;
      const row = this.row(after.id);
      if (row !== null) paintSource(row, after, this.#rows);
    }
    if (notice.origin === 'typed') return;
    if (this.#inside) return this.$show(notice);
    this.#drawAround(notice);
    this.#update(() => this.$show(notice), {
      discrete: true,
      tag: notice.caret === null ? 'skip-dom-selection' : 'adapta-show',
    });
    if (notice.caret !== null) this.reveal(notice.caret.focusUnit);
  }

  /** Sections next to structural changes must be drawn before they change. */
  #drawAround({ changes }: ChangeNotice): void {
    for (const { unit, before, after } of changes) {
      this.sections.ensure(unit);
      if (before !== null && after !== null && before.placement === after.placement) continue;
      const index = this.session.model.indexOf(unit);
      for (const place of [index - 1, index + 1]) {
        const near = this.session.model.at(place);
        if (near !== undefined) this.sections.ensure(near.id);
      }
    }
  }

  /** Brings the touched nodes, and no others, to what the model says. */
  $show({ changes, caret }: ChangeNotice): void {
    const { model } = this.session;
    const sections = new Set<SectionNode>();
    for (const { unit, after } of changes) {
      if (after !== null) continue;
      const node = this.sections.$node(unit);
      const parent = node?.getParent();
      this.sections.forget(unit);
      node?.remove(true);
      if ($isSectionNode(parent)) sections.add(parent);
    }
    const placed = changes
      .flatMap(({ before, after }) => (after === null ? [] : { before, after, index: model.indexOf(after.id) }))
      .toSorted((a, b) => a.index - b.index);
    for (const { before, after } of placed) {
      const known = this.sections.$node(after.id);
      const node = known ?? this.sections.$create(after.id);
      if (known === null || before?.placement.position !== after.placement.position) {
        const parent = this.$place(node, after.id);
        if (parent !== null) sections.add(parent);
      }
      if (!contentEquals($contentOf(node), after.content))
        node.splice(0, node.getChildrenSize(), $nodesOf(after.content));
    }
    for (const section of sections) this.sections.$tidy(section);
    if (caret !== null) this.$selectCaret(caret);
  }

  $selectCaret(caret: Caret): void {
    const unit = this.sections.$node(caret.unit);
    const focus = this.sections.$node(caret.focusUnit) ?? unit;
    if (unit !== null && focus !== null) $select({ unit, at: caret.at }, { unit: focus, at: caret.focusAt });
  }

  private $place(node: Unit, id: UnitId): SectionNode | null {
    const { model } = this.session;
    const previous = model.neighbour(id, -1);
    const next = model.neighbour(id, 1);
    const previousNode = previous === undefined ? null : this.sections.$node(previous.id);
    const nextNode = next === undefined ? null : this.sections.$node(next.id);
    if (previousNode !== null) previousNode.insertAfter(node, false);
    else if (nextNode !== null) nextNode.insertBefore(node, false);
    const parent = node.getParent();
    return $isSectionNode(parent) ? parent : null;
  }
}
