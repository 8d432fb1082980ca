import { resolvePartName } from '../package/names.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { textBelow } from './inline.ts';
import type { OdfPart } from './model.ts';
import type { OdfSource } from './open.ts';
import type { EmbeddedFacts } from './place.ts';
import { StyleScope, type CommonStyles } from './styles.ts';
import { forEachCell } from './tables.ts';

const OBJECTS = new Set(['draw:object']);
const TITLES = new Set(['chart:title', 'chart:subtitle', 'chart:footer']);
/** A chart with more words than these is a table of data nobody reads from the chart. */
const MOST_LABELS = 200;

/** The folder of an embedded document in the package; undefined for one that lies elsewhere. */
export function objectFolder(object: XmlElement): string | undefined {
  const href = object.attributes['xlink:href'] ?? '';
  if (href === '' || /^[a-z][a-z0-9+.-]*:/iu.test(href) || href.startsWith('../')) return undefined;
  return resolvePartName('content.xml', href);
}

/** Reads the embedded documents of a document, by the element that shows each: formulas and charts say something. */
export async function readEmbedded(
  source: OdfSource,
  common: CommonStyles,
): Promise<ReadonlyMap<XmlElement, EmbeddedFacts>> {
  const found = new Map<XmlElement, EmbeddedFacts>();
  const { root, text } = source.content;
  if (!/:object[\s/>]/u.test(text)) return found;
  for (const object of descendants(root, OBJECTS)) {
    const inner = object.child('office:document') ?? object.child('math:math');
    const folder = objectFolder(object);
    if (inner !== undefined) found.set(object, factsOf(inner, undefined));
    else if (folder !== undefined) {
      const part = await source.package?.optionalPart(`${folder}/content.xml`);
      if (part !== undefined)
        found.set(object, factsOf(part.root, { ...part, scope: new StyleScope(part.root, common) }));
    }
  }
  return found;
}

function factsOf(root: XmlElement, part: OdfPart | undefined): EmbeddedFacts {
  if (root.name === 'math:math') return { kind: 'equation', label: mathText(root), titles: [], part };
  const chart = root.child('office:body')?.child('office:chart');
  if (chart === undefined) return { kind: 'other', label: '', titles: [], part };
  return { kind: 'chart', label: '', titles: part === undefined ? [] : wordsOf(chart), part };
}

/** Titles of a chart and its axes, and the words in its own table: they name its columns and categories. */
function wordsOf(chart: XmlElement): readonly XmlElement[] {
  const words = [...descendants(chart, TITLES)];
  const table = chart.child('chart:chart')?.child('table:table') ?? chart.child('table:table');
  const labels: XmlElement[] = [];
  if (table !== undefined) {
    forEachCell(table, (cell) => {
      const isWord = cell.attributes['office:value-type'] === 'string' && /\p{L}/u.test(textBelow(cell));
      if (isWord && cell.attributes['table:number-columns-repeated'] === undefined) labels.push(cell);
    });
  }
  return labels.length > MOST_LABELS ? words : [...words, ...labels];
}

/** What a formula shows, sign by sign; the notation it was typed in stands beside it (MathML 3, 5.2). */
function mathText(element: XmlElement): string {
  if (element.name === 'math:annotation' || element.name === 'math:annotation-xml') return '';
  return (element.text.trim() + element.children.map((child) => mathText(child)).join('')).normalize('NFC');
}
