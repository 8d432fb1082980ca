import { descendants, type XmlElement } from '../package/xml.ts';

/** What is made anew from the rest of the document (ODF 1.3 part 3, chapter 8). */
export const INDEXES: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
]);

const TITLES = new Set(['text:index-title']);
const TEMPLATES = new Set(['text:index-title-template']);

/** The title of an index, which people write, and the template it is made from when the index is made anew. */
export function indexTitle(index: XmlElement): { title: XmlElement; template: XmlElement | undefined } | undefined {
  const body = index.child('text:index-body');
  const [title] = body === undefined ? [] : descendants(body, TITLES);
  if (title === undefined) return undefined;
  const [template] = descendants(index, TEMPLATES);
  return { title, template: template?.contentEnd === template?.end ? undefined : template };
}
