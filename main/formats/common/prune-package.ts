import { relationshipsOf, resolvePartName } from '../package/names.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';
import type { PackageOutput } from '../package/output.ts';
import { Splicer } from './splice.ts';
import { dropElementsNaming, EMBEDDED_TYPES } from './embedded-files.ts';

/** Relationships no file that leaves the house keeps, by the last segment of their type. */
const PERSONAL_TYPES: ReadonlySet<string> = new Set([
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'documenttasks',
  'custom-properties',
  'customProperties',
  'thumbnail',
  'customXml',
  'attachedTemplate',
  'mailMergeSource',
  'mailMergeHeaderSource',
  'mailMergeRecipientData',
  'recipientData',
  'attachedToolbars',
  'printerSettings',
  'origin',
  'transform',
]);
/** Code: never written back, whoever the file is for. */
export const MACRO_TYPES: ReadonlySet<string> = new Set(['vbaProject', 'wordVbaData', 'attachedToolbars']);
/** Relationships that count only while their part names them by id: what an omitted unit pointed at goes with it. */
const NAMED_TYPES: ReadonlySet<string> = new Set([
  'image',
  'hyperlink',
  'chart',
  'oleObject',
  'package',
  'control',
  'diagramData',
  'diagramLayout',
  'diagramQuickStyle',
  'diagramColors',
  'header',
  'footer',
  'subDocument',
  'aFChunk',
  'video',
  'audio',
  'media',
]);
const LOCAL_TARGET = /^(?:file:|[a-z]:[\\/]|\\\\)/iu;
/** A document or presentation with macros; an embedded file keeps the type it has. */
const MACRO_DOCUMENT = /^application\/vnd\.ms-(word|powerpoint)\.(\w+)\.macroEnabled\w*\.main\+xml$/u;
const FAMILIES: Readonly<Record<string, string>> = { word: 'wordprocessingml', powerpoint: 'presentationml' };
const CONTENT_TYPES = '[Content_Types].xml';

export interface Pruning {
  readonly dropped: ReadonlySet<string>;
  /** Whether parts that no relationship leads to any more go, whatever they are. */
  readonly unreached: boolean;
  /** Whether relationships nothing names any more go too, and paths on local disks are cut down to the file's name. */
  readonly thorough: boolean;
}

export const FOR_PARTICIPANTS: Pruning = {
  dropped: new Set([...PERSONAL_TYPES, ...MACRO_TYPES, ...EMBEDDED_TYPES]),
  unreached: true,
  thorough: true,
};
export const WITHOUT_MACROS: Pruning = { dropped: MACRO_TYPES, unreached: false, thorough: false };

/**
 * Drops relationships, and every part that can no longer be reached from the package's root. Returns the embedded files
 * that the text named and no longer does, by the names the package gave them.
 */
export async function prunePackage(output: PackageOutput, pruning: Pruning): Promise<readonly string[]> {
  const embedded: string[] = [];
  const code = new Set<string>();
  const reached = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const target of await pruneRelationships(output, part, pruning, embedded, code)) {
      if (reached.has(target) || !output.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  const folded = new Set([...reached].map((name) => name.toLowerCase()));
  const relationships = new Set([...reached, ''].map((name) => relationshipsOf(name).toLowerCase()));
  for (const name of output.names()) {
    const known = name.toLowerCase();
    const isKept = folded.has(known) || relationships.has(known) || name === CONTENT_TYPES;
    if (!isKept && (pruning.unreached || isOrphanOfMacros(known) || code.has(known))) output.remove(name);
  }
  await pruneContentTypes(output);
  return embedded.map((target) => target.slice(target.lastIndexOf('/') + 1));
}

function isOrphanOfMacros(name: string): boolean {
  return /vbaproject\.bin(?:\.rels)?$|vbadata\.xml$/u.test(name);
}

/** Rewrites a part's relationships and returns the parts they still lead to. */
async function pruneRelationships(
  output: PackageOutput,
  part: string,
  { dropped, thorough }: Pruning,
  embedded: string[],
  code: Set<string>,
): Promise<string[]> {
  const name = relationshipsOf(part);
  const text = await output.text(name);
  if (text === undefined) return [];
  const named = thorough ? idsIn(await output.text(part).catch(() => undefined)) : undefined;
  const splicer = new Splicer(text);
  const targets: string[] = [];
  const inner = new Map<string, string>();
  for (const element of parseXml(text, name).children) {
    const { Id: id = '', Type: uri = '', Target: target = '', TargetMode: mode } = element.attributes;
    const type = uri.slice(uri.lastIndexOf('/') + 1);
    if (dropped.has(type) && EMBEDDED_TYPES.has(type)) inner.set(id, target);
    if (MACRO_TYPES.has(type) && mode !== 'External') {
      const macros = resolvePartName(part, target).toLowerCase();
      code.add(macros).add(relationshipsOf(macros).toLowerCase());
    }
    const unnamed = named !== undefined && NAMED_TYPES.has(type) && !named.has(id);
    if (dropped.has(type) || unnamed) splicer.replace(element.start, element.end, '');
    else if (mode !== 'External') targets.push(resolvePartName(part, target));
    else if (thorough && LOCAL_TARGET.test(target))
      splicer.replace(element.start, element.end, withoutPath(element, text));
  }
  await output.setText(name, splicer.render());
  if (inner.size > 0) embedded.push(...(await dropElementsNaming(inner, part, output)));
  return targets;
}

/** Every attribute value of a part that could be a relationship's id: all are looked up, so they are gathered once. */
function idsIn(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  return new Set(
    Array.from(
      text.matchAll(/=\s*(?:"([^"<>\s]{1,255})"|'([^'<>\s]{1,255})')/gu),
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
}

/** Still a local file's address, which nobody follows: a bare name would be a link to what lies beside the document. */
function withoutPath({ start, end }: XmlElement, text: string): string {
  return text.slice(start, end).replace(/(\bTarget\s*=\s*["'])[^"']*[\\/]/u, '$1file:///');
}

async function pruneContentTypes(output: PackageOutput): Promise<void> {
  const text = await output.text(CONTENT_TYPES);
  if (text === undefined) return;
  const names = new Set(output.names().map((name) => `/${name.toLowerCase()}`));
  const splicer = new Splicer(text);
  for (const element of parseXml(text, CONTENT_TYPES).children) {
    const { PartName: part, ContentType: type = '' } = element.attributes;
    if (element.name !== 'ct:Override' || part === undefined) continue;
    if (!names.has(part.toLowerCase())) splicer.replace(element.start, element.end, '');
    else if (MACRO_DOCUMENT.test(type)) splicer.replace(element.start, element.end, withoutMacros(element, text, type));
  }
  await output.setText(CONTENT_TYPES, splicer.render());
}

/** The document's type as the macro-free format calls it. */
function withoutMacros({ start, end }: XmlElement, text: string, type: string): string {
  const [, family = '', kind = ''] = MACRO_DOCUMENT.exec(type) ?? [];
  const plain = `application/vnd.openxmlformats-officedocument.${FAMILIES[family]}.${kind}.main+xml`;
  return text.slice(start, end).replace(type, plain);
}
