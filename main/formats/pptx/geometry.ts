import type { XmlElement } from '../package/xml.ts';

/** A place on the slide in EMU, turned clockwise by degrees. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}

/** How the space inside groups lies on the slide (20.1.7.6). */
export interface Space {
  place(frame: Frame): Frame;
}

export const SLIDE_SPACE: Space = { place: (frame) => frame };

const EMU_PER_MM = 36_000;
const FULL_TURN = 21_600_000;

/** EMU as millimetres, to the hundredth. */
export function millimetres(emu: number): number {
  return Math.round((emu / EMU_PER_MM) * 100) / 100;
}

/** A whole number from an attribute; EMU may also be written with a unit (22.9.2.15). */
export function emu(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/u.exec(value ?? '') ?? [];
  if (number === undefined) return undefined;
  const size = Number(number) * (UNITS[unit] ?? 1);
  return Number.isFinite(size) && Math.abs(size) < 1e10 ? size : undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  mm: EMU_PER_MM,
  cm: 360_000,
  in: 914_400,
  pt: 12_700,
  pc: 152_400,
  pi: 152_400,
};

/** What an `a:xfrm` or `p:xfrm` says; undefined when it says no place. */
export function frameOf(xfrm: XmlElement | undefined): Frame | undefined {
  return xfrm === undefined ? undefined : between(xfrm, 'a:off', 'a:ext');
}

function between(xfrm: XmlElement, from: string, size: string): Frame | undefined {
  const offset = xfrm.child(from)?.attributes;
  const extent = xfrm.child(size)?.attributes;
  const [x, y] = [emu(offset?.['x']), emu(offset?.['y'])];
  const [width, height] = [emu(extent?.['cx']), emu(extent?.['cy'])];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  const turn = Number(xfrm.attributes['rot'] ?? 0);
  const rotation = Number.isFinite(turn) ? (((turn % FULL_TURN) + FULL_TURN) % FULL_TURN) / 60_000 : 0;
  return { x, y, width, height, rotation };
}

/** The space inside a group, which is stretched, moved and turned as the group is. */
export function insideGroup(xfrm: XmlElement | undefined, outer: Space): Space {
  const own = frameOf(xfrm);
  const inner = xfrm === undefined ? undefined : between(xfrm, 'a:chOff', 'a:chExt');
  if (own === undefined || inner === undefined) return outer;
  const [scaleX, scaleY] = [ratio(own.width, inner.width), ratio(own.height, inner.height)];
  return {
    place(frame) {
      const width = frame.width * scaleX;
      const height = frame.height * scaleY;
      const x = own.x + (frame.x - inner.x) * scaleX;
      const y = own.y + (frame.y - inner.y) * scaleY;
      const centre = turned({ x: x + width / 2, y: y + height / 2 }, own);
      const rotation = (frame.rotation + own.rotation) % 360;
      return outer.place({ x: centre.x - width / 2, y: centre.y - height / 2, width, height, rotation });
    },
  };
}

function ratio(own: number, inner: number): number {
  return inner === 0 ? 1 : own / inner;
}

function turned(point: { x: number; y: number }, around: Frame): { x: number; y: number } {
  if (around.rotation === 0) return point;
  const angle = (around.rotation * Math.PI) / 180;
  const [centreX, centreY] = [around.x + around.width / 2, around.y + around.height / 2];
  const [dx, dy] = [point.x - centreX, point.y - centreY];
  return {
    x: centreX + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: centreY + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}
