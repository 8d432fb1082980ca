import {
  isText,
  NEW_BREAK,
  NEW_TAB,
  normalizeContent,
  textRun,
  type Content,
  type Mark,
  type PlaceholderRun,
  type Run,
} from '#shared/model/content.ts';
import { fromPlainText } from '#shared/model/plain-text.ts';
import { keepLooks } from './keep-looks.ts';

const TOKEN = /⟦⟦|⟦(-?\d+)⟧|[^⟦]|⟦/gu;

/**
 * A text that came back from where only text and marks are known, as content of its unit: `⟦n⟧` in it are placeholders again,
 * marks are as they came back, links and formats stay with the words that have them `before`. `known` are the placeholders
 * that may be used; one that is not among them stays the text it is.
 */
export function returnedContent(before: Content, told: Content, known: readonly PlaceholderRun[]): Content {
  const { text, marks } = spelled(told, before, known);
  const read = fromPlainText(text, known);
  if ('unknown' in read) return returnedContent(before, quoted(told, read.unknown), known);
  return withMarks(keepLooks(before, read.content), marks);
}

/** As plain text, with the marks at each position of the content it will be; breaks and tabs are numbers again. */
function spelled(
  told: Content,
  before: Content,
  known: readonly PlaceholderRun[],
): { readonly text: string; readonly marks: readonly (readonly Mark[])[] } {
  const own = [...before, ...known];
  const marks: (readonly Mark[])[] = [];
  const used = new Set<number>();
  let text = '';
  for (const run of told) {
    if (isText(run)) {
      const composed = run.text.normalize('NFC');
      text += composed;
      for (const [token] of composed.matchAll(TOKEN)) {
        const positions = token.startsWith('⟦') ? 1 : token.length;
        for (let index = 0; index < positions; index += 1) marks.push(run.marks);
      }
    } else {
      const same = own.find(
        (each) => !isText(each) && each.kind === run.kind && each.placeholder > 0 && !used.has(each.placeholder),
      );
      const id = same === undefined || isText(same) ? (run.kind === 'tab' ? NEW_TAB : NEW_BREAK) : same.placeholder;
      used.add(id);
      text += `⟦${id}⟧`;
      marks.push([]);
    }
  }
  return { text, marks };
}

/** What looks like a placeholder of that number, as the text it is. */
function quoted(told: Content, id: number): Content {
  return told.map((run) => (isText(run) ? { ...run, text: run.text.replaceAll(`⟦${id}⟧`, `⟦⟦${id}⟧`) } : run));
}

function withMarks(content: Content, marks: readonly (readonly Mark[])[]): Content {
  let at = 0;
  return normalizeContent(
    content.flatMap((run): readonly Run[] => {
      const from = at;
      at += isText(run) ? run.text.length : 1;
      if (!isText(run)) return [run];
      const { text, marks: _marks, ...look } = run;
      return Array.from({ length: text.length }, (_, index) =>
        textRun(text.charAt(index), marks[from + index] ?? [], look),
      );
    }),
  );
}
