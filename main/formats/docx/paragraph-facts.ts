import type { DocxBlock, DocxModel } from './model.ts';
import { isTitle } from './structure.ts';
import type { Style } from './styles.ts';

/** How a paragraph stands on the page beyond what its kind says. */
export interface ParagraphFacts {
  readonly align?: 'center' | 'end' | 'justify';
  /** The document's title or subtitle, by the built-in style: the largest words of it. */
  readonly role?: 'title' | 'subtitle';
}

/** Values of `w:jc` (ST_Jc, 17.18.44) in both editions; what begins the line says nothing. */
const ALIGNMENTS: Readonly<Record<string, ParagraphFacts['align']>> = {
  center: 'center',
  right: 'end',
  end: 'end',
  both: 'justify',
  distribute: 'justify',
};

/** Alignment along the styles a style is based on, nearest first; a circle ends where it closes. */
function styleAlignment(style: Style | undefined, model: DocxModel): string | undefined {
  const seen = new Set<string>();
  for (let next = style; next !== undefined && !seen.has(next.id);) {
    seen.add(next.id);
    const said = next.element.child('w:pPr')?.value('w:jc');
    if (said !== undefined) return said;
    next = model.styles.get(next.element.value('w:basedOn') ?? '');
  }
  return undefined;
}

function factsOf(block: DocxBlock, model: DocxModel): ParagraphFacts | undefined {
  const properties = block.paragraphs.at(-1)?.child('w:pPr');
  const style = model.styles.paragraph(properties?.value('w:pStyle'));
  const align = ALIGNMENTS[properties?.value('w:jc') ?? styleAlignment(style, model) ?? ''];
  const names = block.kind === 'heading' && !isTitle(style) ? [] : (style?.names ?? []);
  const role = (['subtitle', 'title'] as const).find((name) => names.includes(name));
  if (align === undefined && role === undefined) return undefined;
  return { ...(align === undefined ? {} : { align }), ...(role === undefined ? {} : { role }) };
}

/** What the paragraphs of a document say of themselves, by the anchors of their blocks; most say nothing. */
export function describeParagraphs(model: DocxModel): ReadonlyMap<string, ParagraphFacts> {
  return new Map(
    model.blocks.flatMap((block) => {
      const facts = block.paragraphs.length === 0 ? undefined : factsOf(block, model);
      return facts === undefined ? [] : [[block.anchor, facts] as const];
    }),
  );
}
