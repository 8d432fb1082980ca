import type { XmlElement } from '#main/formats/package/xml.ts';
import type { WriteUnit } from '#main/formats/format.ts';
import { isUnchanged, type Plan, type Planned } from '#main/formats/common/plan.ts';
import { blankBlock } from '../blank.ts';
import type { OdfBlock, OdfPart } from '../model.ts';
import { cursorBeside, listsAround, ListWriter, type Cursor } from './cursor.ts';
import { cloneParagraph, editBlock, newParagraph } from './paragraphs.ts';
import type { Remover } from './remove.ts';
import type { Workshop } from './shop.ts';
import { pickTemplate } from './templates.ts';

type Item = Planned<OdfBlock>;

/** A paragraph to be inserted: how it is written, and the lists it belongs into. */
interface Entry {
  readonly lists: readonly XmlElement[];
  render(): string;
}

/** Turns a container's plan into edits: contents in place, moved paragraphs, new ones after what precedes them. */
export function placeContainer(plan: Plan<OdfBlock>, shop: Workshop, remover: Remover): void {
  const [first] = plan.items;
  if (first === undefined) return;
  if (first.block?.plain === true) {
    const content = plan.items.flatMap((item) => item.content);
    if (!isUnchanged(first.block, content)) editBlock(first.block, content, shop);
    return;
  }
  const start = startOf(plan, shop);
  if (start === undefined) {
    shop.find('containerMissing', { container: plan.container });
    return;
  }
  for (const { block, stays } of plan.items) if (block !== undefined && !stays) remover.move(block);
  let before: OdfBlock | undefined;
  let run: Entry[] = [];
  const flush = (): void => {
    if (run.length > 0) start.insert(run, before, remover);
    run = [];
  };
  for (const [index, item] of plan.items.entries()) {
    const { block, content, stays } = item;
    if (block !== undefined && !isUnchanged(block, content)) editBlock(block, content, shop);
    if (block === undefined || !stays) {
      run.push(entryOf(item, plan.items, index, start.part, shop, plan.container, remover));
      continue;
    }
    flush();
    before = block;
  }
  flush();
}

interface Start {
  readonly part: OdfPart;
  /** Writes entries behind a block that stays, or before all. */
  insert(run: readonly Entry[], before: OdfBlock | undefined, remover: Remover): void;
}

function startOf({ container, items }: Plan<OdfBlock>, shop: Workshop): Start | undefined {
  const original = items.find((item) => item.stays)?.block ?? shop.firstOf(container);
  if (original !== undefined) {
    const part = shop.part(original.part);
    const splicer = shop.splicer(part.name);
    return {
      part,
      insert: (run, before, remover) => {
        const wanted = run[0]?.lists ?? [];
        const cursor =
          before === undefined
            ? cursorBeside(original.outer, 'before', wanted)
            : cursorBeside(before.outer, 'after', wanted);
        remover.noteInsertion(part.name, cursor.offset);
        const { offset } = cursor;
        splicer.add({ start: offset, end: offset, render: () => written(run, cursor, part.text) });
      },
    };
  }
  const place = shop.place(container);
  return place === undefined ? undefined : emptyStart(place.part, place.element, shop);
}

function written(run: readonly Entry[], cursor: Cursor, text: string): string {
  const writer = new ListWriter(cursor, text);
  for (const entry of run) writer.add(entry.render(), entry.lists);
  return writer.finish();
}

/** A container without a block: what is new takes the place of its empty paragraph, if it has one. */
function emptyStart(part: OdfPart, element: XmlElement, shop: Workshop): Start {
  const splicer = shop.splicer(part.name);
  const filler = element.children.findLast(
    ({ name, children, text }) => name === 'text:p' && children.length === 0 && text.trim() === '',
  );
  return {
    part,
    insert: (run) => {
      const all = (): string => written(run, { offset: 0, stack: [] }, part.text);
      if (filler !== undefined) splicer.add({ start: filler.start, end: filler.end, render: all });
      else if (element.contentEnd < element.end)
        splicer.add({ start: element.contentEnd, end: element.contentEnd, render: all });
      else {
        const tag = part.text.slice(element.start, element.end);
        const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
        const at = element.start + tag.lastIndexOf('/');
        splicer.add({ start: at, end: element.end, render: () => `>${all()}</${name}>` });
      }
    },
  };
}

function entryOf(
  { block, content, unit }: Item,
  items: readonly Item[],
  index: number,
  part: OdfPart,
  shop: Workshop,
  container: string,
  remover: Remover,
): Entry {
  if (block !== undefined) return { lists: listsOf(block), render: () => remover.moved(block) };
  const blocksIn = (some: readonly Item[]): readonly OdfBlock[] => some.flatMap((item) => item.block ?? []);
  const before = blocksIn(items.slice(0, index));
  const after = blocksIn(items.slice(index + 1));
  const style = shop.carrier?.styleOf(unit.donor);
  const template =
    pickTemplate(unit, before, after, part.name, shop.model, style) ??
    (style === undefined ? undefined : styled(unit, style, part, shop, container)) ??
    pickTemplate(unit, before, after, part.name, shop.model);
  if (template === undefined) return fallback(unit, content, part, shop, container);
  if ('render' in template) return { lists: [], render: () => template.render(content) };
  return { lists: listsOf(template), render: () => cloneParagraph(template, content, part, shop) };
}

function listsOf({ outer }: OdfBlock): readonly XmlElement[] {
  return listsAround(outer).filter(({ name }) => name === 'text:list');
}

interface Styled {
  render(content: Item['content']): string;
}

/** A paragraph in the style its model in the other file has, where nothing here is an example of it. */
function styled(
  { kind, level }: WriteUnit,
  style: string,
  part: OdfPart,
  shop: Workshop,
  container: string,
): Styled | undefined {
  if (kind === 'listItem') return undefined;
  const name = kind === 'heading' ? 'text:h' : 'text:p';
  const block = blankIn(part, container, shop);
  return {
    render: (content) =>
      newParagraph(content, { name, style, ...(level === undefined ? {} : { level }) }, block, part, shop),
  };
}

/** The document's own style for a kind it has no example of; body text, with a finding, where it has none. */
function fallback(
  { kind, level = 1 }: WriteUnit,
  content: Item['content'],
  part: OdfPart,
  shop: Workshop,
  container: string,
): Entry {
  const wanted = kind === 'heading' ? `Heading_20_${level}` : kind === 'caption' ? 'Caption' : undefined;
  const style = wanted === undefined ? undefined : part.scope.get('paragraph', wanted)?.name;
  if ((wanted !== undefined && style === undefined && kind !== 'heading') || kind === 'listItem')
    shop.find('styleMissing', { kind, level });
  const block = blankIn(part, container, shop);
  const how = {
    name: kind === 'heading' ? 'text:h' : 'text:p',
    level,
    ...(style === undefined ? {} : { style }),
  } as const;
  return { lists: [], render: () => newParagraph(content, how, block, part, shop) };
}

/** A block that is in no file: what a new paragraph is modelled on when nothing like it exists. */
function blankIn(part: OdfPart, container: string, shop: Workshop): OdfBlock {
  const known = { part: part.name, story: container, container, kind: 'paragraph', element: part.root } as const;
  return blankBlock({ ...known, base: shop.plainLook(part) });
}
