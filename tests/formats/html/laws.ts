import { htmlFormat } from '#main/formats/html/index.ts';
import { decodeHtml } from '#main/formats/html/charset.ts';
import type { ReadFile } from '#main/formats/format.ts';
import { isText } from '#shared/model/content.ts';
import { checkFlat, type FlatRig } from '#tests/formats/flat/check.ts';
import type { CheckOptions, Verdict } from '#tests/formats/laws/trial.ts';
import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { walkText } from './walk.ts';

function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u0000]+/gu, '');
}

/** Law 1: the words of all units and placeholders are those outside the tags, in their order. */
export function textLaw(bytes: Uint8Array, file: ReadFile): readonly Failure[] {
  const page = bare(walkText(decodeHtml(bytes).text));
  let at = titleOf(file).length;
  for (const block of file.blocks) {
    if (block.kind === 'altText' || block.story === 'head') continue;
    for (const run of block.content) {
      const text = bare(isText(run) ? run.text : run.label);
      if (isText(run)) {
        const found = page.startsWith(text, at);
        if (!found && !(mayLeaveOut(file) && page.includes(text, at))) return [failure(page, at, text)];
        at = page.indexOf(text, at) + text.length;
      } else if (!['open', 'close', 'image'].includes(run.kind) && text !== '' && page.startsWith(text, at))
        at += text.length;
    }
  }
  const rest = page.slice(at);
  return rest === '' || mayLeaveOut(file) ? [] : [failure(page, at, '')];
}

/** What people are told not to translate is left out of the units. */
function mayLeaveOut(file: ReadFile): boolean {
  return file.report.notes.some((note) => note.code === 'notTranslatable');
}

/** The title stands in front of everything. */
function titleOf(file: ReadFile): string {
  const title = file.blocks.filter((block) => block.container === 'head:title').flatMap((block) => block.content);
  return bare(title.map((run) => (isText(run) ? run.text : '')).join(''));
}

function failure(page: string, at: number, text: string): Failure {
  return { law: 'text', code: 'differs', detail: `read ${clip(text, 60)} page ${clip(page.slice(at, at + 60), 80)}` };
}

/** Containers that hold one text whatever is asked. */
export function isFixed(_container: string, kind: string): boolean {
  return kind === 'altText' || kind === 'label';
}

const RIG: FlatRig = {
  format: htmlFormat,
  isFixed,
  text: textLaw,
  extension: 'html',
};

/** Tries every law on one page. Never throws: what breaks is a failure. */
export function checkFile(path: string, options?: CheckOptions): Promise<Verdict> {
  return checkFlat(RIG, path, options);
}
