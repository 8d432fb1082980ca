import {
  isText,
  placeholdersOf,
  type Content,
  type PlaceholderKind,
  type PlaceholderRun,
} from '#shared/model/content.ts';
import type { Check, Finding } from '../check.ts';

/** Part of the layout, not of what is said: a translation may break lines elsewhere. */
const FREE: ReadonlySet<PlaceholderKind> = new Set(['break', 'tab']);
/** Losing these loses no content a reader sees. */
const MINOR: ReadonlySet<PlaceholderKind> = new Set(['open', 'close', 'bookmark', 'comment', 'hidden']);

/** Placeholders of the original that are missing in the target, and ones the target has too many of. */
export const placeholdersKept: Check = {
  name: 'placeholders-kept',
  modes: ['faithful', 'adapted'],
  run({ record, source, hasPlaceholders }) {
    if (!hasPlaceholders) return [];
    return [...missing(record.content, source), ...extra(record.content, source)];
  },
};

function standing(content: Content): readonly PlaceholderRun[] {
  return placeholdersOf(content).filter((run) => !FREE.has(run.kind) && run.kind !== 'close');
}

function missing(target: Content, source: Content): readonly Finding[] {
  const there = new Set(standing(target).map((run) => run.placeholder));
  return standing(source)
    .filter((run) => !there.has(run.placeholder))
    .map((run) => ({
      code: 'placeholderMissing',
      params: { placeholder: run.placeholder, kind: run.kind, label: run.label },
      severity: MINOR.has(run.kind) ? 'warning' : 'error',
    }));
}

function extra(target: Content, source: Content): readonly Finding[] {
  const left = new Map<number, number>();
  for (const run of standing(source)) left.set(run.placeholder, (left.get(run.placeholder) ?? 0) + 1);
  const out: Finding[] = [];
  let position = 0;
  for (const run of target) {
    if (!isText(run) && !FREE.has(run.kind) && run.kind !== 'close') {
      const remaining = left.get(run.placeholder) ?? 0;
      left.set(run.placeholder, remaining - 1);
      if (remaining <= 0) {
        const params = { placeholder: run.placeholder, kind: run.kind, label: run.label };
        out.push({
          code: 'placeholderExtra',
          params,
          severity: 'warning',
          range: { from: position, to: position + 1 },
        });
      }
    }
    position += isText(run) ? run.text.length : 1;
  }
  return out;
}
