import { isText, type Content } from '#shared/model/content.ts';
import { isUnchanged, planContainer, type Locate, type Plan, type Planned } from '#main/formats/common/plan.ts';
import type { WriteContainer } from '#main/formats/format.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { PLAIN_LOOK } from '../look.ts';
import type { BodyPlace, DrawingBlock, DrawingPart, ParagraphPlace } from '../model.ts';
import { paragraphsOf } from '../reader.ts';
import { spanOf } from '../paragraph.ts';
import { renderContent } from './content-xml.ts';
import { paragraphProperties, prefixOf, type WantedParagraph } from './properties.ts';
import type { DrawingShop } from './shop.ts';

export type DrawingPlan = Plan<DrawingBlock>;

/**
 * Turns the units of containers into edits of the shop's parts, and takes out what is omitted. A body always keeps a
 * paragraph. Returns the plans. Throws badRequest, crossesContainer.
 */
export function makeEdits(
  shop: DrawingShop,
  containers: readonly WriteContainer[],
  omit: readonly string[],
  locate: Locate,
): readonly DrawingPlan[] {
  const plans = containers.map((container) => planContainer(container, locate, shop));
  for (const plan of plans) placeContainer(plan, shop);
  const dropped = new Set(plans.flatMap((plan) => plan.dropped));
  for (const anchor of omit) {
    const block = shop.model.byAnchor.get(anchor);
    if (block !== undefined) dropped.add(block);
  }
  for (const block of dropped) dropBlock(block, shop);
  return plans;
}

function placeContainer(plan: DrawingPlan, shop: DrawingShop): void {
  const [first] = plan.items;
  if (first === undefined) return;
  if (first.block?.form === 'value') {
    placeValue(plan, first.block, shop);
    return;
  }
  const body = shop.model.containers.get(plan.container);
  if (body === undefined) {
    shop.find('containerMissing', { container: plan.container });
    return;
  }
  const writings = plan.items.reduce((most, { block }) => Math.max(most, block?.places.length ?? 0), 1);
  for (let index = 0; index < writings; index++) new Placing(plan, index, body, shop).run();
}

/** Text without runs takes all its units say, in one line. */
function placeValue({ items }: DrawingPlan, block: DrawingBlock, shop: DrawingShop): void {
  const content = items.flatMap((item, index): Content => (index === 0 ? item.content : [BLANK, ...item.content]));
  if (items.length === 1 && isUnchanged(block, content)) return;
  writeValue(block, content.map((run) => (isText(run) ? run.text : ' ')).join(''), shop);
}

const BLANK = { text: ' ', marks: [] } as const;

function writeValue({ places }: DrawingBlock, text: string, shop: DrawingShop): void {
  const xml = escapeAttribute(text).replaceAll("'", '&apos;');
  for (const { part, start, end } of places) {
    shop.splicer(part).replace(start, end, xml);
    if (hasWorkbook(shop.part(part))) shop.staleWorkbooks.add(part);
  }
}

/** Whether a chart's words come from a workbook (21.2.2.63 `c:externalData`; in newer charts below `cx:chartData`). */
function hasWorkbook({ root }: DrawingPart): boolean {
  return (
    root.child('c:externalData') !== undefined || root.child('cx:chartData')?.child('cx:externalData') !== undefined
  );
}

/** One writing of a container: its own body, or another that repeats its text. */
class Placing {
  readonly #plan: DrawingPlan;
  readonly #index: number;
  readonly #body: BodyPlace;
  readonly #shop: DrawingShop;

  constructor(plan: DrawingPlan, index: number, body: BodyPlace, shop: DrawingShop) {
    this.#plan = plan;
    this.#index = index;
    this.#body = body;
    this.#shop = shop;
  }

  run(): void {
    const { items } = this.#plan;
    let cursor = this.#start();
    let filler = this.#index === 0 && cursor === undefined ? paragraphsOf(this.#body.element)[0] : undefined;
    for (const item of items) {
      const place = this.#placeOf(item.block);
      if (place !== undefined && item.stays) {
        if (item.block !== undefined && !isUnchanged(item.block, item.content)) this.#edit(place, item.content);
        cursor = { part: place.part, offset: place.element.end, body: place.element.parent as XmlElement };
        continue;
      }
      const xml = place === undefined ? this.#added(item, filler) : this.#moved(item, place);
      if (xml === undefined) continue;
      if (filler !== undefined) {
        this.#shop.splicer(this.#body.part).replace(filler.start, filler.end, xml);
        cursor = { part: this.#body.part, offset: filler.end, body: this.#body.element };
        filler = undefined;
      } else if (cursor !== undefined) {
        this.#shop.splicer(cursor.part).replace(cursor.offset, cursor.offset, xml);
        this.#shop.left(cursor.body, 1);
      } else this.#shop.find('containerMissing', { container: this.#plan.container });
    }
  }

  #placeOf(block: DrawingBlock | undefined): ParagraphPlace | undefined {
    return block?.form === 'paragraph' ? block.places[this.#index] : undefined;
  }

  /** Where paragraphs go that come before any that stays; undefined for a body without text. */
  #start(): { part: string; offset: number; body: XmlElement } | undefined {
    const staying = this.#plan.items.find((item) => item.stays && this.#placeOf(item.block) !== undefined)?.block;
    const first = this.#placeOf(staying) ?? this.#placeOf(this.#shop.firstOf(this.#plan.container));
    if (first === undefined) return undefined;
    return { part: first.part, offset: first.element.start, body: first.element.parent as XmlElement };
  }

  #edit(place: ParagraphPlace, content: Content): void {
    this.#shop.splicer(place.part).replace(place.start, place.end, renderContent(content, place, this.#shop));
  }

  /** Takes a paragraph from its place and gives it as it is to stand elsewhere. */
  #moved({ block, content }: Planned<DrawingBlock>, place: ParagraphPlace): string {
    const { text } = this.#shop.part(place.part);
    const { start, end, parent } = place.element;
    const isSame = block !== undefined && isUnchanged(block, content);
    const inner = isSame ? text.slice(place.start, place.end) : renderContent(content, place, this.#shop);
    this.#shop.splicer(place.part).replace(start, end, '');
    this.#shop.left(parent as XmlElement, -1);
    return text.slice(start, place.start) + inner + text.slice(place.end, end);
  }

  /** A new paragraph like its nearest neighbour of the same kind, else like the nearest, made to fit. */
  #added({ block, unit, content }: Planned<DrawingBlock>, filler: XmlElement | undefined): string | undefined {
    // A block this writing does not repeat is nothing new.
    if (block !== undefined) return undefined;
    const template = this.#template(unit);
    const place = template?.place ?? (filler === undefined ? undefined : this.#blank(filler));
    if (place === undefined) return undefined;
    const { text } = this.#shop.part(place.part);
    const prefix = prefixOf(place.element, text);
    const isPlain = template === undefined ? unit.kind !== 'listItem' : template.fits;
    const pPr = paragraphProperties(place.element.child('a:pPr'), text, prefix, unit, isPlain);
    return `<${prefix}p${declarations(place.element)}>${pPr}${renderContent(content, place, this.#shop)}</${prefix}p>`;
  }

  #template(wanted: WantedParagraph): { place: ParagraphPlace; fits: boolean } | undefined {
    const { items, container } = this.#plan;
    const at = items.findIndex((item) => item.unit === wanted);
    const near = [...items.slice(0, at).toReversed(), ...items.slice(at + 1)].flatMap(({ block }) => block ?? []);
    const all = [...near, ...this.#shop.model.blocks.filter((block) => block.container === container)];
    const known = all.flatMap((block) => {
      const place = this.#placeOf(block);
      return place === undefined ? [] : [{ place, fits: isLike(block, wanted) }];
    });
    return known.find(({ fits }) => fits) ?? known[0];
  }

  #blank(paragraph: XmlElement): ParagraphPlace {
    const { part } = this.#body;
    return { part, element: paragraph, ...spanOf(paragraph), base: PLAIN_LOOK, language: undefined };
  }
}

/** Some programs declare a namespace on each paragraph. */
function declarations({ attributes }: XmlElement): string {
  return Object.entries(attributes)
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([name, uri]) => ` ${name}="${escapeAttribute(uri)}"`)
    .join('');
}

function isLike(block: DrawingBlock, { kind, level }: WantedParagraph): boolean {
  if (kind === 'listItem' || block.kind === 'listItem') return block.kind === kind && block.level === level;
  return true;
}

/** Takes a block out; the last paragraph of its body stays, emptied. */
function dropBlock(block: DrawingBlock, shop: DrawingShop): void {
  if (block.form === 'value') {
    writeValue(block, '', shop);
    return;
  }
  for (const { part, element, start, end } of block.places) {
    const body = element.parent as XmlElement;
    if (shop.left(body, -1) > 0) shop.splicer(part).replace(element.start, element.end, '');
    else {
      shop.left(body, 1);
      shop.splicer(part).replace(start, end, '');
    }
  }
}
