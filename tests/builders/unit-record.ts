import { plain, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

/** A faithful draft in the body, linked to the original block `s-<id>`; `more` says what is otherwise. */
export function unitRecord(id: string, content: Content | string, more: Partial<UnitRecord> = {}): UnitRecord {
  return {
    id,
    document: 'doc',
    kind: 'paragraph',
    placement: { container: 'body', position: id },
    source: [`s-${id}`],
    received: [],
    content: typeof content === 'string' ? plain(content) : content,
    mode: 'faithful',
    status: 'draft',
    audience: 'everyone',
    adaptation: null,
    stale: false,
    ...more,
  };
}
