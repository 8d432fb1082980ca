import type { PackageOutput } from '../package/output.ts';
import { partsOfType } from '#main/formats/package/package.ts';
import { FOR_PARTICIPANTS, prunePackage, type Pruning } from '../common/prune-package.ts';
import { stripProperties } from '../common/strip-properties.ts';
import { Splicer } from '../common/splice.ts';
import { attributeSpan } from '#main/formats/package/attribute-span.ts';
import { descendants, parseXml, type XmlElement } from '../package/xml.ts';

/**
 * Besides what no office file takes along: what is said beside the slides, who commented or changed them, and the tags
 * add-ins leave.
 */
const DROPPED = new Set([
  ...FOR_PARTICIPANTS.dropped,
  'notesSlide',
  'commentAuthors',
  'authors',
  'tags',
  'changesInfo',
  'revisionInfo',
  'classificationlabels',
]);
const PRUNING: Pruning = { ...FOR_PARTICIPANTS, dropped: DROPPED };
const PRESENTATION_PART = /presentationml\..*\+xml$|ms-powerpoint\.[a-z.]+\+xml$/iu;
/** What names a dropped part, or a person who set a password (19.2.1.19). */
const GONE = new Set(['p:custDataLst', 'p:modifyVerifier', 'p188:commentRel']);
const FRAMES = new Set(['p:graphicFrame']);
const EMBEDDED = new Set(['p:oleObj']);
const PICTURES = new Set(['p:pic']);
const DESCRIBED = new Set(['p:cNvPr']);
/** A folder of somebody's, left for a picture's description or name. */
const FOLDER = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

/**
 * Takes everything out that must not leave the house (`trust.md`): speaker notes, comments, authors, properties, tags,
 * embedded files. An embedded object becomes the picture it shows. Returns the names of the embedded files, which somebody
 * may miss.
 */
export async function stripPresentation(output: PackageOutput): Promise<readonly string[]> {
  const embedded: string[] = [];
  const typeOf = await output.contentTypes();
  for (const name of output.names()) {
    if (name.endsWith('.rels') || !PRESENTATION_PART.test(typeOf(name))) continue;
    const text = await output.text(name);
    if (text === undefined) continue;
    const relationships = await output.source.relationships(name);
    const stripped = stripPart(text, name, (id) => {
      const target = relationships.get(id)?.part ?? '';
      if (target !== '') embedded.push(target.slice(target.lastIndexOf('/') + 1));
    });
    await output.setText(name, stripped);
  }
  const root = await output.source.relationships('');
  for (const type of ['core-properties', 'coreProperties', 'extended-properties', 'extendedProperties']) {
    for (const name of partsOfType(root, type)) {
      const text = await output.text(name);
      if (text !== undefined) await output.setText(name, stripProperties(text, name));
    }
  }
  embedded.push(...(await prunePackage(output, PRUNING)));
  return [...new Set(embedded)];
}

function stripPart(text: string, name: string, drop: (id: string) => void): string {
  const root = parseXml(text, name);
  const splicer = new Splicer(text);
  for (const element of descendants(root, GONE)) {
    const { start, end } = whole(element);
    splicer.replace(start, end, '');
  }
  for (const frame of descendants(root, FRAMES)) {
    const objects = [...descendants(frame, EMBEDDED)];
    if (objects.length === 0) continue;
    for (const { attributes } of objects) drop(attributes['r:id'] ?? '');
    const [picture] = descendants(frame, PICTURES);
    splicer.replace(frame.start, frame.end, picture === undefined ? '' : asPicture(picture, frame, text));
  }
  for (const element of descendants(root, DESCRIBED)) {
    for (const attribute of ['descr', 'title', 'name']) {
      const span = FOLDER.test(element.attributes[attribute] ?? '')
        ? attributeSpan(text, element, attribute)
        : undefined;
      if (span !== undefined) splicer.replace(span.start, span.end, '');
    }
  }
  return splicer.changed ? splicer.render() : text;
}

/** The picture an object shows, under the object's own name and description. */
function asPicture(picture: XmlElement, frame: XmlElement, text: string): string {
  const own = frame.child('p:nvGraphicFramePr')?.child('p:cNvPr');
  const shown = picture.child('p:nvPicPr')?.child('p:cNvPr');
  if (own === undefined || shown === undefined) return text.slice(picture.start, picture.end);
  return text.slice(picture.start, shown.start) + text.slice(own.start, own.end) + text.slice(shown.end, picture.end);
}

/** An extension goes with the only thing it holds, and a list of extensions with its only one. */
function whole(element: XmlElement): XmlElement {
  const { parent } = element;
  const holdsOnlyThis = parent?.children.length === 1 && /^p:ext(?:Lst)?$/u.test(parent.name);
  return holdsOnlyThis && parent !== null ? whole(parent) : element;
}
