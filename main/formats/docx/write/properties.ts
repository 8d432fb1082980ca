import type { Mark } from '#shared/model/content.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import { propertyRank, type LookProperty } from '../look.ts';
import type { RunTraits } from '../styles.ts';

/** A look as the writer puts it on a run: its properties, and what its character style says of the marks. */
export interface WrittenLook {
  readonly properties: readonly LookProperty[];
  readonly styleTraits: RunTraits;
  readonly complex: boolean;
}

export interface PropertyContext {
  readonly prefix: string;
  readonly attributePrefix: string;
  /** In a link whose style underlines by itself, a missing underline mark does not switch it off. */
  readonly inLink: boolean;
  readonly language: string | undefined;
}

interface Property {
  readonly name: string;
  readonly xml: string;
}

/**
 * The `w:rPr` of a run with a look and marks: the look's properties, and a mark's property where the style alone would
 * not give it or would give too much. In the schema's order.
 */
export function runProperties(look: WrittenLook, marks: readonly Mark[], context: PropertyContext): string {
  const { prefix, attributePrefix, language } = context;
  const element = (name: string, value?: string): Property => ({
    name: `w:${name}`,
    xml: `<${prefix}${name}${value === undefined ? '' : ` ${attributePrefix}val="${escapeAttribute(value)}"`}/>`,
  });
  const set = new Map<string, Property>(look.properties.map((property) => [property.name, property]));
  for (const property of markProperties(look, marks, context, element)) set.set(property.name, property);
  if (language !== undefined) {
    const attribute = look.complex ? 'bidi' : 'val';
    set.set('w:lang', {
      name: 'w:lang',
      xml: `<${prefix}lang ${attributePrefix}${attribute}="${escapeAttribute(language)}"/>`,
    });
  }
  if (set.size === 0) return '';
  const sorted = [...set.values()].toSorted((a, b) => propertyRank(a.name) - propertyRank(b.name));
  return `<${prefix}rPr>${sorted.map((property) => property.xml).join('')}</${prefix}rPr>`;
}

function markProperties(
  look: WrittenLook,
  marks: readonly Mark[],
  { inLink }: PropertyContext,
  element: (name: string, value?: string) => Property,
): Property[] {
  const { styleTraits: style, complex } = look;
  const has = (name: string): boolean => look.properties.some((property) => property.name === name);
  const out: Property[] = [];
  const toggle = (mark: Mark, names: readonly string[], given: boolean | undefined): void => {
    const wanted = marks.includes(mark);
    if (wanted !== (given === true) || (wanted && names.some((name) => has(`w:${name}`)))) {
      for (const name of names) out.push(wanted ? element(name) : element(name, '0'));
    }
  };
  toggle('bold', complex ? ['b', 'bCs'] : ['b'], complex ? style.boldComplex : style.bold);
  toggle('italic', complex ? ['i', 'iCs'] : ['i'], complex ? style.italicComplex : style.italic);
  toggle('strike', ['strike'], style.strike);
  const isUnderlined = style.underline === 'single';
  if (marks.includes('underline')) {
    if (inLink || !isUnderlined || has('w:u')) out.push(element('u', 'single'));
  } else if (isUnderlined && !inLink && !has('w:u')) out.push(element('u', 'none'));
  const vertical = marks.includes('superscript')
    ? 'superscript'
    : marks.includes('subscript')
      ? 'subscript'
      : undefined;
  const given = style.vertical === 'baseline' ? undefined : style.vertical;
  if (vertical !== given && !(vertical === undefined && has('w:vertAlign')))
    out.push(element('vertAlign', vertical ?? 'baseline'));
  return out;
}
