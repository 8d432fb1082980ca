import { createHash } from 'node:crypto';
import type { FormatId, Mark } from '#shared/model/content.ts';
import { MARK_GROUPS, type MarkGroup } from './marks.ts';
import { textProperties, type Style, type StyleScope } from './styles.ts';

/** How text looks by the spans around it: the properties without the marks, and the marks. */
export interface Look {
  readonly id: FormatId;
  /** Common styles named by the spans, outermost first. */
  readonly named: readonly string[];
  /** What automatic styles say beside them, by attribute. */
  readonly own: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  readonly hidden: boolean;
  readonly language: string | undefined;
  /** Something said was left out because it says nothing in this paragraph: the spans are no model for others. */
  readonly loose: boolean;
}

/** What a paragraph hands down to its text. */
export interface Inherited {
  readonly marks: ReadonlySet<MarkGroup>;
  readonly hidden: boolean;
  readonly language: string | undefined;
}

export const NOTHING_INHERITED: Inherited = { marks: new Set(), hidden: false, language: undefined };

/** Never part of a look: language, ids of editing sessions, hiding. */
const NO_LOOK =
  /^(?:fo:(?:language|country|script)|style:(?:language|country|script|rfc-language-tag)(?:-(?:asian|complex))?|style:rfc-language-tag|officeooo:.*|text:(?:display|condition)|xmlns.*)$/u;

/** A short name for a look: equal looks of two files have equal names. */
export function formatId(canonical: string): FormatId {
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}

export const PLAIN_FORMAT = formatId('');

/** The look of text inside spans of these styles, outermost first, in a paragraph that hands these marks down. */
export function lookOf(chain: readonly string[], scope: StyleScope, inherited: Inherited): Look {
  const named: string[] = [];
  const own = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const name of chain) {
    for (const style of scope.chain('text', name).toReversed()) overlay(style, own, byName);
    const common = scope.named('text', name);
    if (common !== undefined && named.at(-1) !== common.name) named.push(common.name);
  }
  const said = (attribute: string): string | undefined => own.get(attribute) ?? byName.get(attribute);
  const language = languageOf(said);
  const hidden = said('text:display') === 'none' || (inherited.hidden && said('text:display') === undefined);
  const { marks, loose } = takeMarks(own, byName, inherited.marks);
  for (const attribute of own.keys()) if (NO_LOOK.test(attribute)) own.delete(attribute);
  const canonical = [...named, ...Array.from(own, ([key, value]) => `${key}=${value}`).toSorted()].join('\u0001');
  return {
    id: canonical === '' ? PLAIN_FORMAT : formatId(canonical),
    named,
    own,
    marks,
    hidden,
    language: language ?? inherited.language,
    loose,
  };
}

function overlay(style: Style, own: Map<string, string>, byName: Map<string, string>): void {
  for (const [attribute, value] of Object.entries(textProperties(style))) {
    if (style.automatic) own.set(attribute, value);
    else {
      byName.set(attribute, value);
      own.delete(attribute);
    }
  }
}

/** Takes the marks out of what is said; "no mark" stays where the paragraph would hand the mark down. */
function takeMarks(
  own: Map<string, string>,
  byName: ReadonlyMap<string, string>,
  inherited: ReadonlySet<MarkGroup>,
): { marks: readonly Mark[]; loose: boolean } {
  const marks: Mark[] = [];
  let loose = false;
  const said = (attribute: string): string | undefined => own.get(attribute) ?? byName.get(attribute);
  const ofName = (attribute: string): string | undefined => byName.get(attribute);
  for (const group of MARK_GROUPS) {
    const state = group.state(said);
    if (state === 'on') marks.push(group.markOf(said));
    if (state === 'off') {
      const isOverriding = group.state(ofName) !== 'on' && inherited.has(group);
      if (isOverriding) continue;
      loose ||= group.state(ofName) !== 'on' && group.attributes.some((attribute) => own.has(attribute));
    }
    if (state === 'on' || state === 'off') dropGroup(group, own);
  }
  return { marks, loose };
}

/** A companion for other scripts that says otherwise than the mark is a look of its own. */
function dropGroup({ attributes, marks }: MarkGroup, own: Map<string, string>): void {
  const [main = ''] = attributes;
  const value = own.get(main);
  for (const attribute of attributes) {
    const isCompanion = marks[0] === 'bold' || marks[0] === 'italic';
    if (attribute === main || !isCompanion || value === undefined || own.get(attribute) === value)
      own.delete(attribute);
  }
}

/** BCP 47 of `fo:language` and `fo:country`; `none` and `zxx` say that there is none. */
export function languageOf(get: (attribute: string) => string | undefined): string | undefined {
  const language = get('fo:language');
  if (language === undefined || language === 'none' || language === 'zxx' || language === '') return undefined;
  const country = get('fo:country');
  return country === undefined || country === 'none' || country === '' ? language : `${language}-${country}`;
}
