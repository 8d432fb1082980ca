import { plain } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

/** A unit with an original, at a position of the body. */
export function unit(id: string, position: string, text = id, more: Partial<UnitRecord> = {}): UnitRecord {
  return {
    id,
    document: 'doc',
    kind: 'paragraph',
    placement: { container: 'body', position },
    source: [`s-${id}`],
    received: [],
    content: plain(text),
    mode: 'faithful',
    status: 'draft',
    audience: 'everyone',
    adaptation: null,
    stale: false,
    ...more,
  };
}
