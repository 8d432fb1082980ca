import type { UnitKind, UnitRecord } from '#shared/model/unit.ts';

/** What a unit added behind another is: a list goes on, a cell stays a cell, behind a heading comes text. */
export function blockKindAfter(unit: Pick<UnitRecord, 'kind' | 'level'>): { kind: UnitKind; level?: number } {
  switch (unit.kind) {
    case 'listItem':
      return { kind: 'listItem', ...(unit.level === undefined ? {} : { level: unit.level }) };
    case 'heading':
    case 'caption':
      return { kind: 'paragraph' };
    case 'paragraph':
    case 'tableCell':
    case 'footnote':
    case 'endnote':
    case 'textBox':
    case 'header':
    case 'footer':
    case 'altText':
    case 'speakerNote':
    case 'label':
      return { kind: unit.kind };
  }
}
