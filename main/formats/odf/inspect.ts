import type { Tally } from '../common/tally.ts';
import type { XmlPart } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import type { OdfSource } from './open.ts';

const ARCHIVE = /\.(?:zip|docx|xlsx|pptx|od[tpsg]|jar|7z|rar)$/iu;
export const MACROS = /^(?:Basic|Scripts|Dialogs)\//u;
export const SIGNATURES = /^META-INF\/[^/]*signatures[^/]*$/iu;

/** Notes what people should know about a document before they work on it. */
export function inspectDocument(source: OdfSource, tally: Tally): void {
  inspectPart(source.content, tally);
  if (source.styles !== undefined && source.styles !== source.content) inspectPart(source.styles, tally);
  for (const { name } of source.package?.archive.entries ?? []) {
    const short = name.slice(name.lastIndexOf('/') + 1);
    if (MACROS.test(name) && !name.endsWith('/')) tally.noteOnce('macros');
    if (/\.svg$/iu.test(name)) tally.note('svg', short);
    if (ARCHIVE.test(name)) tally.note('nestedArchive', short);
    if (name.startsWith('Versions/') && short !== '') tally.note('unreadPart', name.slice(0, 120));
  }
  const template = source.meta?.root.child('office:meta')?.child('meta:template')?.attributes['xlink:href'];
  if (template !== undefined && /^https?:/iu.test(template)) tally.note('remoteTemplate', hostOf(template));
}

/** What is looked for below; most parts have nothing of it, and a search is cheaper than a walk. */
const TELLING =
  /:(?:changed-region|forms|script|event-listener|execute-macro|dde-connection|dde-connection-decl|section-source|floating-frame|plugin|image|object)[\s/>]/u;

function inspectPart({ text, root }: XmlPart, tally: Tally): void {
  if (TELLING.test(text)) inspectElement(root, tally);
}

function inspectElement(element: XmlElement, tally: Tally): void {
  const { name, attributes } = element;
  switch (name) {
    case 'text:changed-region':
      countChange(element, tally);
      break;
    case 'office:forms':
      if (element.children.length > 0) tally.note('activeContent');
      return;
    case 'office:script':
    case 'script:event-listener':
    case 'text:script':
    case 'text:execute-macro':
      tally.noteOnce('macros');
      break;
    case 'text:dde-connection':
    case 'text:dde-connection-decl':
      tally.note('dde');
      break;
    case 'draw:image':
    case 'draw:object':
    case 'text:section-source':
    case 'draw:floating-frame':
    case 'draw:plugin': {
      const href = attributes['xlink:href'] ?? '';
      if (/^(?:https?|ftp|file|smb):|^\/|^\.\.\//iu.test(href)) tally.note('externalTarget', hostOf(href));
      break;
    }
    default:
      break;
  }
  for (const child of element.children) inspectElement(child, tally);
}

function countChange(region: XmlElement, tally: Tally): void {
  if (region.child('text:insertion') !== undefined) tally.trackedInsertions += 1;
  if (region.child('text:deletion') === undefined) return;
  tally.trackedDeletions += 1;
  tally.noteOnce('deletedText');
}

/** The host of an address, or the address shortened: enough for people to recognise it. */
function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host || target.slice(0, 80) : target.slice(0, 80);
}
