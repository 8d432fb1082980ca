import type { UnitKind } from '#shared/model/unit.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Style } from './styles.ts';

/** Places where a style "Title" names the document, not a running line or a note. */
const TITLED: ReadonlySet<UnitKind> = new Set(['paragraph', 'tableCell', 'textBox']);

/** The document's title by the built-in style or one based on it. Word gives it no level; people look for it in the outline. */
export function isTitle(style: Style | undefined): boolean {
  return style?.names.includes('title') === true && !style.names.includes('subtitle');
}

/** What a paragraph is: a heading by its outline level or as the title, a caption or list item, else what its place makes it. */
export function structureOf(
  pPr: XmlElement | undefined,
  style: Style | undefined,
  usual: UnitKind,
  listLevel: number | undefined,
): { kind: UnitKind; level: number | undefined } {
  const said = pPr?.value('w:outlineLvl');
  const outline = said === undefined ? style?.outline : Number(said);
  if (outline !== undefined && outline >= 0 && outline < 9) return { kind: 'heading', level: outline + 1 };
  if (outline === undefined && TITLED.has(usual) && isTitle(style)) return { kind: 'heading', level: 1 };
  if (style?.names.includes('caption') === true) return { kind: 'caption', level: undefined };
  if (listLevel !== undefined) return { kind: 'listItem', level: listLevel + 1 };
  return { kind: usual, level: undefined };
}
