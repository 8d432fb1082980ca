import { memo, useEffect, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideBox } from '#shared/model/slides.ts';
import { wordsOf } from '#renderer/features/editor/headings.ts';
import { useActiveUnitLater, useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { overflows } from './overflow.ts';
import { usePicture, usePictures, type SlidePictures } from './use-pictures.ts';
import type { PlacedSlide, PlacedSlides } from './use-slides.ts';
import './slides.css';

/** Every slide with its boxes drawn, over its picture where there is one; the one of the row one is in marked, and its box too. */
export function SlideStrip({ slides, canBeDrawn }: PlacedSlides) {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const active = useBench((state) => state.active);
  const unit = useActiveUnitLater();
  const version = useBench((state) => state.version);
  const complete = useBench((state) => state.complete);
  const index = active === null ? -1 : workbench.session.model.indexOf(active);
  const current = slides.findLast(({ from, first }) => first !== undefined && from <= index)?.number;
  const pictures = usePictures(workbench.session.model.document, slides.length, canBeDrawn);
  return (
    <div className="slide-strip">
      <h2 className="outline-title">{t('slides.title')}</h2>
      <ol className="slide-list">
        {slides.map((slide) => (
          <SlideItem
            key={slide.number}
            slide={slide}
            current={slide.number === current}
            container={slide.number === current ? (unit?.placement.container ?? '') : ''}
            workbench={workbench}
            pictures={pictures}
            // Texts of the other slides stay as they are while one writes on this one.
            version={slide.number === current ? version : Number(complete)}
          />
        ))}
      </ol>
    </div>
  );
}

const SlideItem = memo(function SlideItem({
  slide,
  current,
  container,
  workbench,
  pictures,
  version,
}: {
  readonly slide: PlacedSlide;
  readonly current: boolean;
  /** Of the row one is in, when it is on this slide. */
  readonly container: string;
  readonly workbench: Workbench;
  readonly pictures: SlidePictures | null;
  /** Raised when texts on the slide may have changed. */
  readonly version: number;
}) {
  const { t } = useTranslation('editor');
  const full = useFullBoxes(slide, workbench, version);
  const button = useInView(current);
  const { number, first, hidden, width, height, boxes } = slide;
  const picture = usePicture(number, pictures, button);
  const title = useTitle(slide, workbench, version);
  return (
    <li className="slide-item">
      <button
        ref={button}
        type="button"
        className="slide-button"
        aria-current={current ? 'true' : undefined}
        aria-disabled={first === undefined}
        onClick={() => workbench.go(first)}
      >
        <span className="visually-hidden">{t('slides.slide', { number })}</span>
        <span className="slide-number" aria-hidden="true">
          {number}
        </span>
        <svg
          className="slide"
          viewBox={`0 0 ${width} ${height}`}
          data-hidden={hidden}
          data-drawn={picture !== null}
          aria-hidden="true"
        >
          <rect className="slide-paper" width={width} height={height} />
          {picture === null ? null : <image href={picture} width={width} height={height} preserveAspectRatio="none" />}
          {boxes.map((box, at) => (
            // Boxes never change while the document is open: their place in the list is their identity.
            <SlideBoxShape
              key={`${box.container} ${at}`}
              box={box}
              active={holds(box, container)}
              full={full.has(box)}
            />
          ))}
        </svg>
        {title === '' ? null : <span className="slide-note slide-title">{title}</span>}
        {hidden ? <span className="slide-note">{t('slides.isHidden')}</span> : null}
        {full.size === 0 ? null : (
          <span className="slide-note slide-full">
            <Icon name="warning" size={14} /> {t('slides.overflow', { count: full.size })}
          </span>
        )}
      </button>
    </li>
  );
});

/** Brings the item of the slide one is on into view, the focus staying where it is. */
function useInView(current: boolean): RefObject<HTMLButtonElement | null> {
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return item;
}

/** What the slide is called: pictures of boxes alone look alike. */
function useTitle({ title }: PlacedSlide, { session: { model } }: Workbench, version: number): string {
  return useMemo(() => {
    const unit = title === undefined || version < 0 ? undefined : model.get(title);
    return unit === undefined ? '' : wordsOf(unit, model).replaceAll(/\s+/gu, ' ');
  }, [title, model, version]);
}

/** The boxes of a slide whose text no longer fits. */
function useFullBoxes(slide: PlacedSlide, workbench: Workbench, version: number): ReadonlySet<SlideBox> {
  return useMemo(() => {
    const { model } = workbench.session;
    // Texts are not part of the slide: the version says when to look again.
    if (version < 0) return new Set();
    return new Set(slide.boxes.filter((box) => overflows(box, model.inContainer(box.container), model)));
  }, [slide, workbench, version]);
}

function SlideBoxShape({
  box,
  active,
  full,
}: {
  readonly box: SlideBox;
  readonly active: boolean;
  readonly full: boolean;
}) {
  const { x, y, width, height, rotation = 0, what } = box;
  const transform = rotation === 0 ? undefined : `rotate(${rotation} ${x + width / 2} ${y + height / 2})`;
  const place = { x, y, width, height, rx: 1, transform };
  return (
    <>
      {active || full ? <rect className="slide-halo" {...place} /> : null}
      <rect className="slide-box" data-what={what} data-active={active} data-full={full} {...place} />
    </>
  );
}

function holds({ container: own }: SlideBox, container: string): boolean {
  return container !== '' && (container === own || container.startsWith(`${own}/`) || isCell(own, container));
}

/** A table's box is named by what its cells' names begin with. */
function isCell(table: string, container: string): boolean {
  return container.startsWith(table) && /^r\d+c\d+/u.test(container.slice(table.length));
}
