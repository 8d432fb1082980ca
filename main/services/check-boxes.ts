import { PRESENTATION_FORMATS, type SlideBox } from '#shared/model/slides.ts';
import type { ServiceDeps } from './deps.ts';
import { filesOf } from './export-order.ts';

/** The boxes of a document's slides by their container; none of a document that has no slides. */
export type BoxesOf = (document: string) => ReadonlyMap<string, SlideBox> | undefined;

/** Reads the slides of the presentations among documents. Throws what reading a file throws. */
export async function readBoxes(
  { store, office }: Pick<ServiceDeps, 'store' | 'office'>,
  documents: readonly string[],
  signal: AbortSignal,
): Promise<BoxesOf> {
  const byDocument = new Map<string, ReadonlyMap<string, SlideBox>>();
  for (const document of documents) {
    const { skeleton } = filesOf(store, document);
    if (!PRESENTATION_FORMATS.includes(skeleton.format)) continue;
    const slides = await office.slides(skeleton.format, await store.files.get(skeleton.sha256), signal);
    byDocument.set(document, new Map(slides.flatMap(({ boxes }) => boxes.map((box) => [box.container, box]))));
  }
  return (document) => byDocument.get(document);
}
