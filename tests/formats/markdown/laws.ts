import { markdownFormat } from '#main/formats/markdown/index.ts';
import { decodeText } from '#main/formats/common/text-file.ts';
import type { ReadFile } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { checkFlat, type FlatRig } from '#tests/formats/flat/check.ts';
import type { CheckOptions, Verdict } from '#tests/formats/laws/trial.ts';
import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { walkWords } from './walk.ts';

/** Law 1: the words of the units are those of the source without its signs, code, raw HTML and front matter. */
export function textLaw(bytes: Uint8Array, file: ReadFile): readonly Failure[] {
  const page = walkWords(decodeText(bytes).text);
  const read = file.blocks
    .map(({ content }) => content.map((run) => (isText(run) ? run.text : ' ')).join(''))
    .join(' ');
  const words = new Set(read.match(/[\p{L}\p{N}]{4,}/gu));
  const missing = page.filter((word) => !words.has(word));
  return missing.length === 0 ? [] : [{ law: 'text', code: 'missing', detail: clip(missing.join(' '), 200) }];
}

/** Markdown cannot mark the blanks at the ends of marked text. */
export function withPlainBlanks(content: Content): Content {
  return content.flatMap((run): Content => {
    if (!isText(run) || run.marks.length === 0 || run.format !== undefined) return [run];
    const [, before = '', inside = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(run.text) ?? [];
    const link = run.link === undefined ? {} : { link: run.link };
    return [textRun(before, [], link), { ...run, text: inside }, textRun(after, [], link)];
  });
}

/** Containers that hold one text whatever is asked. */
export function isFixed(_container: string, kind: string): boolean {
  return kind === 'altText' || kind === 'tableCell';
}

const RIG: FlatRig = {
  format: markdownFormat,
  isFixed,
  text: textLaw,
  shown: withPlainBlanks,
  extension: 'md',
};

/** Tries every law on one file. Never throws: what breaks is a failure. */
export function checkFile(path: string, options?: CheckOptions): Promise<Verdict> {
  return checkFlat(RIG, path, options);
}
