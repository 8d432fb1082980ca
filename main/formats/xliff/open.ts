import { AdaptaError } from '#shared/model/errors.ts';
import { decodePart, type PartText } from '../package/xml-text.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';
import { violationsOf12 } from './validate/rules12.ts';
import { violationsOf } from './validate/validate.ts';
import { violationError } from './validate/violation.ts';

/** The name errors give the file, which has no parts. */
const PART = 'xliff';

export interface OpenXliff {
  readonly part: PartText;
  readonly root: XmlElement;
  /** 1: XLIFF 1.x; 2: XLIFF 2.0 and 2.1. */
  readonly version: 1 | 2;
}

/**
 * Decodes and parses. Throws what the XML layer throws (doctype before anything else), notThisFormat when the root is no
 * XLIFF of a known version.
 */
export function openXliff(bytes: Uint8Array): OpenXliff {
  const part = decodePart(bytes, PART);
  const root = parseXml(part.text, PART, { mixed: true });
  if (root.name === 'xlf:xliff') return { part, root, version: 2 };
  // Files without a namespace are common among those of version 1.
  const isFirst =
    root.name === 'xlf12:xliff' || (root.name === 'xliff' && root.attributes['version']?.startsWith('1.'));
  if (isFirst === true) return { part, root, version: 1 };
  throw new AdaptaError('notThisFormat', { name: root.name.slice(-120) });
}

/** As {@link openXliff}, and holds the file to its standard. Throws invalidXliff with the first broken rule. */
export function openValidXliff(bytes: Uint8Array): OpenXliff {
  const file = openXliff(bytes);
  const [first] = file.version === 2 ? violationsOf(file.root) : violationsOf12(file.root);
  if (first !== undefined) throw violationError(first, file.part.text);
  return file;
}
