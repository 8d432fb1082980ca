import { isText, type Content } from '#shared/model/content.ts';
import type { Check } from '../check.ts';

const RAISED = /[¹²³⁴-⁹⁰†‡]/gu;
const STAR = /(?<=[\p{L}\p{N}.,)])\*(?!\*|[\p{L}\p{N}])/gu;

/** Marks of footnotes written in the text itself: raised figures, † and *. */
export const noteMarksKept: Check = {
  name: 'note-marks-kept',
  modes: ['faithful'],
  run({ source, record, sourceProse, targetProse }) {
    if (targetProse === '') return [];
    if (source.length < 2 && !/[*\u00B2\u00B3\u00B9\u2020\u2021\u2070-\u2079]/.test(sourceProse)) return [];
    const before = [...marksIn(sourceProse), ...raisedIn(source)];
    if (before.length === 0) return [];
    const after = [...marksIn(targetProse), ...raisedIn(record.content)];
    for (const mark of after) {
      const index = before.indexOf(mark);
      if (index >= 0) before.splice(index, 1);
    }
    return before.map((mark) => ({ code: 'noteMarkMissing', params: { mark }, severity: 'warning' }));
  },
};

/** A square or a cube of a unit is no note. */
function marksIn(text: string): readonly string[] {
  const raised = Array.from(text.matchAll(RAISED)).filter(
    ({ index }) => !/(?:\d|\b[kcdm]?m)$/u.test(text.slice(0, index)),
  );
  const stars = text.match(STAR)?.length === 1 && !/\*\p{L}/u.test(text) ? ['*'] : [];
  return [...raised.map(([mark]) => mark), ...stars];
}

/** Figures set as superscript behind a word. */
function raisedIn(content: Content): readonly string[] {
  return content.flatMap((run, index) => {
    if (!isText(run) || !run.marks.includes('superscript') || !/^\d{1,3}$/u.test(run.text)) return [];
    const before = content[index - 1];
    const isPower = before !== undefined && isText(before) && /(?:\d|\b[kcdm]?m)$/u.test(before.text);
    return isPower ? [] : [toRaised(run.text)];
  });
}

function toRaised(figures: string): string {
  return Array.from(figures, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure))).join('');
}
