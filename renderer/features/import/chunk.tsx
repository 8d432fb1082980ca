import { useEffect, useRef, useState, type ReactNode } from 'react';

/** px; a guess until a chunk has been drawn once. */
const ROW_GUESS = 56;
/** How far outside the view lines are drawn already. */
const AHEAD = '1200px 0px';

/**
 * Lines drawn only near the view: twelve thousand of them cost as much as a few hundred. Away from it an empty box of
 * the same height keeps the scroll track honest. `forced` draws it anyway (the cursor is in it).
 */
export function Chunk({
  forced,
  count,
  children,
}: {
  readonly forced: boolean;
  readonly count: number;
  readonly children: () => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { root: element.closest('.frame-main'), rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const drawn = near || forced;
  return (
    <div ref={box} {...{ role: 'rowgroup' }} style={drawn ? {} : { blockSize: height ?? count * ROW_GUESS }}>
      {drawn ? children() : null}
    </div>
  );
}
