import type { ChangeNotice } from '#renderer/editor/model/edit-session.ts';
import type { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';
import type { FindingBook } from '#renderer/features/findings/finding-book.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { applyFilter } from './filter.ts';
import { headingsOf } from './headings.ts';
import type { Filter, WorkbenchStore } from './workbench-store.ts';

const VERSION_PAUSE = 200;
/** Panel, bar and status line follow what is typed once the hand rests: a key's own frame is for the text. */
const TYPING_PAUSE = 160;

/** Tells the parts around the text what changed in it, each no more often than it can bear. */
export class ChangeWatch {
  readonly #surface: EditorSurface;
  readonly #store: WorkbenchStore;
  readonly #findings: FindingBook;
  #versionTimer: ReturnType<typeof setTimeout> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(surface: EditorSurface, store: WorkbenchStore, findings: FindingBook) {
    this.#surface = surface;
    this.#store = store;
    this.#findings = findings;
  }

  stop(): void {
    clearTimeout(this.#versionTimer);
    clearTimeout(this.#typingTimer);
  }

  heard({ changes, origin }: ChangeNotice): void {
    const { active, filter } = this.#store.getState();
    const wide = changes.some(isWide);
    if (changes.some(({ unit }) => unit === active)) this.#raiseActive(origin === 'typed' && !wide);
    if (wide) this.raiseVersion(filter);
  }

  #raiseActive(later: boolean): void {
    clearTimeout(this.#typingTimer);
    const raise = (): void => this.#store.setState(({ activeVersion }) => ({ activeVersion: activeVersion + 1 }));
    if (later) this.#typingTimer = setTimeout(raise, TYPING_PAUSE);
    else raise();
  }

  /** Tells the parts that look at the whole document; gathered, as a run of changes is one to them. */
  raiseVersion(filter: Filter = 'all'): void {
    this.#versionTimer ??= setTimeout(() => {
      this.#versionTimer = undefined;
      const { version, headings } = this.#store.getState();
      const { model } = this.#surface.session;
      this.#store.setState({ version: version + 1, total: model.size, headings: headingsOf(model, headings) });
      if (filter !== 'all') this.#store.setState({ shown: applyFilter(this.#surface, filter, this.#findings) });
    }, VERSION_PAUSE);
  }
}

/** Whether a change is seen beyond the row it is in: structure, status, mode, headings. */
function isWide({ before, after }: UnitChange): boolean {
  return (
    before === null ||
    after === null ||
    before.status !== after.status ||
    before.mode !== after.mode ||
    before.stale !== after.stale ||
    before.audience !== after.audience ||
    before.placement !== after.placement ||
    after.kind === 'heading'
  );
}
