import { useEffect, useMemo, useState } from 'react';
import { PRESENTATION_FORMATS, type SlideFacts } from '#shared/model/slides.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useSession } from '#renderer/app/session.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';

/** A slide with the first unit on it, where clicking on it leads. */
export interface PlacedSlide extends SlideFacts {
  /** Absent when nothing on the slide is text. */
  readonly first?: string;
  /** Index of that unit in the document. */
  readonly from: number;
  /** The unit that names the slide: its title, else the first one. */
  readonly title?: string;
}

const NONE: { readonly slides: readonly SlideFacts[]; readonly canBeDrawn: boolean } = {
  slides: [],
  canBeDrawn: false,
};

export interface PlacedSlides {
  readonly slides: readonly PlacedSlide[];
  /** Whether something on this computer draws what is on them. */
  readonly canBeDrawn: boolean;
}

/** The slides of the open document; none when it is no presentation. */
export function useSlides(): PlacedSlides {
  const { transport } = useSession();
  const workbench = useWorkbench();
  const { model } = workbench.session;
  const { findings } = workbench.knowledge;
  const [{ slides, canBeDrawn }, setRead] = useState(NONE);
  const total = useBench((state) => state.total);
  const format = useLibrary(({ library }) => library?.documents.find(({ id }) => id === model.document)?.format ?? '');
  const isPresentation = PRESENTATION_FORMATS.includes(format);
  useEffect(() => {
    if (!isPresentation) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        const answer = await transport.client.imports.slides({ document: model.document });
        if (!wanted) return;
        setRead(answer);
        findings.setSlides(answer.slides);
      } catch (thrown) {
        const error = asAdaptaError(thrown);
        if (wanted && error.code !== 'engineGone' && error.code !== 'cancelled') toastError(error);
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [transport, model, findings, isPresentation]);
  return useMemo(
    () => ({ slides: total === 0 ? [] : placed(slides, model.units()), canBeDrawn }),
    [slides, canBeDrawn, model, total],
  );
}

/** Each slide with its first unit; one without any stands where the one before it does. */
function placed(slides: readonly SlideFacts[], units: Iterable<UnitRecord>): readonly PlacedSlide[] {
  if (slides.length === 0) return [];
  const firsts = new Map<string, { readonly id: string; readonly index: number; readonly title: string }>();
  const titled = new Set<string>();
  let index = 0;
  for (const { id, kind, placement } of units) {
    const story = placement.container.split('/', 1)[0] ?? '';
    const first = firsts.get(story);
    if (first === undefined) firsts.set(story, { id, index, title: id });
    else if (kind === 'heading' && !titled.has(story)) firsts.set(story, { ...first, title: id });
    if (kind === 'heading') titled.add(story);
    index += 1;
  }
  const out: PlacedSlide[] = [];
  for (const slide of slides) {
    const first = firsts.get(slide.story);
    const from = first?.index ?? out.at(-1)?.from ?? 0;
    out.push({ ...slide, from, ...(first === undefined ? {} : { first: first.id, title: first.title }) });
  }
  return out;
}
