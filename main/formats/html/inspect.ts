import type { Tally } from '../common/tally.ts';
import { hostOf, isScriptLink } from '../common/links.ts';
import { ACTIVE } from './names.ts';
import { attribute, descendants, isElement, rangeOf, type Range } from './tree.ts';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const LOADS: Readonly<Record<string, string>> = {
  img: 'src',
  script: 'src',
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  video: 'src',
  audio: 'src',
  source: 'src',
  object: 'data',
};
/** Names people, and tells the programs they work with. */
const PERSONAL_META =
  /^(?:author|generator|creator|publisher|owner|editor|reply-to|copyright|dc(?:terms)?[.:](?:creator|publisher|contributor)|article:author|last-modified-by|progid|originator)$/iu;
const MEDIA = new Set(['video', 'audio']);

/** Notes what people should know of a page, and where it says what must not leave the house. */
export function inspect(document: Tree.Document, tally: Tally): readonly Range[] {
  const personal: Range[] = [];
  for (const node of descendants(document)) {
    const range = rangeOf(node);
    if (!isElement(node)) {
      if (node.nodeName === '#comment') {
        tally.comments += 1;
        if (range !== undefined) personal.push(range);
      }
      continue;
    }
    const name = node.tagName;
    if (ACTIVE.has(name)) tally.note('activeContent', name);
    if (node.attrs.some((each) => /^on[a-z]+$/u.test(each.name))) tally.note('activeContent', 'on…');
    if (name === 'img') tally.images += 1;
    if (name === 'svg') tally.note('svg');
    if (name === 'math') tally.note('equation');
    if (MEDIA.has(name)) tally.note('media', name);
    const address = attribute(node, name === 'link' ? 'href' : (LOADS[name] ?? ''));
    const host = address === undefined ? undefined : hostOf(address);
    if (host !== undefined) tally.note('externalTarget', host);
    if (name === 'a' && isScriptLink(attribute(node, 'href') ?? '')) tally.note('activeContent', 'javascript:');
    const said = attribute(node, 'name') ?? attribute(node, 'property') ?? '';
    const isPersonal =
      (name === 'meta' && PERSONAL_META.test(said)) ||
      (name === 'link' && /^(?:author|publisher)$/iu.test(attribute(node, 'rel') ?? '')) ||
      (name === 'script' && /ld\+json/iu.test(attribute(node, 'type') ?? ''));
    if (isPersonal && range !== undefined) personal.push(range);
  }
  return personal;
}
