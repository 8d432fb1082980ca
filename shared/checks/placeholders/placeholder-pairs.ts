import { isText, type Content } from '#shared/model/content.ts';
import type { Check, Finding } from '../check.ts';

/** An `open` without its `close` or the other way round, unless the original's pair goes beyond the unit as well. */
export const placeholderPairs: Check = {
  name: 'placeholder-pairs',
  modes: ['faithful', 'adapted', 'added'],
  run({ record, source, hasPlaceholders }) {
    if (!hasPlaceholders) return [];
    const expected = new Set(broken(source).map((end) => end.key));
    return broken(record.content)
      .filter((end) => !expected.has(end.key))
      .map(({ placeholder, position }): Finding => ({
        code: 'placeholderPairing',
        params: { placeholder },
        severity: 'error',
        range: { from: position, to: position + 1 },
      }));
  },
};

interface LooseEnd {
  readonly placeholder: number;
  readonly position: number;
  readonly key: string;
}

function broken(content: Content): readonly LooseEnd[] {
  const open: LooseEnd[] = [];
  const out: LooseEnd[] = [];
  let position = 0;
  for (const run of content) {
    if (!isText(run) && (run.kind === 'open' || run.kind === 'close')) {
      const end = { placeholder: run.placeholder, position, key: `${run.kind} ${run.placeholder}` };
      const at = open.findLastIndex((candidate) => candidate.placeholder === run.placeholder);
      if (run.kind === 'open') open.push(end);
      else if (at >= 0) open.splice(at, 1);
      else out.push(end);
    }
    position += isText(run) ? run.text.length : 1;
  }
  return [...out, ...open].toSorted((a, b) => a.position - b.position);
}
