import { Splicer } from '#main/formats/common/splice.ts';
import { parseXml, type XmlElement } from '#main/formats/package/xml.ts';
import { isAnnotation } from '../annotations.ts';
import type { OdfPart } from '../model.ts';
import { textBelow } from '../inline.ts';
import { StyleScope } from '../styles.ts';

const REMOVED = new Set([
  'office:annotation-end',
  'text:tracked-changes',
  'text:change',
  'text:change-start',
  'text:change-end',
  'presentation:notes',
  'office:scripts',
  'script:event-listener',
  'text:script',
  'text:execute-macro',
  'text:hidden-text',
  'text:dde-connection-decls',
  'delta:removed-content',
  // What somebody has filled in.
  '{http://www.w3.org/2002/xforms}model',
]);
/** Fields that show who or where somebody is. */
const PERSONAL_FIELDS =
  /^text:(?:author-.*|sender-.*|initial-creator|creator|printed-by|file-name|template-name|editing-.*)$/u;
const LOCAL_PATH = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

/**
 * A part without what names people or was not meant to be seen: comments, tracked changes, speaker notes, hidden text,
 * programs, results of fields that name a person, folders of somebody's, lines of indexes that repeat what was `omitted`.
 */
export function stripPart(text: string, part: OdfPart, omitted: readonly string[]): string {
  const root = parseXml(text, part.name, { mixed: true });
  const splicer = new Splicer(text);
  new Stripper(splicer, new StyleScope(root, part.scope.common), omitted).visit(root);
  return splicer.changed ? splicer.render() : text;
}

/** A text without the blanks that may differ where it is repeated. */
export function bareText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

class Stripper {
  readonly #splicer: Splicer;
  readonly #scope: StyleScope;

  readonly #omitted: readonly string[];

  constructor(splicer: Splicer, scope: StyleScope, omitted: readonly string[]) {
    this.#splicer = splicer;
    this.#scope = scope;
    this.#omitted = omitted;
  }

  visit(element: XmlElement): void {
    for (const child of element.children) {
      if (this.#isRemoved(child)) this.#splicer.replace(child.start, child.end, '');
      else if (PERSONAL_FIELDS.test(child.name)) this.#empty(child);
      else {
        this.#tag(child);
        if ((child.name === 'svg:desc' || child.name === 'svg:title') && LOCAL_PATH.test(child.text.trim()))
          this.#empty(child);
        this.visit(child);
      }
    }
  }

  #isRemoved(element: XmlElement): boolean {
    const { name, attributes } = element;
    if (REMOVED.has(name) || isAnnotation(name)) return true;
    if (name === 'text:section')
      return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
    // A link whose text was deleted still says where it led.
    if (name === 'text:a') return element.nodes.length > 0 && element.nodes.every((node) => this.#isNothing(node));
    if (name === 'text:span') return this.#isHidden('text', attributes['text:style-name']);
    if (name !== 'text:p' && name !== 'text:h') return false;
    return this.#isHidden('paragraph', attributes['text:style-name']) || this.#repeatsOmitted(element);
  }

  #isNothing(node: XmlElement | string): boolean {
    if (typeof node === 'string') return false;
    if (node.name === 'text:span') return node.nodes.every((inner) => this.#isNothing(inner));
    return this.#isRemoved(node);
  }

  #repeatsOmitted(element: XmlElement): boolean {
    if (this.#omitted.length === 0 || element.parent?.name !== 'text:index-body') return false;
    const line = bareText(textBelow(element));
    return this.#omitted.some((text) => line.includes(text));
  }

  #isHidden(family: string, style: string | undefined): boolean {
    if (style === undefined) return false;
    return this.#scope.property(family, style, 'style:text-properties', 'text:display') === 'none';
  }

  #empty(element: XmlElement): void {
    if (element.contentStart < element.contentEnd) this.#splicer.replace(element.contentStart, element.contentEnd, '');
  }

  /** The start tag without ids of editing sessions, and without the name of somebody's folder. */
  #tag({ start, contentStart, attributes }: XmlElement): void {
    const isLocal = LOCAL_PATH.test(attributes['xlink:href'] ?? '');
    const isLogged = 'officeooo:rsid' in attributes || 'officeooo:paragraph-rsid' in attributes;
    if (!isLocal && !isLogged) return;
    let tag = this.#splicer.text.slice(start, contentStart);
    if (isLogged) tag = tag.replaceAll(/\s[\w.-]+:(?:paragraph-)?rsid\s*=\s*(?:"[^"]*"|'[^']*')/gu, '');
    if (isLocal) tag = tag.replace(/(\s[\w.-]+:href\s*=\s*)(?:"[^"]*"|'[^']*')/u, '$1""');
    this.#splicer.replace(start, contentStart, tag);
  }
}
