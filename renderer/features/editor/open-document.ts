import type { Client } from '#shared/contract/index.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { lastPlace } from './last-place.ts';
import { settled } from './leaving.ts';
import type { Workbench } from './workbench.ts';

const FIRST_SCREEN = 100;
/** Large: each page costs the engine the reading order of the whole document. */
const PAGE = 10_000;

/**
 * Reads the document into the workbench: the first screen at once, the rest page by page, drawn in between. Nothing is
 * written before all is read, so that pages and edits cannot overtake each other.
 */
export async function openDocument(client: Client, workbench: Workbench, signal: AbortSignal): Promise<void> {
  const { session, surface, store } = workbench;
  const { document } = session.model;
  const release = session.queue.hold();
  try {
    await settled();
    const first = await client.units.page({ document, from: 0, count: FIRST_SCREEN });
    if (signal.aborted) return;
    session.model.append(first.units, first.blocks);
    surface.sections.append(session.model.order, FIRST_SCREEN);
    store.setState({ phase: 'open', total: first.total });
    // The caret is in the text from the start; a click meant for the list before must not decide where.
    const place = lastPlace(document);
    const [top] = session.model.order;
    workbench.go(place !== undefined && session.model.get(place) !== undefined ? place : top);
    for (let from = first.units.length; from < first.total; from += PAGE) {
      const page = await client.units.page({ document, from, count: PAGE });
      if (signal.aborted) return;
      const known = session.model.size;
      session.model.append(page.units, page.blocks);
      surface.sections.append(session.model.order.slice(known), 0);
    }
    // Further down than the first screen reached; unless someone went elsewhere meanwhile.
    if (place !== undefined && surface.active === top && session.model.get(place) !== undefined) workbench.go(place);
    workbench.raiseVersion();
    surface.sections.fillInBackground(() => store.setState({ complete: true }));
  } catch (thrown) {
    if (!signal.aborted) store.setState({ phase: 'failed', error: asAdaptaError(thrown) });
  } finally {
    release();
  }
}
