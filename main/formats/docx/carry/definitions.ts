import type { XmlPart } from '#main/formats/package/package.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import type { Styles } from '../styles.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import { adaptFragment, type FragmentRules, type RootAttributes } from '#main/formats/common/fragment.ts';

/** Style and list definitions of a file, as parts and as read. */
export interface Definitions {
  readonly styles: Styles;
  readonly stylesPart: XmlPart | undefined;
  readonly numberingPart: XmlPart | undefined;
  /** The main document's root: what new parts declare. */
  readonly root: RootAttributes;
}

const LINKS = new Set([
  'w:link',
  'w:next',
  'w:rsid',
  'w:nsid',
  'w:tmpl',
  'w:styleLink',
  'w:numStyleLink',
  'w:lvlPicBulletId',
]);

/** Brings styles and lists of another file in: a style of the same name is the same style, anything else is added. */
export class DefinitionCarrier {
  readonly #from: Definitions;
  readonly #to: Definitions;
  readonly #byName: ReadonlyMap<string, string>;
  readonly #styles = new Map<string, string | undefined>();
  readonly #lists = new Map<string, string | undefined>();
  readonly #newStyles: string[] = [];
  readonly #newAbstracts: string[] = [];
  readonly #newNums: string[] = [];

  constructor(from: Definitions, to: Definitions) {
    this.#from = from;
    this.#to = to;
    this.#byName = new Map(to.styles.all().map((style) => [keyOf(style.type, style.name), style.id]));
  }

  /** The id under which a style of the other file is known here; undefined when it cannot be had. */
  style(id: string): string | undefined {
    if (this.#styles.has(id)) return this.#styles.get(id);
    const style = this.#from.styles.get(id);
    const part = this.#to.stylesPart;
    const source = this.#from.stylesPart;
    const known = style === undefined ? undefined : this.#byName.get(keyOf(style.type, style.name));
    this.#styles.set(id, known);
    if (known !== undefined || style === undefined || part === undefined || source === undefined) return known;
    const taken = (candidate: string): boolean =>
      this.#to.styles.get(candidate) !== undefined || [...this.#styles.values()].includes(candidate);
    let own = id;
    for (let number = 1; taken(own); number++) own = `${id}${number}`;
    this.#styles.set(id, own);
    const xml = source.text.slice(style.element.start, style.element.end);
    this.#newStyles.push(
      adaptFragment(xml, source.root.attributes, part.root.attributes, this.#rules({ 'w:styleId': own })),
    );
    return own;
  }

  /** The list here that stands for a list of the other file; undefined when it cannot be had. */
  list(numId: string): string | undefined {
    if (this.#lists.has(numId)) return this.#lists.get(numId);
    const source = this.#from.numberingPart;
    const part = this.#to.numberingPart;
    const num = source?.root.children.find((child) => child.name === 'w:num' && child.attributes['w:numId'] === numId);
    const abstract = source?.root.children.find(
      (child) =>
        child.name === 'w:abstractNum' && child.attributes['w:abstractNumId'] === num?.value('w:abstractNumId'),
    );
    this.#lists.set(numId, undefined);
    if (source === undefined || num === undefined || abstract === undefined) return undefined;
    const ownNum = String(highest(part, 'w:num', 'w:numId') + 1 + this.#newNums.length);
    const ownAbstract = String(highest(part, 'w:abstractNum', 'w:abstractNumId') + 1 + this.#newAbstracts.length);
    const root = part?.root.attributes ?? this.#to.root;
    this.#lists.set(numId, ownNum);
    const rules = this.#rules({ 'w:abstractNumId': ownAbstract, 'w:numId': ownNum });
    const copy = ({ start, end }: XmlElement): string =>
      adaptFragment(source.text.slice(start, end), source.root.attributes, root, rules);
    this.#newAbstracts.push(copy(abstract));
    this.#newNums.push(copy(num));
    return ownNum;
  }

  /** The inside of a part of list definitions for a file that has none; empty when no list came along. */
  get newNumbering(): string {
    return this.#to.numberingPart === undefined ? this.#newAbstracts.join('') + this.#newNums.join('') : '';
  }

  async deliver(output: PackageOutput): Promise<void> {
    const { stylesPart, numberingPart } = this.#to;
    if (stylesPart !== undefined && this.#newStyles.length > 0) {
      await output.setText(stylesPart.name, appended(stylesPart, this.#newStyles.join('')));
    }
    if (numberingPart === undefined || this.#newNums.length === 0) return;
    const splicer = new Splicer(numberingPart.text);
    const { root } = numberingPart;
    const firstNum = root.children.find((child) => child.name === 'w:num')?.start ?? root.contentEnd;
    const last = root.children.findLast((child) => child.name === 'w:num')?.end ?? root.contentEnd;
    splicer.replace(firstNum, firstNum, this.#newAbstracts.join(''));
    splicer.replace(last, last, this.#newNums.join(''));
    await output.setText(numberingPart.name, splicer.render());
  }

  #rules(own: Readonly<Record<string, string>>): FragmentRules {
    return {
      drops: (element) => LINKS.has(element.name) || (element.name === 'w:pStyle' && element.parent?.name === 'w:lvl'),
      attribute: (element, name, value) => {
        if (element.parent?.parent === null && own[name] !== undefined) return own[name];
        if (name === 'w:default') return null;
        if (name !== 'w:val') return undefined;
        if (element.name === 'w:basedOn') return this.style(value) ?? null;
        if (element.name === 'w:numId') return this.list(value) ?? '0';
        return element.name === 'w:abstractNumId' ? own['w:abstractNumId'] : undefined;
      },
    };
  }
}

function keyOf(type: string, name: string): string {
  return `${type}|${name.toLowerCase()}`;
}

function highest(part: XmlPart | undefined, name: string, attribute: string): number {
  const numbers = (part?.root.children ?? [])
    .filter((child) => child.name === name)
    .map((child) => Number(child.attributes[attribute]) || 0);
  return Math.max(0, ...numbers);
}

function appended({ text, root }: XmlPart, xml: string): string {
  return text.slice(0, root.contentEnd) + xml + text.slice(root.contentEnd);
}
