import { NEW_TAB, type FormatId, type PlaceholderId } from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Look } from '../look.ts';
import type { OdfBlock, OdfPart } from '../model.ts';
import type { OdfOutput } from '../write/output.ts';
import type { Carrier, Workshop, WritablePlaceholder } from '../write/shop.ts';
import { styleOf } from '../write/templates.ts';
import { CarriedFiles } from './files.ts';
import { withNamespaces } from './namespaces.ts';
import { CarriedStyles } from './styles.ts';

/** Marks of places and halves of things mean nothing in another file. */
const STAY: ReadonlySet<string> = new Set(['bookmark', 'comment', 'open', 'close']);
const TAG = /<[^<>]*>/gu;
const HREF = /(\s[\w.-]+:href\s*=\s*)"([^"]*)"/gu;
const OWN_ID = /\sxml:id\s*=\s*(?:"[^"]*"|'[^']*')/gu;

/** Brings over what only the document's other file has: images, notes, boxes, formulas, with their styles and files. */
export class DonorCarrier implements Carrier {
  readonly #shop: Workshop;
  readonly #source: Workshop;
  readonly #files: CarriedFiles;
  readonly #styles: CarriedStyles;
  /** Elements that have been written into the skeleton. */
  readonly #brought = new Set<XmlElement>();

  constructor(shop: Workshop, source: Workshop) {
    this.#shop = shop;
    this.#source = source;
    this.#files = new CarriedFiles(source.model.source, shop.model.source);
    this.#styles = new CarriedStyles(shop, source);
  }

  placeholder(id: PlaceholderId, part: OdfPart): WritablePlaceholder | undefined {
    const found = this.#source.model.placeholders[id - 1];
    const [element] = found?.elements ?? [];
    if (found === undefined || element === undefined || STAY.has(found.kind)) return undefined;
    const from = this.#source.part(found.part);
    const own = this.#source.placeholder(id, from);
    if (own === undefined || !this.#files.canBring(element)) return undefined;
    const chain = found.chain.flatMap((name) => this.#styles.carry('text', name, from, part) ?? []);
    return {
      id: NEW_TAB - id,
      kind: found.kind,
      chain,
      open: () => {
        this.#brought.add(element);
        return this.#fit(own.open(), from, part);
      },
      close: () => '',
    };
  }

  look(format: FormatId): Look | undefined {
    return this.#source.model.looks.byId.get(format);
  }

  styleOf(anchors: readonly string[] | undefined): string | undefined {
    const block = this.#source.model.byAnchor.get(anchors?.[0] ?? '');
    if (block === undefined) return undefined;
    const name = styleOf(block, this.#source.model);
    const { content } = this.#shop.model.source;
    const known = this.#shop.part(content.name).scope.get('paragraph', name);
    return known === undefined || name === 'Standard' ? undefined : name;
  }

  /** Whether a block of the donor came along inside something that was written. */
  brought(block: OdfBlock): boolean {
    for (let at: XmlElement | null = block.element; at !== null; at = at.parent) if (this.#brought.has(at)) return true;
    return false;
  }

  deliver(output: OdfOutput): Promise<void> {
    return this.#files.deliver(output);
  }

  /** A piece of the donor as it can stand in the skeleton: its styles, files and prefixes are known there. */
  #fit(xml: string, from: OdfPart, to: OdfPart): string {
    let isFirst = true;
    return xml.replaceAll(TAG, (tag) => {
      if (tag.startsWith('</') || tag.startsWith('<!') || tag.startsWith('<?')) return tag;
      const named = this.#styles.rename(tag, from, to).replaceAll(OWN_ID, '');
      const fitting = named.replaceAll(
        HREF,
        (_, before: string, href: string) => `${before}"${this.#files.bring(href)}"`,
      );
      const whole = isFirst ? withNamespaces(fitting, xml, from, to) : fitting;
      isFirst = false;
      return whole;
    });
  }
}
