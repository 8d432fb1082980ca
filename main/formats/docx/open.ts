import { AdaptaError } from '#shared/model/errors.ts';
import { OfficePackage, type XmlPart } from '../package/package.ts';
import { pairFields } from './fields.ts';
import type { DocxPart } from './model.ts';

const WORD = /wordprocessingml|ms-word\.(?:document|template)/u;
const OTHER_OFFICE = /spreadsheetml|presentationml|ms-excel|ms-powerpoint|opendocument|visio/u;

/** Opens a package and finds its main document by relationship, never by name. Throws notADocx, missingPart. */
export async function openDocx(bytes: Uint8Array, elements?: number): Promise<{ pack: OfficePackage; main: string }> {
  const pack = await OfficePackage.open(bytes, elements);
  const root = await pack.relationships('');
  const main = [...root.values()].find(({ type, external }) => type === 'officeDocument' && !external);
  if (main === undefined) throw new AdaptaError('notADocx');
  const type = await pack.contentType(main.part);
  if (OTHER_OFFICE.test(type)) throw new AdaptaError('notADocx', { type });
  const part = await pack.part(main.part);
  if (part === undefined) throw new AdaptaError('missingPart', { part: main.part });
  if (part.root.name !== 'w:document' || (!WORD.test(type) && part.root.child('w:body') === undefined)) {
    throw new AdaptaError('notADocx', { type });
  }
  return { pack, main: main.part };
}

/** A part with what reading its paragraphs takes: relationships, prefixes, paired fields. */
export async function docxPart(pack: OfficePackage, name: string): Promise<DocxPart | undefined> {
  const part = await pack.part(name);
  if (part === undefined) return undefined;
  return {
    ...part,
    ...prefixesOf(part),
    relationships: await pack.relationships(part.name),
    fields: part.text.includes('fldCharType') ? pairFields(part.root) : new Map(),
  };
}

function prefixesOf({ root, text }: XmlPart): { prefix: string; attributePrefix: string } {
  const tag = /^<([^\s/>]*)/u.exec(text.slice(root.start, root.contentStart))?.[1] ?? 'w:p';
  const prefix = tag.slice(0, tag.indexOf(':') + 1);
  if (prefix !== '') return { prefix, attributePrefix: prefix };
  const uri = root.attributes['xmlns'];
  const bound = Object.entries(root.attributes).find(([name, value]) => name.startsWith('xmlns:') && value === uri);
  return { prefix, attributePrefix: bound === undefined ? '' : `${bound[0].slice(6)}:` };
}
