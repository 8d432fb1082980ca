import type { UnitKind } from '#shared/model/unit.ts';
import type { XmlElement } from '../package/xml.ts';
import type { StyleScope } from './styles.ts';

export interface Structure {
  readonly kind: UnitKind;
  readonly level: number | undefined;
}

/**
 * What a paragraph is by its structure: a heading with its level (5.1.2), a title, an item of a list, a caption; else
 * what its place makes it.
 */
export function structureOf(
  { name, attributes }: XmlElement,
  scope: StyleScope,
  usual: UnitKind,
  listDepth: number | undefined,
): Structure {
  const style = attributes['text:style-name'];
  if (name === 'text:h') return { kind: 'heading', level: levelOf(attributes['text:outline-level']) };
  if (usual === 'heading' || isBasedOn(style, 'Title', scope)) return { kind: 'heading', level: 1 };
  if (listDepth !== undefined && usual !== 'speakerNote') return { kind: 'listItem', level: listDepth };
  if (isBasedOn(style, 'Caption', scope)) return { kind: 'caption', level: undefined };
  return { kind: usual, level: undefined };
}

function levelOf(value: string | undefined): number {
  const level = Number(value ?? 1);
  return Number.isInteger(level) && level >= 1 ? Math.min(level, 10) : 1;
}

/** Whether a paragraph style is, or is based on, the one every program calls so. */
export function isBasedOn(style: string | undefined, name: string, scope: StyleScope): boolean {
  return scope.chain('paragraph', style).some((each) => !each.automatic && each.name === name);
}
