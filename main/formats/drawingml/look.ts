import { createHash } from 'node:crypto';
import type { FormatId, Mark } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { DrawingPart } from './model.ts';

/** What a paragraph hands down to its runs, as far as a run may have to say the opposite. */
export interface Inherited {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
}

export const NOTHING_INHERITED: Inherited = { bold: false, italic: false, underline: false, strike: false };
/** Where what is handed down is not known, every "not bold" says something. */
export const UNKNOWN_INHERITED: Inherited = { bold: true, italic: true, underline: true, strike: true };

export interface LookChild {
  readonly name: string;
  /** With `a:` as the prefix of DrawingML, whatever the file calls it. */
  readonly xml: string;
}

/** How a run looks: its properties without the marks Adapta edits, without language, proofing and links. */
export interface RunLook {
  readonly id: FormatId;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly LookChild[];
  readonly marks: readonly Mark[];
  readonly language: string | undefined;
  /** Hundredths of a point, when the run says its size. */
  readonly size: number | undefined;
  /** The part whose relationships or prefixes the look relies on; elsewhere it cannot be written. */
  readonly part: string | undefined;
}

/** Attributes of CT_TextCharacterProperties (21.1.2.3.9) that are no look, or that the marks tell. */
const NO_LOOK = new Set(['lang', 'altLang', 'dirty', 'err', 'noProof', 'smtClean', 'smtId', 'bmk']);
/** Tenths of a percent that programs give raised and lowered letters: PowerPoint's own are said by the mark alone. */
const RAISED = '30000';
const LOWERED = '-25000';
const LINKS = new Set(['a:hlinkClick']);
const DRAWING = /^a:/u;

/** A short name for a look: equal looks of two files have equal names. */
export function formatId(canonical: string): FormatId {
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}

export const PLAIN_LOOK: RunLook = {
  id: formatId(''),
  attributes: {},
  children: [],
  marks: [],
  language: undefined,
  size: undefined,
  part: undefined,
};

/** Whether an `xsd:boolean` attribute says yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The looks of one file; the same few run properties come thousands of times, each is resolved once. */
export class Looks {
  readonly byId = new Map<FormatId, RunLook>([[PLAIN_LOOK.id, PLAIN_LOOK]]);
  readonly #caches = new Map<Inherited, Map<string, RunLook>>();

  of(part: DrawingPart, rPr: XmlElement | undefined, inherited: Inherited): RunLook {
    if (rPr === undefined) return PLAIN_LOOK;
    let cache = this.#caches.get(inherited);
    if (cache === undefined) this.#caches.set(inherited, (cache = new Map()));
    const own = part.text.slice(rPr.start, rPr.end);
    const key = rPr.children.length === 0 ? own : `${part.name}|${own}`;
    let look = cache.get(key);
    if (look === undefined) {
      look = resolve(part, rPr, inherited);
      cache.set(key, look);
      if (!this.byId.has(look.id)) this.byId.set(look.id, look);
    }
    return look;
  }
}

function resolve(part: DrawingPart, rPr: XmlElement, inherited: Inherited): RunLook {
  const said = rPr.attributes;
  const marks = marksOf(said);
  const attributes: Record<string, string> = {};
  for (const name of Object.keys(said).toSorted()) {
    const value = said[name] as string;
    if (!name.startsWith('xmlns') && isLook(name, value, marks, inherited)) attributes[name] = value;
  }
  const children = rPr.children
    .filter((child) => !LINKS.has(child.name))
    .map((child) => ({ name: child.name, xml: canonicalXml(child, part), bound: isBound(child) }));
  const canonical = `${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}${children.map(({ xml }) => xml).join('')}`;
  const bound = children.some((child) => child.bound) ? part.name : undefined;
  return {
    id: formatId(bound === undefined ? canonical : `${canonical}|${bound}`),
    attributes,
    children: children.map(({ name, xml }) => ({ name, xml })),
    marks,
    language: said['lang'],
    size: sizeOf(said['sz']),
    part: bound,
  };
}

function sizeOf(value: string | undefined): number | undefined {
  const size = Number(value);
  return value !== undefined && size > 0 && size <= 400_000 ? size : undefined;
}

function marksOf(said: Readonly<Record<string, string>>): readonly Mark[] {
  const marks: Mark[] = [];
  if (isOn(said['b'])) marks.push('bold');
  if (isOn(said['i'])) marks.push('italic');
  if (said['u'] === 'sng') marks.push('underline');
  if (said['strike'] === 'sngStrike') marks.push('strike');
  const raised = Number.parseFloat(said['baseline'] ?? '0');
  if (raised > 0) marks.push('superscript');
  if (raised < 0) marks.push('subscript');
  return marks;
}

function isLook(name: string, value: string, marks: readonly Mark[], inherited: Inherited): boolean {
  switch (name) {
    case 'b':
      return !marks.includes('bold') && inherited.bold;
    case 'i':
      return !marks.includes('italic') && inherited.italic;
    case 'u':
      return value === 'none' ? inherited.underline : value !== 'sng';
    case 'strike':
      return value === 'noStrike' ? inherited.strike : value !== 'sngStrike';
    case 'baseline':
      return Number.parseFloat(value) !== 0 && value !== RAISED && value !== LOWERED;
    default:
      return !NO_LOOK.has(name);
  }
}

/** An element whose meaning hangs on its part: it names a relationship, or holds what is not DrawingML. */
function isBound(element: XmlElement): boolean {
  if (!DRAWING.test(element.name)) return true;
  return (
    Object.keys(element.attributes).some((name) => name.startsWith('r:')) ||
    element.children.some((child) => isBound(child))
  );
}

function canonicalXml(element: XmlElement, part: DrawingPart): string {
  if (!DRAWING.test(element.name)) return part.text.slice(element.start, element.end);
  const attributes = Object.entries(element.attributes).filter(([name]) => !name.startsWith('xmlns'));
  if (attributes.some(([name]) => name.includes(':'))) return part.text.slice(element.start, element.end);
  const said = attributes
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, value]) =>
        ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
    );
  const inner = element.children.map((child) => canonicalXml(child, part)).join('');
  return inner === ''
    ? `<${element.name}${said.join('')}/>`
    : `<${element.name}${said.join('')}>${inner}</${element.name}>`;
}

/** The commonest look of the text outside links, else of the linked text: what new text gets. */
export function baseLookOf<T extends { readonly id: FormatId }>(
  texts: readonly { readonly look: T; readonly size: number; readonly linked: boolean }[],
): T | undefined {
  const outside = texts.filter((text) => !text.linked);
  const sizes = new Map<FormatId, { look: T; size: number }>();
  for (const { look, size } of outside.length > 0 ? outside : texts) {
    const entry = sizes.get(look.id);
    if (entry === undefined) sizes.set(look.id, { look, size });
    else entry.size += size;
  }
  let best: { look: T; size: number } | undefined;
  for (const entry of sizes.values()) if (best === undefined || entry.size > best.size) best = entry;
  return best?.look;
}
