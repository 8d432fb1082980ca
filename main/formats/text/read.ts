import { normalizeContent, textRun, type Content, type Run } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ImportReport } from '#shared/model/report.ts';
import { Tally } from '../common/tally.ts';
import { decodeText, type TextFile } from '../common/text-file.ts';
import type { ReadFile } from '../format.ts';

export interface TextBlock {
  readonly anchor: string;
  readonly container: string;
  readonly content: Content;
  readonly start: number;
  /** Before the line end of the last line. */
  readonly end: number;
  /** What stands before the first word of the first line. */
  readonly indent: string;
}

export interface TextModel {
  readonly file: TextFile;
  readonly lineEnd: string;
  /** A blank line parts paragraphs; otherwise each line is one. */
  readonly parted: boolean;
  readonly blocks: readonly TextBlock[];
  readonly byAnchor: ReadonlyMap<string, TextBlock>;
  readonly report: ImportReport;
}

const models = new WeakMap<Uint8Array, TextModel>();

/** Reads plain text as paragraphs. Throws fileTooLarge, notUtf8 for what is no text. */
export function readText(bytes: Uint8Array): ReadFile {
  const { blocks, report } = textModel(bytes);
  return {
    format: 'text',
    blocks: blocks.map(({ anchor, container, content }) => ({
      anchor,
      story: 'body',
      container,
      kind: 'paragraph',
      content,
    })),
    report,
  };
}

export function textModel(bytes: Uint8Array): TextModel {
  const known = models.get(bytes);
  if (known !== undefined) return known;
  const model = build(bytes);
  models.set(bytes, model);
  return model;
}

/** Lines that end a wrapped line by being long, not by being meant to. */
export const WRAPPED = { least: 60, most: 100 } as const;

/**
 * Whether a line goes on in the next: it is as long as wrapped lines are, does not end in blanks, and the next begins
 * with a letter or figure that is no item of a list.
 */
export function goesOn(line: string, next: string): boolean {
  if (line.length < WRAPPED.least || line.length > WRAPPED.most || /\s$/u.test(line)) return false;
  return /^[\p{L}\p{N}(«“"¿¡]/u.test(next) && !/^(?:\d+|\p{L})[.)]\s/u.test(next);
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function build(bytes: Uint8Array): TextModel {
  const file = decodeText(bytes);
  const { text } = file;
  if (text.includes('\u0000')) throw new AdaptaError('notUtf8', { encoding: 'binary' });
  const lines = linesOf(text);
  const parted = lines.some(
    (line, index) => isBlank(line) && index > 0 && lines.slice(index + 1).some((each) => !isBlank(each)),
  );
  const blocks: TextBlock[] = [];
  let numbers = 0;
  const tally = new Tally('text');
  let group: Line[] = [];
  const flush = (): void => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return;
    const indent = /^[^\S\n]*/u.exec(first.text)?.[0] ?? '';
    const content = contentOf(group, () => (numbers += 1));
    const end = last.start + last.text.trimEnd().length;
    const block = {
      anchor: `p${blocks.length + 1}`,
      container: 'body',
      content,
      start: first.start + indent.length,
      end,
      indent,
    };
    blocks.push(block);
    tally.countBlock({ content, kind: 'paragraph' });
    group = [];
  };
  for (const line of lines) {
    if (isBlank(line)) flush();
    else {
      group.push(line);
      if (!parted) flush();
    }
  }
  flush();
  return {
    file,
    lineEnd: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n',
    parted,
    blocks,
    byAnchor: new Map(blocks.map((block) => [block.anchor, block])),
    report: tally.report(bytes.length),
  };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const match of text.slice(start).matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/gu)) {
    if (match[0] === '' && start >= text.length) break;
    lines.push({ text: match[1] ?? '', start });
    start += match[0].length;
  }
  return lines;
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

/** Wrapped lines are one line of text; a line that was meant to end has a break behind it. */
function contentOf(lines: readonly Line[], number: () => number): Content {
  const runs: Run[] = [];
  for (const [index, { text }] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      if (goesOn(before.text, text)) runs.push(textRun(' '));
      else runs.push({ placeholder: number(), kind: 'break', label: '\n' });
    }
    const line = index === 0 ? text.trimStart() : text;
    runs.push(textRun(line.trimEnd()));
  }
  return normalizeContent(runs);
}
