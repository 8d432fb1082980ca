import type { XmlElement } from '#main/formats/package/xml.ts';

/** Where a code or annotation is met: `pc` and `mrk` have a start and an end, everything else is one point. */
export interface Spot {
  readonly element: XmlElement;
  readonly edge: 'start' | 'end' | 'point';
}

/** A `source` or `target` with the segment or ignorable (or match) around it. */
export interface Stretch {
  readonly part: XmlElement;
  readonly content: XmlElement;
  readonly spots: readonly Spot[];
}

/** Within what ids of codes are unique and markers find each other: a unit, or one match of the candidates module. */
export interface Scope {
  readonly element: XmlElement;
  /** The unit it is in, itself for units. */
  readonly unit: XmlElement;
  readonly parts: readonly XmlElement[];
  readonly source: readonly Stretch[];
  /** In the order of the translation: `order` where given, else as the sources stand. */
  readonly target: readonly Stretch[];
  /** Every inline element of a side, once, in order. */
  readonly sourceInlines: readonly XmlElement[];
  readonly targetInlines: readonly XmlElement[];
  readonly data: ReadonlySet<string>;
}

const CODES: ReadonlySet<string> = new Set(['xlf:ph', 'xlf:pc', 'xlf:sc', 'xlf:ec']);

/** Whether an element is an inline code (4.2.3), as opposed to an annotation. */
export function isCode({ name }: XmlElement): boolean {
  return CODES.has(name);
}

/** The unit's own scope and one for each of its matches. */
export function scopesOf(unit: XmlElement): readonly Scope[] {
  const parts = unit.children.filter(({ name }) => name === 'xlf:segment' || name === 'xlf:ignorable');
  const matches = unit.children.filter(({ name }) => name === 'mtc:matches').flatMap(({ children }) => children);
  return [scopeOf(unit, unit, parts), ...matches.map((match) => scopeOf(match, unit, [match]))];
}

function scopeOf(element: XmlElement, unit: XmlElement, parts: readonly XmlElement[]): Scope {
  const data = element.child('xlf:originalData')?.children ?? [];
  const source = parts.flatMap((part) => stretchOf(part, 'xlf:source'));
  const target = parts
    .flatMap((part, index) =>
      stretchOf(part, 'xlf:target').map((stretch) => ({ stretch, at: orderOf(stretch, index) })),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ stretch }) => stretch);
  return {
    element,
    unit,
    parts,
    source,
    target,
    sourceInlines: inlinesOf(source),
    targetInlines: inlinesOf(target),
    data: new Set(data.flatMap(({ attributes }) => attributes['id'] ?? [])),
  };
}

function stretchOf(part: XmlElement, name: string): readonly Stretch[] {
  const content = part.child(name);
  return content === undefined ? [] : [{ part, content, spots: spotsOf(content) }];
}

function orderOf({ content }: Stretch, index: number): number {
  return Number(content.attributes['order'] ?? index + 1);
}

function spotsOf(parent: XmlElement, spots: Spot[] = []): readonly Spot[] {
  for (const element of parent.children) {
    if (element.name === 'xlf:pc' || element.name === 'xlf:mrk') {
      spots.push({ element, edge: 'start' });
      spotsOf(element, spots);
      spots.push({ element, edge: 'end' });
    } else {
      spots.push({ element, edge: 'point' });
    }
  }
  return spots;
}

function inlinesOf(side: readonly Stretch[]): readonly XmlElement[] {
  const inlines: XmlElement[] = [];
  for (const { spots } of side) for (const { element, edge } of spots) if (edge !== 'end') inlines.push(element);
  return inlines;
}

/** Units below an element, through groups; what is inside of units is not looked at. */
export function unitsOf(parent: XmlElement, units: XmlElement[] = []): XmlElement[] {
  for (const child of parent.children) {
    if (child.name === 'xlf:unit') units.push(child);
    else if (child.name === 'xlf:group') unitsOf(child, units);
  }
  return units;
}
