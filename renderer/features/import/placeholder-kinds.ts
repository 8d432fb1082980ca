import type { PlaceholderKind } from '#shared/model/content.ts';

const KINDS: Readonly<Record<PlaceholderKind, true>> = {
  image: true,
  field: true,
  noteRef: true,
  break: true,
  tab: true,
  open: true,
  close: true,
  textBox: true,
  equation: true,
  hidden: true,
  symbol: true,
  object: true,
  comment: true,
  bookmark: true,
  value: true,
};

/** Whether a name of a report is a kind the interface has a word for. */
export function isPlaceholderKind(name: string): name is PlaceholderKind {
  return Object.hasOwn(KINDS, name);
}
