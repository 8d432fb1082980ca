import type { Mark } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { RunLook } from '../look.ts';

/** Children of run properties that stand behind a link (CT_TextCharacterProperties). */
const BEHIND_LINK = new Set(['a:hlinkMouseOver', 'a:rtl', 'a:extLst']);
const RAISED = '30000';
const LOWERED = '-25000';

interface Said {
  readonly marks: readonly Mark[];
  readonly language: string | undefined;
  /** The link's own XML. */
  readonly link: string | undefined;
  /** The prefix of DrawingML in the part, with its colon. */
  readonly prefix: string;
  /** Marks an empty run that only says the base look of its paragraph. */
  readonly isHint?: boolean;
}

/** The `a:rPr` of a run; empty when it would say nothing. */
export function runProperties(look: RunLook, { marks, language, link, prefix, isHint = false }: Said): string {
  const said: Record<string, string> = { ...(language === undefined ? {} : { lang: language }), ...look.attributes };
  if (marks.includes('bold')) said['b'] = '1';
  if (marks.includes('italic')) said['i'] = '1';
  if (marks.includes('underline')) said['u'] = 'sng';
  if (marks.includes('strike')) said['strike'] = 'sngStrike';
  if (isHint) said['noProof'] = '1';
  const baseline = baselineOf(look.attributes['baseline'], marks);
  if (baseline === undefined) delete said['baseline'];
  else said['baseline'] = baseline;
  const attributes = Object.entries(said)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const before = look.children.filter(({ name }) => !BEHIND_LINK.has(name)).map(({ xml }) => xml);
  const behind = look.children.filter(({ name }) => BEHIND_LINK.has(name)).map(({ xml }) => xml);
  const children = withPrefix(before.join(''), prefix) + (link ?? '') + withPrefix(behind.join(''), prefix);
  if (attributes === '' && children === '') return '';
  return children === '' ? `<${prefix}rPr${attributes}/>` : `<${prefix}rPr${attributes}>${children}</${prefix}rPr>`;
}

function baselineOf(own: string | undefined, marks: readonly Mark[]): string | undefined {
  const raised = Number.parseFloat(own ?? '0');
  if (marks.includes('superscript')) return raised > 0 ? own : RAISED;
  if (marks.includes('subscript')) return raised < 0 ? own : LOWERED;
  return undefined;
}

function withPrefix(xml: string, prefix: string): string {
  return prefix === 'a:' || xml === '' ? xml : xml.replaceAll(/(<\/?)a:/gu, `$1${prefix}`);
}

/** The prefix an element's tag has, with its colon. */
export function prefixOf({ start, contentStart }: XmlElement, text: string): string {
  const name = /^<([^\s/>]+)/u.exec(text.slice(start, contentStart))?.[1] ?? '';
  return name.slice(0, name.indexOf(':') + 1);
}

export interface WantedParagraph {
  readonly kind: UnitKind;
  readonly level?: number;
}

/** Children of paragraph properties that stand before a bullet, and those that make it (CT_TextParagraphProperties). */
const BEFORE_BULLET = new Set([
  'a:lnSpc',
  'a:spcBef',
  'a:spcAft',
  'a:buClrTx',
  'a:buClr',
  'a:buSzTx',
  'a:buSzPct',
  'a:buSzPts',
]);
const BULLET = /^a:bu(?:FontTx|Font|None|AutoNum|Char|Blip)$/u;

/**
 * Paragraph properties as `pPr` has them, for a new paragraph that is like its template (`fits`) or that has to become a
 * list item, or none, of some level.
 */
export function paragraphProperties(
  pPr: XmlElement | undefined,
  text: string,
  prefix: string,
  wanted: WantedParagraph,
  fits: boolean,
): string {
  if (fits) return pPr === undefined ? '' : text.slice(pPr.start, pPr.end);
  const isItem = wanted.kind === 'listItem';
  const kept = { ...pPr?.attributes };
  for (const name of ['lvl', 'marL', 'indent']) delete kept[name];
  const level = isItem ? Math.min(Math.max((wanted.level ?? 1) - 1, 0), 8) : 0;
  if (level > 0) kept['lvl'] = String(level);
  if (isItem) Object.assign(kept, { marL: String(285_750 + 457_200 * level), indent: '-285750' });
  else Object.assign(kept, { marL: '0', indent: '0' });
  const slice = (child: XmlElement): string => text.slice(child.start, child.end);
  const children = pPr?.children.filter((child) => !BULLET.test(child.name)) ?? [];
  const before = children.filter((child) => BEFORE_BULLET.has(child.name)).map(slice);
  const behind = children.filter((child) => !BEFORE_BULLET.has(child.name)).map(slice);
  const bullet = isItem ? `<${prefix}buFont typeface="Arial"/><${prefix}buChar char="•"/>` : `<${prefix}buNone/>`;
  const attributes = Object.entries(kept)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<${prefix}pPr${attributes.join('')}>${before.join('')}${bullet}${behind.join('')}</${prefix}pPr>`;
}
