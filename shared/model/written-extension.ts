/** Macros are never written back (trust.md), so the name must not promise them. */
const WITHOUT_MACROS: Readonly<Record<string, string>> = {
  docm: 'docx',
  dotm: 'dotx',
  pptm: 'pptx',
  ppsm: 'ppsx',
  potm: 'potx',
};

/**
 * What the name of a written file ends with (lower case, no dot): as that of the file it is written into; `format` where
 * that name has none.
 */
export function writtenExtension(name: string, format: string): string {
  const own = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase();
  return own === undefined ? format : (WITHOUT_MACROS[own] ?? own);
}
