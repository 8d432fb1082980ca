import type { Mark } from '#shared/model/content.ts';
import type { Look } from '../look.ts';
import type { Looks } from '../looks.ts';
import { MARK_GROUPS } from '../marks.ts';
import type { OdfPart } from '../model.ts';
import type { Style } from '../styles.ts';
import type { Prefixes } from './prefixes.ts';
import type { Splicer } from '#main/formats/common/splice.ts';

/**
 * The automatic styles of one part, and those new text needs beside them: the only thing outside paragraphs that
 * rewriting them adds.
 */
export class StylesMade {
  readonly #part: OdfPart;
  readonly #looks: Looks;
  readonly #prefixes: Prefixes;
  readonly #language: string | undefined;
  /** By name, in the order they were made. */
  readonly #made = new Map<string, string>();
  readonly #used: Set<string>;
  readonly #chains = new Map<string, readonly string[]>();
  readonly #derived = new Map<string, string>();

  constructor(part: OdfPart, looks: Looks, prefixes: Prefixes, language: string | undefined) {
    this.#part = part;
    this.#looks = looks;
    this.#prefixes = prefixes;
    this.#language = language;
    this.#used = new Set(Array.from(part.scope.own(), (style) => style.name));
    for (const { name } of part.scope.common.table.values()) this.#used.add(name);
  }

  get isEmpty(): boolean {
    return this.#made.size === 0;
  }

  /** Styles of the spans that give text this look and these marks, outermost first: found, or made. */
  chain(look: Look, marks: readonly Mark[]): readonly string[] {
    const key = `${look.id}|${marks.join('+')}`;
    let chain = this.#chains.get(key);
    if (chain !== undefined) return chain;
    if (this.#language === undefined) chain = this.#looks.chainFor(this.#part.scope, look.id, marks);
    chain ??= this.#make(look, marks, this.#language === undefined ? {} : tongue(this.#language));
    this.#chains.set(key, chain);
    return chain;
  }

  #make(look: Look, marks: readonly Mark[], more: Readonly<Record<string, string>>): readonly string[] {
    const { scope } = this.#part;
    const named = look.named.filter((name) => scope.get('text', name) !== undefined);
    const said = this.#looks.namedProperties({ ...look, named }, scope);
    const properties = new Map(look.own);
    for (const group of MARK_GROUPS) {
      const wanted = group.marks.find((mark) => marks.includes(mark));
      const ofName = (attribute: string): string | undefined => said.get(attribute);
      const isNamed = group.state(ofName) === 'on';
      if (wanted !== undefined && !(isNamed && group.markOf(ofName) === wanted)) {
        for (const attribute of group.attributes) properties.delete(attribute);
        for (const [attribute, value] of Object.entries(group.said(wanted))) properties.set(attribute, value);
      } else if (wanted === undefined && isNamed) {
        for (const [attribute, value] of Object.entries(group.said(undefined))) properties.set(attribute, value);
      }
    }
    for (const [attribute, value] of Object.entries(more)) properties.set(attribute, value);
    if (properties.size === 0) return named;
    const parent = named.at(-1);
    const name = this.#freeName('T');
    this.#made.set(
      name,
      this.#prefixes.tag('style:style', {
        'style:name': name,
        'style:family': 'text',
        'style:parent-style-name': parent,
      }) +
        this.#prefixes.tag('style:text-properties', Object.fromEntries(properties), true) +
        this.#prefixes.end('style:style'),
    );
    return [...named.slice(0, -1), name];
  }

  #freeName(stem: string): string {
    let number = 1;
    while (this.#used.has(`${stem}${number}`)) number += 1;
    const name = `${stem}${number}`;
    this.#used.add(name);
    return name;
  }

  /**
   * An automatic paragraph style fit for another paragraph: as it stands, without the change of page it asks for.
   * The name itself where it asks for none.
   */
  withoutPage(style: Style | undefined): string | undefined {
    if (style === undefined || !style.automatic || !changesPage(style)) return style?.name;
    const known = this.#derived.get(style.name);
    if (known !== undefined) return known;
    const name = this.#freeName('P');
    const { text } = this.#part;
    const { element } = style;
    const old = text.slice(element.start, element.end);
    const clean = old
      .replace(/(\s[\w.-]+:name\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${name}"`)
      .replaceAll(
        /\s[\w.-]+:(?:master-page-name|break-before|break-after|page-number)\s*=\s*(?:"[^"]*"|'[^']*')/gu,
        '',
      );
    this.#made.set(name, clean);
    this.#derived.set(style.name, name);
    return name;
  }

  /** A style written elsewhere, under a name that is free here. */
  adopt(stem: string, write: (name: string) => string): string {
    const name = this.#used.has(stem) ? this.#freeName(`${stem.replace(/\d+$/u, '')}A`) : stem;
    this.#used.add(name);
    this.#made.set(name, write(name));
    return name;
  }

  /** What was made under that name. */
  made(name: string): string | undefined {
    return this.#made.get(name);
  }

  /** Puts what was made at the end of the automatic styles of a part that has been rendered. */
  insertInto(rendered: string, splicer: Splicer): string {
    if (this.isEmpty) return rendered;
    const { root, scope } = this.#part;
    const { automatic } = scope;
    const xml = [...this.#made.values()].join('');
    if (automatic !== undefined && automatic.contentEnd < automatic.end) {
      const at = splicer.slice(0, automatic.contentEnd, true).length;
      return rendered.slice(0, at) + xml + rendered.slice(at);
    }
    const whole = this.#prefixes.tag('office:automatic-styles') + xml + this.#prefixes.end('office:automatic-styles');
    if (automatic !== undefined) {
      const at = splicer.slice(0, automatic.start, true).length;
      return rendered.slice(0, at) + whole + rendered.slice(at + automatic.end - automatic.start);
    }
    const next = root.children.find(({ name }) => name === 'office:master-styles' || name === 'office:body');
    const at = splicer.slice(0, next?.start ?? root.contentStart, true).length;
    return rendered.slice(0, at) + whole + rendered.slice(at);
  }
}

/** Whether paragraphs of an automatic style begin another page (16.2 `style:master-page-name`, 20.191). */
export function changesPage(style: Style): boolean {
  if (changesPageStyle(style)) return true;
  const properties = style.automatic ? style.element.child('style:paragraph-properties')?.attributes : undefined;
  return ['fo:break-before', 'fo:break-after'].some((name) => (properties?.[name] ?? 'auto') !== 'auto');
}

export function changesPageStyle({ automatic, element }: Style): boolean {
  return automatic && (element.attributes['style:master-page-name'] ?? '') !== '';
}

function tongue(tag: string): Readonly<Record<string, string>> {
  const [language = '', country] = tag.split('-');
  return { 'fo:language': language, 'fo:country': country ?? 'none' };
}

/** The language part of a tag, to tell whether a text's own differs from the file's. */
export function sameLanguage(a: string | undefined, b: string | undefined): boolean {
  return a?.split('-')[0]?.toLowerCase() === b?.split('-')[0]?.toLowerCase();
}
