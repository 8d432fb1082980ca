import type { FormatId } from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { LookProperty } from '../look.ts';
import type { DocxBlock, DocxModel, DocxPart, DocxPlaceholder } from '../model.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import { partsOfType } from '#main/formats/package/package.ts';
import { closeTag, renderItems } from '../write/items.ts';
import { clonedProperties } from '../write/paragraphs.ts';
import type { WrittenLook } from '../write/properties.ts';
import type { Workshop, WritablePlaceholder } from '../write/workshop.ts';
import { DefinitionCarrier, type Definitions } from './definitions.ts';
import { adaptFragment, type FragmentRules, type RootAttributes } from '#main/formats/common/fragment.ts';
import { addPart } from './new-part.ts';
import { NewNotes, notesPart, type NoteKind } from './notes.ts';
import { PartCarrier } from '#main/formats/common/part-carrier.ts';

/** Stands between what a pair opens and what it closes while both are rewritten as one. */
const MIDDLE = '\uE000';
const COMMENTS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']);
const BOOKMARKS = new Set(['w:bookmarkStart', 'w:bookmarkEnd']);
const STYLE_REFERENCES = new Set(['w:rStyle', 'w:pStyle', 'w:tblStyle']);
const NOTE_REFERENCES: Readonly<Record<string, NoteKind>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
};

/**
 * Brings over what only the donor has: placeholders with their pictures, links, notes and text boxes, looks, and the
 * styles and lists of added units. `source` is the writer's workshop over the donor, so that texts people wrote for the
 * donor's notes and boxes are already in what is copied.
 */
export class Carrier {
  readonly source: Workshop;
  readonly #shop: Workshop;
  readonly #parts: PartCarrier;
  readonly #definitions: DefinitionCarrier;
  readonly #notes: Readonly<Record<NoteKind, NewNotes>>;
  readonly #noteIds = new Map<string, string>();
  readonly #looks = new Map<FormatId, WrittenLook | undefined>();
  readonly #bookmarks = new Map<string, string>();
  #drawings = 0;

  private constructor(shop: Workshop, source: Workshop, from: Definitions, to: Definitions) {
    this.#shop = shop;
    this.source = source;
    this.#parts = new PartCarrier(source.model.package, shop.model.package);
    this.#definitions = new DefinitionCarrier(from, to);
    this.#notes = { footnote: new NewNotes(shop, 'footnote'), endnote: new NewNotes(shop, 'endnote') };
  }

  static async create(shop: Workshop, source: Workshop): Promise<Carrier> {
    return new Carrier(shop, source, await definitionsOf(source.model), await definitionsOf(shop.model));
  }

  /** A placeholder of the donor as it can be written into a part of the skeleton; undefined when it cannot be. */
  placeholder(id: number, part: DocxPart): WritablePlaceholder | undefined {
    const found = this.source.model.placeholders[id - 1];
    if (found === undefined || found.kind === 'comment' || (found.unpaired && found.kind === 'field')) return undefined;
    const [open = '', close = ''] = this.#adapt(this.#raw(found), found.part, part).split(MIDDLE);
    return { id: -1 - id, kind: found.kind, open: () => open, close: () => close };
  }

  /** A look only the donor has, in the skeleton's styles. */
  look(format: FormatId): WrittenLook | undefined {
    if (!this.#looks.has(format)) {
      const look = this.source.model.looks.byId.get(format);
      this.#looks.set(format, look === undefined ? undefined : this.#adaptLook(look));
    }
    return this.#looks.get(format);
  }

  /** The donor's block an added unit comes from. */
  block(anchors: readonly string[] | undefined): DocxBlock | undefined {
    const block = anchors?.[0] === undefined ? undefined : this.source.model.byAnchor.get(anchors[0]);
    return block?.kind === 'altText' ? undefined : block;
  }

  /** Paragraph properties of a donor's block, and its base look, for a part of the skeleton. */
  paragraph(block: DocxBlock, part: DocxPart): { properties: string; base: WrittenLook } {
    const { text } = this.source.part(block.part);
    const properties = clonedProperties(block.paragraphs.at(-1), text);
    return {
      properties: properties === '' ? '' : this.#adapt(properties, block.part, part),
      base: this.#adaptLook(block.base),
    };
  }

  async deliver(output: PackageOutput): Promise<void> {
    for (const kind of ['footnote', 'endnote'] as const) await this.#notes[kind].deliver(output, this.#parts);
    await this.#definitions.deliver(output);
    const { newNumbering } = this.#definitions;
    if (newNumbering !== '') await addPart('numbering', newNumbering, this.#shop, output, this.#parts);
    await this.#parts.deliver(output);
  }

  #raw(found: DocxPlaceholder): string {
    const part = this.source.part(found.part);
    const splicer = this.source.splicer(found.part);
    const open = renderItems(found.items, part, splicer);
    if (found.kind !== 'open') return open;
    const wrapper = found.wrapper ? found.items[0]?.element : undefined;
    return (
      open +
      MIDDLE +
      (wrapper === undefined ? renderItems(found.closeItems, part, splicer) : closeTag(wrapper, splicer.text))
    );
  }

  #adapt(xml: string, from: string, to: DocxPart): string {
    const source = this.source.part(from);
    return adaptFragment(xml, source.root.attributes, to.root.attributes, this.#rules(source, to));
  }

  #adaptLook(look: WrittenLook): WrittenLook {
    const properties = look.properties.flatMap((property): LookProperty[] => {
      if (property.name !== 'w:rStyle') return [property];
      const id = /val\s*=\s*["']([^"']*)["']/u.exec(property.xml)?.[1] ?? '';
      const own = this.#definitions.style(id);
      return own === undefined
        ? []
        : [{ ...property, xml: property.xml.replace(/(val\s*=\s*["'])[^"']*/u, `$1${own}`) }];
    });
    return { properties, styleTraits: look.styleTraits, complex: look.complex };
  }

  #rules(source: DocxPart, to: DocxPart): FragmentRules {
    return {
      drops: (element) =>
        COMMENTS.has(element.name) || (BOOKMARKS.has(element.name) && this.#bookmark(element) === undefined),
      attribute: (element, name, value) => {
        if (name === 'w14:paraId' || name === 'w14:textId') return null;
        if (name === 'w:val' && STYLE_REFERENCES.has(element.name)) return this.#style(value);
        if (name === 'w:val' && element.name === 'w:numId') return this.#definitions.list(value) ?? '0';
        if (name.startsWith('r:')) return this.#relationship(value, source, to);
        if (name === 'id' && element.name === 'wp:docPr') return String(900_000 + ++this.#drawings);
        if (name !== 'w:id') return undefined;
        if (BOOKMARKS.has(element.name)) return this.#bookmark(element);
        const kind = NOTE_REFERENCES[element.name];
        return kind === undefined ? undefined : this.#note(kind, value);
      },
    };
  }

  /** A style that cannot be had falls back to the default one, with a finding. */
  #style(id: string): string | null {
    const own = this.#definitions.style(id);
    if (own === undefined) this.#shop.find('styleMissing', { style: this.source.model.styles.get(id)?.name ?? id });
    return own ?? null;
  }

  #relationship(id: string, source: DocxPart, to: DocxPart): string | undefined {
    const relationship = source.relationships.get(id);
    if (relationship === undefined) return undefined;
    return this.#parts.relate(relationship, to, this.#shop.relationships);
  }

  /** A bookmark's new id; undefined for one whose name the skeleton already has: it keeps the place it has there. */
  #bookmark(element: XmlElement): string | undefined {
    const id = element.attributes['w:id'] ?? '';
    const name = element.attributes['w:name'];
    if (name !== undefined && this.#shop.mentions(`name="${name}"`)) return undefined;
    if (element.name === 'w:bookmarkStart') this.#bookmarks.set(id, String(800_000 + this.#bookmarks.size));
    return this.#bookmarks.get(id);
  }

  #note(kind: NoteKind, id: string): string {
    const key = `${kind}:${id}`;
    const known = this.#noteIds.get(key);
    if (known !== undefined) return known;
    const notes = this.#notes[kind];
    const own = notes.nextId();
    this.#noteIds.set(key, own);
    const source = notesPart(this.source.model, kind);
    const element = source?.root.children.find(
      (child) => child.name === `w:${kind}` && child.attributes['w:id'] === id,
    );
    if (source === undefined || element === undefined) return own;
    const xml = this.source.splicer(source.name).slice(element.start, element.end, true);
    notes.add(this.#adaptNote(xml, source, notes, own));
    return own;
  }

  #adaptNote(xml: string, source: DocxPart, notes: NewNotes, own: string): string {
    const target = notes.part ?? this.#shop.part(this.#shop.model.main);
    const rules = this.#rules(source, target);
    const root: RootAttributes = notes.root;
    return adaptFragment(xml, source.root.attributes, root, {
      drops: (element) => rules.drops(element),
      attribute: (element, name, value) =>
        name === 'w:id' && element.parent?.parent === null ? own : rules.attribute(element, name, value),
    });
  }
}

async function definitionsOf(model: DocxModel): Promise<Definitions> {
  const main = model.parts.get(model.main) as DocxPart;
  const part = async (type: string): ReturnType<DocxModel['package']['part']> => {
    const [name] = partsOfType(main.relationships, type);
    return name === undefined ? undefined : model.package.part(name);
  };
  return {
    styles: model.styles,
    stylesPart: await part('styles'),
    numberingPart: await part('numbering'),
    root: main.root.attributes,
  };
}
