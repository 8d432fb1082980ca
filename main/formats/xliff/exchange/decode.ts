import {
  NEW_BREAK,
  NEW_TAB,
  textRun,
  type Content,
  type Mark,
  type PlaceholderKind,
  type PlaceholderRun,
  type Run,
} from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { CodeToken, Token } from '../inline.ts';
import { name12 } from '../names12.ts';
import { MARK_BY_SIGN } from './codes.ts';

/** What is open around a text while it is read. */
interface Around {
  readonly key: string;
  readonly mark?: Mark | undefined;
  readonly link?: string | undefined;
  readonly format?: string | undefined;
}

/** Kinds of placeholders, as `subType` and `ctype` name them. */
const KINDS: ReadonlySet<string> = new Set([
  'image',
  'field',
  'noteRef',
  'break',
  'tab',
  'textBox',
  'equation',
  'hidden',
  'symbol',
  'object',
  'comment',
  'bookmark',
  'value',
] satisfies readonly PlaceholderKind[]);

/**
 * The content a returned text stands for. What a code is, its id says; what a program left out of it, the code of that id in
 * the original does. Codes of other ids are those of the program: looks are taken over, others pass by.
 */
export function contentOf(
  tokens: readonly Token[],
  sources: readonly Token[],
  data: ReadonlyMap<string, string>,
): Content {
  const originals = new Map(sources.filter(isCode).map((token) => [`${token.edge} ${plainKey(token.key)}`, token]));
  const runs: Run[] = [];
  const open: Around[] = [];
  for (const token of tokens) {
    if ('text' in token) runs.push(looked(token.text, open));
    else if (isCode(token)) {
      const original = originals.get(`${token.edge} ${plainKey(token.key)}`);
      takeCode(token, original, data, runs, open);
    }
  }
  return runs;
}

function isCode(token: Token): token is CodeToken {
  return 'key' in token;
}

/** Starts and ends that find each other by a reference of their own are named by it in XLIFF 1.2. */
function plainKey(key: string): string {
  return key.replace(/^pair:/u, '');
}

function looked(text: string, open: readonly Around[]): Run {
  const marks = open.flatMap(({ mark }) => mark ?? []);
  const link = open.findLast((each) => each.link !== undefined)?.link;
  const format = open.findLast((each) => each.format !== undefined)?.format;
  return textRun(text, marks, {
    ...(link === undefined ? {} : { link }),
    ...(format === undefined ? {} : { format }),
  });
}

function takeCode(
  token: CodeToken,
  original: CodeToken | undefined,
  data: ReadonlyMap<string, string>,
  runs: Run[],
  open: Around[],
): void {
  const key = plainKey(token.key);
  if (key.startsWith('white:')) {
    // Line ends never went out as such: whoever put them in laid the file out.
    runs.push(looked(token.label === '\t' ? '\t' : ' ', open));
    return;
  }
  const [, sign = '', digits = ''] = /^([a-z]{1,2})(\d+)(?:-\d+)?e?$/u.exec(key) ?? [];
  if (sign === 'p' || sign === 'q' || sign === 'c') {
    runs.push(placeholderOf(Number(digits), token, original));
    return;
  }
  if (token.edge === 'close') {
    const at = open.findLastIndex((each) => each.key === key);
    if (at >= 0) open.splice(at, 1);
    return;
  }
  if (token.edge === 'open') {
    open.push({ key, ...lookOf(sign, key, token, original, data) });
    return;
  }
  if (sign === 'k') runs.push(looked('\n', open));
  else if (sign === 'b' || token.kind === 'break') runs.push({ placeholder: NEW_BREAK, kind: 'break', label: '\n' });
  else if (sign === 't' || token.kind === 'tab') runs.push({ placeholder: NEW_TAB, kind: 'tab', label: '\t' });
}

function lookOf(
  sign: string,
  key: string,
  token: CodeToken,
  original: CodeToken | undefined,
  data: ReadonlyMap<string, string>,
): Omit<Around, 'key'> {
  const mark = MARK_BY_SIGN.get(sign);
  if (mark !== undefined) return { mark };
  const value =
    data.get(key.replace(/-\d+$/u, '')) ??
    token.element.attributes['equiv-text'] ??
    original?.element.attributes['equiv-text'];
  if (sign === 'l') return { link: value };
  if (sign === 'f') return { format: value };
  return { mark: token.mark };
}

function placeholderOf(placeholder: number, token: CodeToken, original: CodeToken | undefined): PlaceholderRun {
  const local = name12(token.element).replace(/^xlf:/u, '');
  const edge = local === 'it' ? POSITIONS[token.element.attributes['pos'] ?? ''] : EDGES[local];
  const kind =
    token.edge === 'point' ? (edge ?? kindOf(token.element) ?? kindOf(original?.element) ?? 'field') : token.edge;
  return { placeholder, kind, label: shownOf(token) ?? shownOf(original) ?? '' };
}

/** Markers whose other one stands in another unit. */
const POSITIONS: Readonly<Record<string, 'open' | 'close'>> = { open: 'open', close: 'close' };
const EDGES: Readonly<Record<string, 'open' | 'close'>> = { sc: 'open', bx: 'open', ec: 'close', ex: 'close' };

function kindOf(element: XmlElement | undefined): PlaceholderKind | undefined {
  const told = element?.attributes['subType'] ?? element?.attributes['ctype'];
  const kind = /^(?:adapta:|x-adapta-)(.+)$/u.exec(told ?? '')?.[1];
  return kind !== undefined && KINDS.has(kind) ? (kind as PlaceholderKind) : undefined;
}

/** The label as it went out, which the code carries where people see it. */
function shownOf(token: CodeToken | undefined): string | undefined {
  if (token === undefined) return undefined;
  const { attributes, name } = token.element;
  const isSpan = name === 'xlf:pc' || name12(token.element) === 'g';
  if (!isSpan) return attributes['disp'] ?? attributes['equiv-text'];
  return token.edge === 'close' ? attributes['dispEnd'] : (attributes['dispStart'] ?? attributes['equiv-text']);
}
