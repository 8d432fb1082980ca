import { AdaptaError } from '#shared/model/errors.ts';

/**
 * What makes a table's rows known again, as hidden text of the document: it survives Word and LibreOffice, tracked changes,
 * sorting and deleted rows, and asks for no record of what went out.
 */
const DOCUMENT = 'adapta:document:';

export function documentMark(id: string): string {
  return `${DOCUMENT}${id}`;
}

export function rowMark(unit: string, version: string): string {
  return `{${unit}|${version}}`;
}

/** The document that text with a {@link documentMark} names. Throws notReturned. */
export function documentIn(text: string): string {
  const id = new RegExp(`${DOCUMENT}([\\w.-]+)`, 'u').exec(text)?.[1];
  if (id === undefined) throw new AdaptaError('notReturned');
  return id;
}

export function rowIn(text: string): { readonly unit: string; readonly version: string } | null {
  const found = /\{([\w.-]+)\|([\w.-]*)\}/u.exec(text);
  return found === null ? null : { unit: found[1] as string, version: found[2] as string };
}
