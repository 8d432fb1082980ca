import { findAll, rangesIn, type Found } from '#renderer/editor/find.ts';
import type { Workbench } from './workbench.ts';

const ALL = 'adapta-find';
const CURRENT = 'adapta-find-current';
/** More marked places than this only slow the page down. */
const MOST_MARKED = 500;
const TYPING_PAUSE = 80;

/** Finds in the document and marks what it finds with the browser's own highlights: no node of the text is touched. */
export class Finder {
  readonly #workbench: Workbench;
  #found: readonly Found[] = [];
  #index = -1;
  #query = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** What is typed shows at once, what it finds a moment later: a long document takes longer than a key may. */
  type(query: string): void {
    const { find } = this.#workbench.store.getState();
    this.#workbench.store.setState({ find: { count: 0, index: -1, ...find, query } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.search(query, true), TYPING_PAUSE);
  }

  /** `go`: on to the first place from the caret; otherwise the place stays as it is. */
  search(query: string, go: boolean): void {
    const { session, surface } = this.#workbench;
    this.#query = query;
    this.#found = findAll(session.model, query);
    if (go) {
      const from = surface.active === null ? 0 : session.model.indexOf(surface.active);
      const next = this.#found.findIndex(({ unit }) => session.model.indexOf(unit) >= from);
      this.#index = this.#found.length === 0 ? -1 : Math.max(0, next);
    } else this.#index = Math.min(this.#index, this.#found.length - 1);
    this.#tell();
    this.#mark(go);
  }

  step(by: 1 | -1): void {
    const count = this.#found.length;
    if (count === 0) return;
    this.#index = (this.#index + by + count) % count;
    this.#tell();
    this.#mark(true);
  }

  clear(): void {
    clearTimeout(this.#timer);
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  #tell(): void {
    const find = { query: this.#query, count: this.#found.length, index: this.#index };
    this.#workbench.store.setState({ find });
  }

  #mark(reveal: boolean): void {
    const current = this.#found[this.#index];
    if (current === undefined) return this.clear();
    const { surface } = this.#workbench;
    if (reveal) {
      surface.reveal(current.unit);
      surface.goTo(current.unit, 'start', false);
    }
    const from = Math.max(0, this.#index - MOST_MARKED / 2);
    const near = new Set(this.#found.slice(from, from + MOST_MARKED).map(({ unit }) => unit));
    const all: Range[] = [];
    for (const unit of near) {
      const row = surface.row(unit);
      for (const part of row?.querySelectorAll('.source, .target') ?? []) all.push(...rangesIn(part, this.#query));
    }
    CSS.highlights.set(ALL, new Highlight(...all));
    const part = surface.row(current.unit)?.querySelector(`.${current.side}`) ?? null;
    const range = part === null ? undefined : rangesIn(part, this.#query)[current.nth];
    const highlight = range === undefined ? new Highlight() : new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set(CURRENT, highlight);
  }
}
