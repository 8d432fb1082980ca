import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** Blanks at the beginning or the end that the original does not have, or that got lost. */
export const edgeBlanks: Check = {
  name: 'edge-blanks',
  modes: LANGUAGE_MODES,
  run({ targetText, sourceText, record }) {
    if (targetText.trim() === '') return [];
    const out: Finding[] = [];
    const before = record.mode === 'added' ? '' : leading(sourceText);
    const after = record.mode === 'added' ? '' : trailing(sourceText);
    const start = leading(targetText);
    const end = trailing(targetText);
    if (start !== before) out.push(finding('start', { from: 0, to: start.length }, before));
    if (end !== after) out.push(finding('end', { from: targetText.length - end.length, to: targetText.length }, after));
    return out;
  },
};

function finding(side: 'start' | 'end', range: { from: number; to: number }, text: string): Finding {
  return { code: 'edgeBlanks', params: { side }, severity: 'info', range, fix: [{ ...range, text }] };
}

/** Blanks and tabs only: a line end is the border of a block. */
function leading(text: string): string {
  return /^[ \u00A0]*/u.exec(text)?.[0] ?? '';
}

function trailing(text: string): string {
  let at = text.length;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\u00A0')) at -= 1;
  return text.slice(at);
}
