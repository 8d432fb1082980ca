import { useEffect, useRef, type RefObject } from 'react';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { FindingBook } from '#renderer/features/findings/finding-book.ts';
import { useWorkbench } from './workbench-context.ts';

/** The colour of a unit in the strip; most are none. Later ones win where several share a line of pixels. */
function hueOf(unit: UnitRecord): string | null {
  if (unit.stale) return '--danger';
  if (unit.status === 'untranslated' && unit.mode !== 'omitted') return '--status-untranslated';
  if (unit.mode === 'adapted') return '--mode-adapted';
  if (unit.mode === 'added') return '--mode-added';
  return unit.mode === 'omitted' ? '--mode-omitted' : null;
}

/** The colour of a unit's gravest finding. */
function findingHue(unit: UnitRecord, findings: FindingBook): string | null {
  const open = findings.known(unit.id);
  if (open.length === 0) return null;
  return open.some(({ severity }) => severity === 'error') ? '--danger' : '--warn';
}

/**
 * Where in the whole document units are untranslated, adapted, added, omitted or stale, and in its outer half where findings are:
 * one canvas beside the scroll track. A click goes there. Filters and panel say the same to those who do not see it.
 */
export function OverviewStrip({ scroll }: { readonly scroll: RefObject<HTMLElement | null> }) {
  const workbench = useWorkbench();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const { findings } = workbench.knowledge;
    const paint = (): void => draw(element, [...workbench.session.model.units()], findings);
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', paint);
    const stop = workbench.store.subscribe((state, before) => {
      if (state.version !== before.version || state.complete !== before.complete) paint();
    });
    // Once all is checked: while it is, there is news five times a second.
    const stopFindings = findings.subscribe(() => {
      if (findings.complete) paint();
    });
    return () => {
      stop();
      stopFindings();
      observer.disconnect();
      scheme.removeEventListener('change', paint);
    };
  }, [workbench]);

  const jump = (event: React.MouseEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined) return;
    const share = (event.clientY - box.top) / box.height;
    const unit = workbench.session.model.at(Math.floor(share * workbench.session.model.size));
    if (unit !== undefined) workbench.surface.reveal(unit.id);
    scroll.current?.focus();
  };
  return <canvas className="strip" ref={canvas} aria-hidden="true" onClick={jump} />;
}

function draw(canvas: HTMLCanvasElement, units: readonly UnitRecord[], findings: FindingBook): void {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null || units.length === 0) return;
  const colours = new Map<string, string>();
  const line = Math.max(2 * scale, canvas.height / units.length);
  const mark = (hue: string | null, index: number, left: number): void => {
    if (hue === null) return;
    const colour = colours.get(hue) ?? colourOf(canvas, hue);
    colours.set(hue, colour);
    pen.fillStyle = colour;
    pen.fillRect(left, (index / units.length) * canvas.height, canvas.width - left, line);
  };
  for (const [index, unit] of units.entries()) {
    mark(hueOf(unit), index, 0);
    mark(findingHue(unit, findings), index, canvas.width / 2);
  }
}

/** Tokens are light-dark() pairs: the canvas takes the colour the element itself would have. */
function colourOf(canvas: HTMLCanvasElement, token: string): string {
  canvas.style.color = `var(${token})`;
  return getComputedStyle(canvas).color;
}
