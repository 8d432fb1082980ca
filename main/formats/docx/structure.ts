import type { UnitKind } from '#shared/model/unit.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Style } from './styles.ts';

/** What a paragraph is: a heading by its outline level, a caption or list item, else what its place makes it. */
export function structureOf(
  pPr: XmlElement | undefined,
  style: Style | undefined,
  usual: UnitKind,
  listLevel: number | undefined,
): { kind: UnitKind; level: number | undefined } {
  const said = pPr?.value('w:outlineLvl');
  const outline = said === undefined ? style?.outline : Number(said);
  if (outline !== undefined && outline >= 0 && outline < 9) return { kind: 'heading', level: outline + 1 };
  if (style?.names.includes('caption') === true) return { kind: 'caption', level: undefined };
  if (listLevel !== undefined) return { kind: 'listItem', level: listLevel + 1 };
  return { kind: usual, level: undefined };
}
