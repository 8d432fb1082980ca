import type { Mark } from '#shared/model/content.ts';

/** Elements of HTML that are marks; XLIFF's `fs:fs` names looks by the same elements (format style module, 2.1). */
export const MARK_OF: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};
