import type { UnitRecord } from '#shared/model/unit.ts';
import { contentRanges, type Stretch } from './content-ranges.ts';
import type { EditorSurface } from './editor-surface.ts';
import { inputWaits } from './input-waits.ts';

/** How a stretch is underlined (inline.css); later ones lie over earlier ones. */
export const MARK_LOOKS = ['term', 'badTerm', 'warning', 'error'] as const;
export type MarkLook = (typeof MARK_LOOKS)[number];

export interface MarkedStretch extends Stretch {
  readonly look: MarkLook;
}

export interface RowMarks {
  readonly source: readonly MarkedStretch[];
  readonly target: readonly MarkedStretch[];
}

/** After the last letter, scroll or change: a key's own frame is for the text. */
const PAUSE = 160;
const NAMES: Readonly<Record<MarkLook, string>> = {
  term: 'adapta-term',
  badTerm: 'adapta-bad-term',
  warning: 'adapta-warning',
  error: 'adapta-error',
};

/**
 * Underlines stretches of the rows on screen by the browser's own highlights: no node of the text is touched, and rows out of
 * sight cost nothing. What is typed meanwhile moves the underlines with the text; they are drawn afresh once the hand rests.
 */
export class TextMarks {
  readonly #surface: EditorSurface;
  readonly #marksOf: (unit: UnitRecord) => RowMarks;
  #view: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(surface: EditorSurface, marksOf: (unit: UnitRecord) => RowMarks) {
    this.#surface = surface;
    this.#marksOf = marksOf;
  }

  /** Marks what `view` shows, from now on. Returns the way to stop. */
  watch(view: Element): () => void {
    this.#view = view;
    const soon = (): void => this.refresh();
    const sizes = new ResizeObserver(soon);
    sizes.observe(view);
    view.addEventListener('scroll', soon, { passive: true });
    const stopChanges = this.#surface.session.onChange(soon);
    this.refresh();
    return () => {
      this.#view = null;
      clearTimeout(this.#timer);
      sizes.disconnect();
      view.removeEventListener('scroll', soon);
      stopChanges();
      for (const look of MARK_LOOKS) CSS.highlights.delete(NAMES[look]);
    };
  }

  /** Draws the underlines afresh once nothing is typed or scrolled. */
  refresh(): void {
    clearTimeout(this.#timer);
    if (this.#view !== null) this.#timer = setTimeout(() => this.#paint(), PAUSE);
  }

  #paint(): void {
    const view = this.#view;
    if (view === null) return;
    const ranges = new Map<MarkLook, Range[]>(MARK_LOOKS.map((look) => [look, []]));
    for (const row of rowsIn(view)) {
      if (inputWaits()) return this.refresh();
      this.#collect(row, ranges);
    }
    for (const [priority, look] of MARK_LOOKS.entries()) {
      const highlight = new Highlight(...(ranges.get(look) ?? []));
      highlight.priority = priority;
      CSS.highlights.set(NAMES[look], highlight);
    }
  }

  #collect(row: HTMLElement, ranges: ReadonlyMap<MarkLook, Range[]>): void {
    const unit = this.#surface.session.model.get(row.dataset['unit'] ?? '');
    if (unit === undefined) return;
    const marks = this.#marksOf(unit);
    for (const side of ['source', 'target'] as const) {
      const part = marks[side].length === 0 ? null : row.querySelector(`.${side}`);
      if (part === null) continue;
      for (const look of MARK_LOOKS) {
        const wanted = marks[side].filter((mark) => mark.look === look);
        if (wanted.length > 0) ranges.get(look)?.push(...contentRanges(part, wanted));
      }
    }
  }
}

/** The rows one sees of a view, top down; sections out of sight are not looked into. */
function* rowsIn(view: Element): Iterable<HTMLElement> {
  const outer = view.getBoundingClientRect();
  const isIn = ({ top, bottom }: DOMRect): boolean => bottom > outer.top && top < outer.bottom;
  for (const section of view.querySelectorAll('.section')) {
    if (!isIn(section.getBoundingClientRect())) continue;
    for (const row of section.children) if (row instanceof HTMLElement && isIn(row.getBoundingClientRect())) yield row;
  }
}
