import { AdaptaError } from '#shared/model/errors.ts';
import { bareBlock } from '../common/bare-block.ts';
import { Tally } from '../common/tally.ts';
import type { ReadFile } from '../format.ts';
import { decodeHtml } from './charset.ts';
import { FlowReader } from './flow.ts';
import type { InlineBook } from './inline.ts';
import { inspect } from './inspect.ts';
import type { HtmlBlock, HtmlModel } from './model.ts';
import { attribute, descendants, find, innerRange, isElement, parseHtml, textBelow } from './tree.ts';

const models = new WeakMap<Uint8Array, HtmlModel>();

/** Reads a page into the blocks everyone works with. Throws fileTooLarge, notUtf8, tooDeep, tooManyNodes, cancelled. */
export function readHtml(bytes: Uint8Array, signal?: AbortSignal): ReadFile {
  const { blocks, language, report } = htmlModel(bytes, signal);
  return {
    format: 'html',
    blocks: blocks.map(bareBlock),
    ...(language === undefined ? {} : { language }),
    report,
  };
}

/** The full model of a page's bytes, read once as long as somebody holds them. */
export function htmlModel(bytes: Uint8Array, signal?: AbortSignal): HtmlModel {
  const known = models.get(bytes);
  if (known !== undefined) return known;
  const model = build(bytes, signal);
  models.set(bytes, model);
  return model;
}

const DESCRIPTIONS = /^(?:description|og:title|og:description)$/iu;

function build(bytes: Uint8Array, signal: AbortSignal | undefined): HtmlModel {
  const file = decodeHtml(bytes);
  const document = parseHtml(file.text);
  if (signal?.aborted === true) throw new AdaptaError('cancelled');
  const tally = new Tally('html');
  const book: InlineBook = {
    text: file.text,
    placeholders: [],
    formats: new Map(),
    links: new Map(),
    begun: new Map(),
  };
  const flow = new FlowReader(book, tally);
  const root = find(document, 'html');
  const head = find(document, 'head');
  if (head !== undefined) {
    let number = 0;
    for (const node of descendants(head)) {
      if (!isElement(node)) continue;
      const inner = node.tagName === 'title' ? innerRange(node) : undefined;
      if (inner !== undefined) {
        flow.addText({ story: 'head', container: 'head:title', kind: 'label' }, node, textBelow(node), inner);
      } else if (
        node.tagName === 'meta' &&
        DESCRIPTIONS.test(attribute(node, 'name') ?? attribute(node, 'property') ?? '')
      ) {
        number += 1;
        flow.addAttribute(node, 'content', { story: 'head', container: `head:description${number}` });
      }
    }
  }
  const body = find(document, 'body');
  if (body !== undefined) flow.read(body);
  const personal = inspect(document, tally);
  const blocks = flow.blocks;
  for (const block of blocks) tally.countBlock(block);
  const language = root === undefined ? undefined : (attribute(root, 'lang') ?? attribute(root, 'xml:lang'));
  const isTag = language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language);
  return {
    file,
    blocks,
    byAnchor: new Map(blocks.map((block) => [block.anchor, block])),
    placeholders: book.placeholders,
    formats: book.formats,
    links: book.links,
    tables: flow.tables,
    coupled: coupledOf(flow.touched),
    personal,
    language: isTag ? language : undefined,
    report: tally.report(bytes.length),
  };
}

function coupledOf(touched: FlowReader['touched']): ReadonlyMap<HtmlBlock, readonly HtmlBlock[]> {
  const coupled = new Map<HtmlBlock, HtmlBlock[]>();
  for (const { elements, blocks } of touched.values()) {
    if (elements.size < 2) continue;
    const all = [...new Set(blocks.flatMap((block) => [block, ...(coupled.get(block) ?? [])]))];
    for (const block of all) coupled.set(block, all);
  }
  return coupled;
}
