import type { ParagraphFacts } from '../file-layout.ts';
import type { XmlElement } from '../package/xml.ts';
import type { DocxBlock, DocxModel } from './model.ts';
import { isTitle } from './structure.ts';
import type { Style } from './styles.ts';

/** Values of `w:jc` (ST_Jc, 17.18.44) in both editions; what begins the line says nothing. */
const ALIGNMENTS: Readonly<Record<string, ParagraphFacts['align']>> = {
  center: 'center',
  right: 'end',
  end: 'end',
  both: 'justify',
  distribute: 'justify',
};

/** A paragraph property along the styles a style is based on, nearest first; a circle ends where it closes. */
function fromStyles<T>(
  style: Style | undefined,
  model: DocxModel,
  read: (properties: XmlElement | undefined) => T | undefined,
): T | undefined {
  const seen = new Set<string>();
  for (let next = style; next !== undefined && !seen.has(next.id);) {
    seen.add(next.id);
    const said = read(next.element.child('w:pPr'));
    if (said !== undefined) return said;
    next = model.styles.get(next.element.value('w:basedOn') ?? '');
  }
  return undefined;
}

const alignmentOf = (properties: XmlElement | undefined): string | undefined => properties?.value('w:jc');

/** `w:shd` (17.3.1.31): a fill that is neither automatic nor white. */
function isShaded(properties: XmlElement | undefined): boolean | undefined {
  const fill = properties?.child('w:shd')?.attributes['w:fill']?.toLowerCase();
  return fill === undefined ? undefined : fill !== 'auto' && fill !== 'ffffff';
}

function factsOf(block: DocxBlock, model: DocxModel): ParagraphFacts | undefined {
  const properties = block.paragraphs.at(-1)?.child('w:pPr');
  const style = model.styles.paragraph(properties?.value('w:pStyle'));
  const align = ALIGNMENTS[alignmentOf(properties) ?? fromStyles(style, model, alignmentOf) ?? ''];
  const names = block.kind === 'heading' && !isTitle(style) ? [] : (style?.names ?? []);
  const role = (['subtitle', 'title'] as const).find((name) => names.includes(name));
  const shaded = isShaded(properties) ?? fromStyles(style, model, isShaded) ?? false;
  if (align === undefined && role === undefined && !shaded) return undefined;
  return {
    ...(align === undefined ? {} : { align }),
    ...(role === undefined ? {} : { role }),
    ...(shaded ? { shaded } : {}),
  };
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
