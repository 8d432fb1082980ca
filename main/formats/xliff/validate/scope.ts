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
  return {
    element,
    unit,
    parts,
    source: parts.flatMap((part) => stretchOf(part, 'xlf:source')),
    target: parts
      .flatMap((part, index) =>
        stretchOf(part, 'xlf:target').map((stretch) => ({ stretch, at: orderOf(stretch, index) })),
      )
      .toSorted((a, b) => a.at - b.at)
      .map(({ stretch }) => stretch),
    data: new Set(data.flatMap(({ attributes }) => attributes['id'] ?? [])),
  };
}

function stretchOf(part: XmlElement, name: string): readonly Stretch[] {
  const content = part.child(name);
  return content === undefined ? [] : [{ part, content, spots: [...spotsOf(content)] }];
}

function orderOf({ content }: Stretch, index: number): number {
  return Number(content.attributes['order'] ?? index + 1);
}

function* spotsOf(parent: XmlElement): Generator<Spot> {
  for (const element of parent.children) {
    if (element.name === 'xlf:pc' || element.name === 'xlf:mrk') {
      yield { element, edge: 'start' };
      yield* spotsOf(element);
      yield { element, edge: 'end' };
    } else {
      yield { element, edge: 'point' };
    }
  }
}

/** Every inline element of one side, once, in order. */
export function inlinesOf(side: readonly Stretch[]): readonly XmlElement[] {
  return side.flatMap(({ spots }) => spots.filter(({ edge }) => edge !== 'end').map(({ element }) => element));
}
