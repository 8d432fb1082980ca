import { isText, type Content } from '#shared/model/content.ts';

const BEFORE = /(?:[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}\uFFFC]+|\uFFFC)?\s*$/u;
const AFTER = /^\s*(?:[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}\uFFFC]+|\uFFFC)?/u;

/** The content position Ctrl+Backspace or Ctrl+Delete reaches from `at`; a placeholder is a word of its own. */
export function wordEdge(content: Content, at: number, backward: boolean): number {
  const text = content.map((run) => (isText(run) ? run.text : '\uFFFC')).join('');
  if (backward) return at - Math.max(1, BEFORE.exec(text.slice(0, at))?.[0].length ?? 1);
  return at + Math.max(1, AFTER.exec(text.slice(at))?.[0].length ?? 1);
}
