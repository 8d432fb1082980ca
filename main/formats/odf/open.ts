import { AdaptaError } from '#shared/model/errors.ts';
import { OpenDocumentPackage } from '../package/open-document.ts';
import type { XmlPart } from '../package/package.ts';
import { decodePart } from '../package/xml-text.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';

export type OdfKind = 'text' | 'presentation';

/** An opened document: a package, or one file of XML that holds everything (ODF 1.3 part 3, 3.1.2). */
export interface OdfSource {
  readonly kind: OdfKind;
  /** Undefined for a flat file. */
  readonly package: OpenDocumentPackage | undefined;
  readonly content: XmlPart;
  /** The same part as `content` in a flat file; undefined where a package has none. */
  readonly styles: XmlPart | undefined;
  readonly meta: XmlPart | undefined;
  readonly settings: XmlPart | undefined;
  /** `office:text` or `office:presentation`. */
  readonly body: XmlElement;
}

/** The name of the one part of a flat file. */
export const FLAT = 'document.xml';

/** Opens either form. Throws notThisFormat when it holds another kind of document, missingPart, and what parsing throws. */
export async function openOdf(bytes: Uint8Array, kind: OdfKind): Promise<OdfSource> {
  if (isFlat(bytes)) return openFlat(bytes, kind);
  const pack = await OpenDocumentPackage.open(bytes);
  const content = await pack.part('content.xml');
  if (content === undefined) throw new AdaptaError('missingPart', { part: 'content.xml' });
  return {
    kind,
    package: pack,
    content,
    styles: await pack.part('styles.xml'),
    meta: await pack.optionalPart('meta.xml'),
    settings: await pack.optionalPart('settings.xml'),
    body: bodyOf(content.root, kind, pack.mediaType),
  };
}

function isFlat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  return /^(?:\u00EF\u00BB\u00BF)?\s*</u.test(head) || /^(?:\u00FF\u00FE<|\u00FE\u00FF\0<)/u.test(head);
}

function openFlat(bytes: Uint8Array, kind: OdfKind): OdfSource {
  const decoded = decodePart(bytes, FLAT);
  const root = parseXml(decoded.text, FLAT, { mixed: true });
  if (root.name !== 'office:document') throw new AdaptaError('notThisFormat', { root: root.name.slice(0, 80) });
  const part = { ...decoded, name: FLAT, root };
  const body = bodyOf(root, kind, root.attributes['office:mimetype'] ?? '');
  return { kind, package: undefined, content: part, styles: part, meta: part, settings: part, body };
}

function bodyOf(root: XmlElement, kind: OdfKind, type: string): XmlElement {
  const body = root.child('office:body')?.child(`office:${kind}`);
  if (body === undefined) throw new AdaptaError('notThisFormat', { type: type.slice(0, 80) });
  return body;
}
