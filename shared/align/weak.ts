import type { Link } from './block.ts';

/** Links of this confidence and more are accepted as a whole; the rest is shown to a person. */
export const ACCEPT_THRESHOLD = 0.9;

/** Positions in `links` of those a person should look at, in order. */
export function weakLinks(links: readonly Link[], threshold: number = ACCEPT_THRESHOLD): readonly number[] {
  return links.flatMap((link, index) => (link.confidence < threshold ? [index] : []));
}
