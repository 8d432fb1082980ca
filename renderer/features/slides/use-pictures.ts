import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Client } from '#shared/contract/index.ts';
import { useClient } from '#renderer/app/session.ts';
import { runningJob, useJobs } from '#renderer/features/jobs/jobs-store.ts';
import type { Pages } from './draw-pages.ts';

/** Dots of a picture: the strip's width on a screen of two dots a pixel. */
const WIDTH = 440;

/** The pictures of a presentation's slides, each drawn when it is first wanted, one after the other. */
export class SlidePictures {
  readonly #pages: Pages;
  readonly #drawn = new Map<number, string>();
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** The address of a picture drawn already. */
  drawn(slide: number): string | null {
    return this.#drawn.get(slide) ?? null;
  }

  /** Null when `wanted` no longer holds at its turn, or the slide cannot be drawn. */
  async draw(slide: number, wanted: () => boolean): Promise<string | null> {
    const turn = this.#turn.then(async () => {
      if (this.#closed || !wanted()) return null;
      const address = this.#drawn.get(slide) ?? URL.createObjectURL(await this.#pages.draw(slide, WIDTH));
      this.#drawn.set(slide, address);
      if (this.#closed) URL.revokeObjectURL(address);
      return address;
    });
    const safe = turn.catch(() => null);
    this.#turn = safe;
    return await safe;
  }

  close(): void {
    this.#closed = true;
    this.#pages.close();
    for (const address of this.#drawn.values()) URL.revokeObjectURL(address);
  }
}

/**
 * The pictures, once they are there; null until then and where nothing draws them. Drawing ends with the view that asked
 * for it. That it failed is told in the list of tasks alone: the boxes are there, and nobody asked for more.
 */
export function usePictures(document: string, count: number, canBeDrawn: boolean): SlidePictures | null {
  const client = useClient();
  const [pictures, setPictures] = useState<SlidePictures | null>(null);
  useEffect(() => {
    if (!canBeDrawn) return undefined;
    let wanted = true;
    let asking = true;
    let made: SlidePictures | null = null;
    const draw = async (): Promise<void> => {
      try {
        const { pdf } = await client.imports.slidePictures({ document });
        asking = false;
        if (!wanted) return;
        const { openPages } = await import('./draw-pages.ts');
        const pages = await openPages(pdf);
        // A page for each slide, or one could not say which is which.
        if (!wanted || pages.count !== count) pages.close();
        else setPictures((made = new SlidePictures(pages)));
      } catch {
        asking = false;
      }
    };
    void draw();
    return () => {
      wanted = false;
      if (asking) stopDrawing(client);
      made?.close();
      setPictures(null);
    };
  }, [client, document, count, canBeDrawn]);
  return pictures;
}

function stopDrawing(client: Client): void {
  const job = runningJob(useJobs.getState().jobs, 'imports.slidePictures');
  if (job !== undefined) client.jobs.cancel({ job: job.id }).catch(() => {});
}

/** The picture of one slide, asked for when its item first comes near what is seen. */
export function usePicture(
  slide: number,
  pictures: SlidePictures | null,
  item: RefObject<HTMLElement | null>,
): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const near = useRef(false);
  useEffect(() => {
    if (pictures === null || item.current === null) return undefined;
    const draw = async (): Promise<void> => {
      const drawn = await pictures.draw(slide, () => near.current);
      if (drawn !== null) setAddress(drawn);
    };
    const watch = new IntersectionObserver(
      (entries) => {
        near.current = entries.some(({ isIntersecting }) => isIntersecting);
        if (near.current && pictures.drawn(slide) === null) void draw();
      },
      { rootMargin: '200px' },
    );
    watch.observe(item.current);
    return () => {
      near.current = false;
      watch.disconnect();
      setAddress(null);
    };
  }, [slide, pictures, item]);
  return address;
}
