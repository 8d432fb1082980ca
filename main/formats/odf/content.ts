import { isText, sameLook, type Content, type Run, type TextRun } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Token } from './inline.ts';
import type { Look } from './look.ts';
import type { LinkTemplate, OdfPlaceholder } from './model.ts';

/** What a paragraph's tokens come to. */
export interface BlockContent {
  readonly content: Content;
  readonly lead: readonly XmlElement[];
  readonly tail: readonly XmlElement[];
  readonly base: Look;
  readonly links: readonly LinkTemplate[];
}

/** Hands out a file's placeholder numbers and keeps what they stand for. */
export class PlaceholderBook {
  readonly all: OdfPlaceholder[] = [];

  add(placeholder: Omit<OdfPlaceholder, 'id'>): OdfPlaceholder {
    const entry: OdfPlaceholder = { id: this.all.length + 1, ...placeholder };
    this.all.push(entry);
    return entry;
  }
}

/** Kinds that alone make a paragraph worth showing; objects and fields only when there is something to read. */
const VISIBLE: ReadonlySet<string> = new Set(['image', 'textBox', 'equation', 'noteRef', 'hidden']);

/** Whether somebody who reads the page sees it. */
export function isVisible(token: Token): boolean {
  if (token.zero) return false;
  if (token.type === 'text') return token.text.trim() !== '';
  if (token.type === 'close') return token.text !== '';
  if (token.type !== 'placeholder' || token.derived === true) return false;
  return VISIBLE.has(token.kind) || ((token.kind === 'object' || token.kind === 'field') && token.text.trim() !== '');
}

/** Tokens as content; what has no width stays outside it at its edges, so that people meet few placeholders. */
export function buildContent(
  tokens: readonly Token[],
  part: string,
  base: Look,
  book: PlaceholderBook,
  onPlaceholder: (token: Token, placeholder: OdfPlaceholder) => void,
): BlockContent | undefined {
  if (!tokens.some((token) => isVisible(token))) return undefined;
  const from = tokens.findIndex((token) => !token.zero);
  const to = tokens.findLastIndex((token) => !token.zero) + 1;
  const inner = tokens.slice(from, to);
  const runs: Run[] = [];
  const open = new Map<object, OdfPlaceholder>();
  for (const token of inner) {
    const { link, text, kind, look, pair } = token;
    if (token.type === 'text') {
      addText(runs, textRunOf(text, look as Look, base, link));
      continue;
    }
    const linked = link === undefined ? {} : { link: link.link };
    const opened = token.type === 'close' && pair !== undefined ? open.get(pair) : undefined;
    if (opened !== undefined) {
      runs.push({ placeholder: opened.id, kind: 'close', label: text.normalize('NFC'), ...linked });
      continue;
    }
    const label = text.normalize('NFC');
    const entry = book.add({ kind, label, part, elements: token.elements, pair, chain: token.chain });
    if (pair !== undefined) open.set(pair, entry);
    onPlaceholder(token, entry);
    runs.push({ placeholder: entry.id, kind, label, ...linked });
  }
  return {
    content: runs,
    lead: tokens.slice(0, from).flatMap((token) => token.elements),
    tail: tokens.slice(to).flatMap((token) => token.elements),
    base,
    links: [...new Set(inner.flatMap((token) => token.link ?? []))],
  };
}

function textRunOf(text: string, look: Look, base: Look, link: LinkTemplate | undefined): TextRun {
  const run: TextRun = { text: text.normalize('NFC'), marks: look.marks };
  const linked = link === undefined ? run : { ...run, link: link.link };
  return look.id === base.id ? linked : { ...linked, format: look.id };
}

/** Adds text to the run before it where both look alike, so that the content is canonical as it grows. */
function addText(runs: Run[], run: TextRun): void {
  const last = runs.at(-1);
  if (last === undefined || !isText(last) || !sameLook(last, run)) runs.push(run);
  else runs[runs.length - 1] = { ...last, text: (last.text + run.text).normalize('NFC') };
}

/**
 * The look most of the text outside links has: new text gets it, and runs that have it need not say so. A common style
 * is a remark on some words (emphasis, code) and is chosen only where there is nothing else.
 */
export function commonestLook(texts: readonly { readonly look: Look; readonly size: number }[]): Look | undefined {
  const sizes = new Map<string, { look: Look; size: number }>();
  for (const { look, size } of texts) {
    const entry = sizes.get(look.id);
    if (entry === undefined) sizes.set(look.id, { look, size });
    else entry.size += size;
  }
  let best: { look: Look; size: number } | undefined;
  for (const entry of sizes.values()) {
    const isStyled = entry.look.named.length > 0;
    const wasStyled = best !== undefined && best.look.named.length > 0;
    if (best === undefined || (isStyled === wasStyled ? entry.size > best.size : wasStyled)) best = entry;
  }
  return best?.look;
}

/** The looks of the text outside links. */
export function textLooks(tokens: readonly Token[]): readonly { look: Look; size: number }[] {
  const looks: { look: Look; size: number }[] = [];
  for (const { type, link, look, text } of tokens) {
    if (type === 'text' && link === undefined && look !== undefined) looks.push({ look, size: text.length });
  }
  return looks;
}
