import { resolve } from 'node:path';
import { decodeText } from '#main/formats/common/text-file.ts';
import { readSrx } from '#main/formats/srx/read.ts';
import { openFile } from '#main/services/open-file.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import { text, type CliCommand } from '../command.ts';
import { languageOf } from '../values.ts';

/** The sentences of a plain text file, as memory, counts and XLIFF take them. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { lang: text, srx: text },
  required: ['lang'],
  run: async (line) => {
    const [file = ''] = line.positionals;
    const { srx } = line.values;
    const language = languageOf(line, 'lang') ?? '';
    const rules = typeof srx === 'string' ? readSrx((await openFile(resolve(srx))).bytes).rules : undefined;
    const whole = decodeText((await openFile(resolve(file))).bytes).text.replace(/^\uFEFF/u, '');
    const sentences = segmenterFor(language, rules).sentences(whole);
    return { value: sentences.map(({ from, to }) => oneLine(whole.slice(from, to))) };
  },
};

/** A line end inside a sentence only wrapped it. */
function oneLine(sentence: string): string {
  return sentence.replaceAll(/[^\S\n]*\r?\n\s*/gu, ' ');
}
