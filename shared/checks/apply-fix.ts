import {
  contentLength,
  isText,
  normalizeContent,
  sliceContent,
  textRun,
  type Content,
  type Run,
} from '#shared/model/content.ts';
import type { Replacement } from './check.ts';

/**
 * The content with a finding's fix applied. Marks, links and formats stay with the text around: what is put in looks like
 * what it replaces, or like what stands before it. Placeholders inside a replaced stretch are kept, behind the new text.
 * Replacements outside the content change nothing.
 */
export function applyFix(content: Content, fix: readonly Replacement[]): Content {
  const length = contentLength(content);
  const out: Run[] = [];
  let at = 0;
  for (const { from, to, text } of fix.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to > length || to < from) continue;
    out.push(...sliceContent(content, at, from), ...dressed(content, from, to, text));
    out.push(...sliceContent(content, from, to).filter((run) => !isText(run)));
    at = to;
  }
  out.push(...sliceContent(content, at));
  return normalizeContent(out);
}

function dressed(content: Content, from: number, to: number, text: string): Content {
  if (text === '') return [];
  const inside = to > from ? sliceContent(content, from, to).find(isText) : undefined;
  if (inside !== undefined) return [textRun(text, inside.marks, inside)];
  const before = sliceContent(content, Math.max(0, from - 1), from).find(isText);
  const after = sliceContent(content, from, from + 1).find(isText);
  const look = before ?? after;
  if (look === undefined) return [textRun(text)];
  const { link, ...unlinked } = look;
  return [textRun(text, look.marks, link !== undefined && before?.link === after?.link ? look : unlinked)];
}
