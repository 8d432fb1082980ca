import type { FileGrant } from '#renderer/app/session.ts';

export interface Sides {
  readonly source: FileGrant | null;
  readonly received: FileGrant | null;
}

const SPANISH = /(^|[^a-z])(es|esp|spa|español|espanol|spanish|castellano|traducci[oó]n|traducido)([^a-z]|$)/iu;

/** Which of one or two files is the original, by their names; people can swap them. */
export function guessSides(files: readonly FileGrant[]): Sides {
  const [first = null, second = null] = files;
  if (first === null || second === null) return { source: first, received: null };
  return SPANISH.test(first.name) && !SPANISH.test(second.name)
    ? { source: second, received: first }
    : { source: first, received: second };
}
