import { EMPTY, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { CheckUnit } from './check.ts';

/** A pair of plain texts as a faithful unit, as it is: nothing is composed or trimmed, so that checks see what is there. */
export function pairAsUnit(source: string, target: string, id = ''): CheckUnit {
  const record: UnitRecord = {
    id,
    document: '',
    kind: 'paragraph',
    placement: { container: 'body', position: '' },
    source: [],
    received: [],
    content: asItIs(target),
    mode: 'faithful',
    status: 'draft',
    audience: 'everyone',
    adaptation: null,
    stale: false,
  };
  return { record, source: asItIs(source) };
}

function asItIs(text: string): Content {
  return text === '' ? EMPTY : [{ text, marks: [] }];
}
