import type { XmlElement } from '../package/xml.ts';

/** An element with an alternative text, and the attribute that holds it. */
export interface AltTextPlace {
  readonly element: XmlElement;
  readonly attribute: 'descr' | 'alt';
  readonly text: string;
}

export interface DrawingFacts {
  readonly kind: 'image' | 'textBox' | 'object';
  readonly label: string;
  /** Places that say the same are together: the first is the anchor, the others are written with it. */
  readonly altTexts: readonly (readonly AltTextPlace[])[];
  readonly boxes: readonly { readonly primary: XmlElement; readonly twin: XmlElement | undefined }[];
  readonly features: ReadonlySet<DrawingFeature>;
  readonly graphics: readonly Graphic[];
  /** Relationship ids of the pictures. */
  readonly pictures: readonly string[];
}

export type DrawingFeature = 'oleObject';

/** A chart or diagram, whose words stand in a part of their own. */
export interface Graphic {
  readonly kind: 'chart' | 'smartArt';
  /** The relationship to the part. */
  readonly id: string | undefined;
}

interface Found {
  readonly alts: AltTextPlace[];
  readonly boxes: XmlElement[];
  readonly pictures: string[];
  readonly graphics: Graphic[];
  readonly features: Set<DrawingFeature>;
}

const DESCRIBED = new Set(['wp:docPr', 'pic:cNvPr', 'wps:cNvPr', 'wpg:cNvPr', 'a:cNvPr', 'wpc:cNvPr']);

/**
 * Looks at a drawing, picture or object without entering its text boxes. Of alternate content the first choice counts;
 * what the fallback repeats is paired with it in order.
 */
export function inspectDrawing(element: XmlElement): DrawingFacts {
  const found: Found = { alts: [], boxes: [], pictures: [], graphics: [], features: new Set() };
  const twins = new Map<XmlElement, XmlElement>();
  const repeated: AltTextPlace[] = [];
  collect(element, found, twins, repeated);
  const altTexts = groupAltTexts(found.alts, repeated);
  return {
    kind: found.boxes.length > 0 ? 'textBox' : found.pictures.length > 0 ? 'image' : 'object',
    label: altTexts[0]?.[0]?.text ?? '',
    altTexts,
    boxes: found.boxes.map((primary) => ({ primary, twin: twins.get(primary) })),
    features: found.features,
    graphics: found.graphics,
    pictures: found.pictures,
  };
}

function collect(
  element: XmlElement,
  found: Found,
  twins: Map<XmlElement, XmlElement>,
  repeated: AltTextPlace[],
): void {
  if (element.name === 'w:txbxContent') {
    found.boxes.push(element);
    return;
  }
  if (element.name === 'mc:AlternateContent') {
    collectAlternatives(element, found, twins, repeated);
    return;
  }
  note(element, found);
  for (const child of element.children) collect(child, found, twins, repeated);
}

function collectAlternatives(
  element: XmlElement,
  found: Found,
  twins: Map<XmlElement, XmlElement>,
  repeated: AltTextPlace[],
): void {
  const branches = [element.child('mc:Choice'), element.child('mc:Fallback')].flatMap((branch) => {
    if (branch === undefined) return [];
    const inner: Found = { alts: [], boxes: [], pictures: [], graphics: [], features: new Set() };
    for (const child of branch.children) collect(child, inner, twins, repeated);
    return [inner];
  });
  const primary = branches.find((branch) => branch.boxes.length > 0) ?? branches[0];
  if (primary === undefined) return;
  const other = branches.find((branch) => branch !== primary);
  found.graphics.push(...(branches[0] as Found).graphics);
  found.boxes.push(...primary.boxes);
  found.alts.push(...primary.alts);
  found.pictures.push(...(primary.pictures.length > 0 ? primary.pictures : (other?.pictures ?? [])));
  for (const feature of primary.features) found.features.add(feature);
  for (const [index, box] of primary.boxes.entries()) {
    const twin = other?.boxes[index];
    if (twin !== undefined) twins.set(box, twin);
  }
  repeated.push(...(other?.alts ?? []));
}

function note(element: XmlElement, found: Found): void {
  const { name, attributes } = element;
  if (DESCRIBED.has(name)) addAlt(found, element, 'descr');
  else if (name.startsWith('v:')) addAlt(found, element, 'alt');
  if (name === 'a:blip') found.pictures.push(attributes['r:embed'] ?? attributes['r:link'] ?? '');
  else if (name === 'v:imagedata') found.pictures.push(attributes['r:id'] ?? attributes['r:pict'] ?? '');
  else if (name === 'c:chart' || name === 'cx:chart') found.graphics.push({ kind: 'chart', id: attributes['r:id'] });
  else if (name === 'dgm:relIds') found.graphics.push({ kind: 'smartArt', id: attributes['r:dm'] });
  else if (name === 'o:OLEObject' || name === 'w:control') found.features.add('oleObject');
}

function addAlt(found: Found, element: XmlElement, attribute: AltTextPlace['attribute']): void {
  const text = element.attributes[attribute];
  if (text !== undefined && text.trim() !== '') found.alts.push({ element, attribute, text });
}

function groupAltTexts(alts: readonly AltTextPlace[], repeated: readonly AltTextPlace[]): AltTextPlace[][] {
  const groups: AltTextPlace[][] = [];
  for (const place of [...alts, ...repeated]) {
    const same = groups.find((group) => group[0]?.text === place.text);
    if (same !== undefined) same.push(place);
    else if (!repeated.includes(place)) groups.push([place]);
  }
  return groups;
}
