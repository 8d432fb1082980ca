import { $getNodeByKey, $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import type { UnitId } from '#shared/model/unit.ts';
import { $createSectionNode, $isSectionNode, type SectionNode } from '../nodes/section-node.ts';
import { $createUnitNode, $isUnitNode, type UnitNode } from '../nodes/unit-node.ts';
import { inputWaits } from './input-waits.ts';

export const SECTION_SIZE = 50;
const SECTION_MOST = 120;
const SLICE = 40;
const PAUSE = 4;
/** Sections filled in one update: 200 units, some 6 ms. */
const TOGETHER = 4;

/** Updates that only build what the model already holds. */
export const BUILD_TAG = 'adapta-build';

export interface SectionsOptions {
  readonly editor: LexicalEditor;
  /** Fills a fresh unit's node with its text. */
  $fillUnit(node: UnitNode): void;
  exists(id: UnitId): boolean;
}

/**
 * The sections of the document: all there from the start, empty and of a guessed height, filled when they come near the
 * screen, are asked for, or when nobody does anything.
 */
export class Sections {
  readonly #options: SectionsOptions;
  readonly #waiting = new Map<NodeKey, readonly UnitId[]>();
  readonly #sectionOf = new Map<UnitId, NodeKey>();
  readonly #keys = new Map<UnitId, NodeKey>();
  #background: ReturnType<typeof setTimeout> | undefined;
  #onFilled: (() => void) | null = null;
  #near: IntersectionObserver | null = null;
  readonly #keyOfDom = new WeakMap<Element, NodeKey>();

  constructor(options: SectionsOptions) {
    this.#options = options;
  }

  get complete(): boolean {
    return this.#waiting.size === 0;
  }

  keyOf(id: UnitId): NodeKey | undefined {
    return this.#keys.get(id);
  }

  /** Appends units; the first `atOnce` of them are drawn now. */
  append(ids: readonly UnitId[], atOnce: number): void {
    const fresh: NodeKey[] = [];
    this.#build(() => {
      for (let from = 0; from < ids.length; from += SECTION_SIZE) {
        const part = ids.slice(from, from + SECTION_SIZE);
        const section = $createSectionNode();
        $getRoot().append(section);
        if (from < atOnce) this.$fill(section, part);
        else {
          fresh.push(section.getKey());
          this.#waiting.set(section.getKey(), part);
          for (const id of part) this.#sectionOf.set(id, section.getKey());
        }
      }
    });
    for (const key of fresh) {
      const dom = this.#options.editor.getElementByKey(key);
      if (dom === null) continue;
      dom.classList.add('waiting');
      dom.style.setProperty('--units', String(this.#waiting.get(key)?.length ?? 0));
      this.#keyOfDom.set(dom, key);
      this.#near?.observe(dom);
    }
  }

  /** Draws the section a unit lies in, if it is not yet. */
  ensure(id: UnitId): void {
    const key = this.#sectionOf.get(id);
    if (key !== undefined) this.fillSection(key);
  }

  fillSection(...keys: readonly NodeKey[]): void {
    const waiting = keys.filter((key) => this.#waiting.has(key));
    if (waiting.length === 0) return;
    this.#build(() => {
      for (const key of waiting) {
        const section = $getNodeByKey(key);
        const ids = this.#waiting.get(key) ?? [];
        this.#waiting.delete(key);
        for (const id of ids) this.#sectionOf.delete(id);
        if ($isSectionNode(section))
          this.$fill(
            section,
            ids.filter((id) => this.#options.exists(id)),
          );
      }
    });
    for (const key of waiting) {
      const dom = this.#options.editor.getElementByKey(key);
      if (dom === null) continue;
      dom.classList.remove('waiting');
      this.#near?.unobserve(dom);
    }
    if (this.complete) this.#onFilled?.();
  }

  fillAll(): void {
    this.fillSection(...this.#waiting.keys());
  }

  /**
   * Fills what waits, a slice of 40 ms at a time, broken off as soon as a key or click waits. Not left to idle callbacks: on a
   * busy machine they hardly come.
   */
  fillInBackground(done: () => void): void {
    this.#onFilled = done;
    if (this.complete) return done();
    const step = (): void => {
      const end = performance.now() + SLICE;
      while (!this.complete && performance.now() < end && !inputWaits()) {
        this.fillSection(...[...this.#waiting.keys()].slice(0, TOGETHER));
      }
      if (!this.complete) this.#background = setTimeout(step, PAUSE);
    };
    this.#background = setTimeout(step, PAUSE);
  }

  /** Fills what comes within two screens of what `view` shows. */
  watch(view: Element): void {
    this.#near = new IntersectionObserver(
      (entries) => {
        const near = entries.filter((entry) => entry.isIntersecting);
        this.fillSection(...near.flatMap(({ target }) => this.#keyOfDom.get(target) ?? []));
      },
      { root: view, rootMargin: '200% 0px' },
    );
  }

  stop(): void {
    this.#near?.disconnect();
    clearTimeout(this.#background);
  }

  $create(id: UnitId): UnitNode {
    const node = $createUnitNode(id);
    this.#keys.set(id, node.getKey());
    this.#options.$fillUnit(node);
    return node;
  }

  $node(id: UnitId): UnitNode | null {
    const key = this.#keys.get(id);
    const node = key === undefined ? null : $getNodeByKey(key);
    return $isUnitNode(node) ? node : null;
  }

  forget(id: UnitId): void {
    this.#keys.delete(id);
  }

  $fill(section: SectionNode, ids: readonly UnitId[]): void {
    section.append(...ids.map((id) => this.$create(id)));
  }

  /** Keeps sections between one unit and a bearable number. */
  $tidy(section: SectionNode | null): void {
    if (section === null || !section.isAttached()) return;
    if (section.isEmpty() && !this.#waiting.has(section.getKey())) section.remove();
    else if (section.getChildrenSize() > SECTION_MOST) {
      const moving = section.getChildren().slice(SECTION_SIZE);
      const rest = $createSectionNode();
      section.insertAfter(rest);
      rest.append(...moving);
      this.$tidy(rest);
    }
  }

  #build(change: () => void): void {
    this.#options.editor.update(change, {
      discrete: true,
      tag: [BUILD_TAG, 'skip-dom-selection', 'skip-scroll-into-view'],
    });
  }
}
