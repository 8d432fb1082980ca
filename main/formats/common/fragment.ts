import { expandedName } from '../package/namespaces.ts';
import { escapeAttribute } from '../package/xml-text.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';
import { Splicer } from './splice.ts';

/** Attributes of a part's root: its namespace declarations are what a fragment of it relies on. */
export type RootAttributes = Readonly<Record<string, string>>;

/** What becomes of an element or attribute of a fragment on its way into another file. */
export interface FragmentRules {
  /** Elements that do not come along. */
  drops(element: XmlElement): boolean;
  /** A new value for an attribute, by expanded names; `null` leaves the attribute out; undefined leaves it alone. */
  attribute(element: XmlElement, name: string, value: string): string | null | undefined;
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Rewrites a fragment of one file's part for another's: rules applied, missing namespace prefixes declared. */
export function adaptFragment(xml: string, from: RootAttributes, to: RootAttributes, rules: FragmentRules): string {
  const declared = declarations(from);
  const head = `<root${[...declared].map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`).join('')}>`;
  const text = `${head}${xml}</root>`;
  const root = parseXml(text, 'fragment');
  const splicer = new Splicer(text);
  for (const child of root.children) adapt(child, splicer, declared, rules, missing(xml, declared, declarations(to)));
  return splicer.slice(head.length, head.length + xml.length, true);
}

function adapt(
  element: XmlElement,
  splicer: Splicer,
  declared: ReadonlyMap<string, string>,
  rules: FragmentRules,
  added: string,
): void {
  if (rules.drops(element)) {
    splicer.replace(element.start, element.end, '');
    return;
  }
  const tag = splicer.text.slice(element.start, element.contentStart);
  const rewritten = tag.replaceAll(ATTRIBUTE, (whole, raw: string, double?: string, single?: string) => {
    const colon = raw.indexOf(':');
    const uri = colon < 0 ? '' : declared.get(raw.slice(0, colon));
    const name = uri === undefined || uri === '' ? raw : expandedName(uri, raw.slice(colon + 1));
    const value = rules.attribute(element, name, double ?? single ?? '');
    if (value === undefined) return whole;
    return value === null ? '' : ` ${raw}="${escapeAttribute(value)}"`;
  });
  const complete = added === '' ? rewritten : rewritten.replace(/^<[^\s/>]+/u, (name) => name + added);
  if (complete !== tag) splicer.replace(element.start, element.contentStart, complete);
  for (const child of element.children) adapt(child, splicer, declared, rules, '');
}

function declarations(root: RootAttributes): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, uri] of Object.entries(root)) {
    if (name === 'xmlns') found.set('', uri);
    else if (name.startsWith('xmlns:')) found.set(name.slice(6), uri);
  }
  return found;
}

/** Declarations of prefixes the fragment uses and the target binds to nothing, or to something else. */
function missing(xml: string, from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string {
  let added = '';
  for (const [prefix, uri] of from) {
    const bound = to.get(prefix);
    const isSame = bound !== undefined && expandedName(bound, '') === expandedName(uri, '');
    if (isSame || !uses(xml, prefix)) continue;
    added += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
  }
  return added;
}

function uses(xml: string, prefix: string): boolean {
  if (prefix === '') return /<[^/!?:\s>]+[\s/>]/u.test(xml);
  return (
    xml.includes(`<${prefix}:`) ||
    xml.includes(` ${prefix}:`) ||
    new RegExp(`Requires="[^"]*\\b${prefix}\\b`, 'u').test(xml)
  );
}
