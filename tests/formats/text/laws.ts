import { textFormat } from '#main/formats/text/index.ts';
import { decodeText } from '#main/formats/common/text-file.ts';
import type { ReadFile } from '#main/formats/format.ts';
import { textOf } from '#shared/model/content.ts';
import { checkFlat, type FlatRig } from '#tests/formats/flat/check.ts';
import type { CheckOptions, Verdict } from '#tests/formats/laws/trial.ts';
import type { Failure } from '#tests/formats/laws/failures.ts';

function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\uFEFF]+/gu, '');
}

/** Law 1: the words of the units are those of the file. */
function textLaw(bytes: Uint8Array, file: ReadFile): readonly Failure[] {
  const same = bare(decodeText(bytes).text) === bare(file.blocks.map(({ content }) => textOf(content)).join(''));
  return same ? [] : [{ law: 'text', code: 'differs', detail: '' }];
}

const RIG: FlatRig = { format: textFormat, isFixed: () => false, text: textLaw, extension: 'txt' };

/** Tries every law on one text. Never throws: what breaks is a failure. */
export function checkFile(path: string, options?: CheckOptions): Promise<Verdict> {
  return checkFlat(RIG, path, options);
}
