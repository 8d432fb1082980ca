import type { Content, Mark, PlaceholderId, Run } from '#shared/model/content.ts';
import { normalizeContent, textRun } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { CodeToken, Token } from './inline.ts';
import { layOut } from './layout.ts';

/** One stretch of a unit's text: a segment, or what stands between two. */
export interface Piece {
  readonly isSegment: boolean;
  /** `segment` or `ignorable`; in XLIFF 1.2 the segment's `mrk`. Absent between segments of 1.2. */
  readonly element?: XmlElement;
  /** Null where the file has nothing for it: no `target`. */
  readonly content: Content | null;
}

/** How the file writes a code on one side. */
export interface CodeForms {
  readonly open?: CodeToken;
  readonly close?: CodeToken;
  readonly point?: CodeToken;
}

export interface Code {
  readonly key: string;
  source?: CodeForms;
  target?: CodeForms;
}

/** A spanning code that is nothing but a look, as its file writes it. */
export interface MarkForm {
  readonly open: CodeToken;
  readonly close: CodeToken;
}

/** A unit of the file as it is read and written. */
export interface XliffUnit {
  readonly index: number;
  readonly element: XmlElement;
  readonly id: string;
  /** White space counts (`xml:space`). */
  readonly isPreserved: boolean;
  /** In the order of the original. */
  readonly sources: readonly Piece[];
  /** In the order of the translation. */
  readonly targets: readonly Piece[];
  readonly source: Content;
  /** Null: not translated. */
  readonly target: Content | null;
  readonly codes: ReadonlyMap<PlaceholderId, Code>;
  /** The file's own codes for each look, the translation's ahead of the original's. */
  readonly marks: ReadonlyMap<Mark, readonly MarkForm[]>;
}

/** What a reader hands over: the pieces of both sides as tokens. */
export interface RawPiece {
  readonly isSegment: boolean;
  readonly element?: XmlElement;
  readonly tokens: readonly Token[] | null;
}

export interface RawUnit {
  readonly index: number;
  readonly element: XmlElement;
  readonly id: string;
  readonly sources: readonly RawPiece[];
  readonly targets: readonly RawPiece[];
  /** White space does not count: blanks around the text are the file's layout. */
  readonly trim: boolean;
}

/** Numbers the codes from `last` + 1 on and gives the contents. */
export function buildUnit(raw: RawUnit, last: PlaceholderId): XliffUnit {
  const [sources = [], targets = []] = [raw.sources, raw.targets].map((pieces) =>
    distinctOver(raw.trim ? trimmed(pieces) : pieces),
  );
  const withMarks = [...sources, ...targets].every(isExact);
  const codes = new Map<PlaceholderId, Code>();
  const numbers = new Map<string, PlaceholderId>();
  const marks = new Map<Mark, MarkForm[]>();
  const numberOf = (key: string): PlaceholderId => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = last + numbers.size + 1;
    numbers.set(key, number);
    codes.set(number, { key });
    return number;
  };
  const read = (pieces: readonly RawPiece[], side: 'source' | 'target'): readonly Piece[] =>
    pieces.map(({ isSegment, element, tokens }) => ({
      isSegment,
      ...(element === undefined ? {} : { element }),
      content: tokens === null ? null : contentOf(tokens, withMarks, (token) => note(token, side)),
    }));
  const note = (token: CodeToken, side: 'source' | 'target'): PlaceholderId => {
    const number = numberOf(token.key);
    const code = codes.get(number) as Code;
    code[side] = { ...code[side], [token.edge]: token };
    return number;
  };
  const sourcePieces = read(sources, 'source');
  const targetPieces = read(targets, 'target');
  if (withMarks) for (const side of [targets, sources]) collectMarks(side, marks);
  const target = joined(targetPieces);
  return {
    index: raw.index,
    element: raw.element,
    id: raw.id,
    isPreserved: !raw.trim,
    sources: sourcePieces,
    targets: targetPieces,
    source: joined(sourcePieces),
    target: target.length === 0 ? null : target,
    codes,
    marks,
  };
}

/** The text of all pieces, one behind the other. */
export function joined(pieces: readonly Pick<Piece, 'content'>[]): Content {
  return normalizeContent(pieces.flatMap(({ content }) => content ?? []));
}

function isCodeToken(token: Token): token is CodeToken {
  return 'key' in token;
}

function contentOf(
  tokens: readonly Token[],
  withMarks: boolean,
  numberOf: (token: CodeToken) => PlaceholderId,
): Content {
  const runs: Run[] = [];
  const open: Mark[] = [];
  for (const token of tokens) {
    if ('text' in token) runs.push(textRun(token.text, open));
    else if (isCodeToken(token)) {
      if (withMarks && token.mark !== undefined) {
        if (token.edge === 'open') open.push(token.mark);
        else open.splice(open.lastIndexOf(token.mark), 1);
      } else {
        runs.push({ placeholder: numberOf(token), kind: token.kind, label: token.label });
      }
    }
  }
  return normalizeContent(runs);
}

/** Whether the looks of a piece, written again from its content, are the codes it has: only then they can be marks. */
function isExact({ tokens }: RawPiece): boolean {
  if (tokens === null || !tokens.some((token) => isCodeToken(token) && token.mark !== undefined)) return true;
  const numbers = new Map<string, number>();
  const content = contentOf(tokens, true, ({ key }) => {
    numbers.set(key, numbers.get(key) ?? numbers.size + 1);
    return numbers.get(key) as number;
  });
  const written = layOut(content).map((item) => {
    if ('text' in item) return item.text;
    return 'mark' in item
      ? `<${item.edge} ${item.mark}>`
      : `<${item.placeholder.kind} ${item.placeholder.placeholder}>`;
  });
  const given = tokens.map((token) => {
    if ('text' in token) return token.text.normalize('NFC');
    if (!isCodeToken(token)) return '';
    return token.mark === undefined ? `<${token.kind} ${numbers.get(token.key)}>` : `<${token.edge} ${token.mark}>`;
  });
  return written.join('') === given.join('');
}

function collectMarks(pieces: readonly RawPiece[], marks: Map<Mark, MarkForm[]>): void {
  const known = new Set([...marks.values()].flat().map(({ open }) => open.key));
  for (const { tokens } of pieces) {
    const open: CodeToken[] = [];
    for (const token of tokens ?? []) {
      if (!isCodeToken(token) || token.mark === undefined) continue;
      if (token.edge === 'open') {
        open.push(token);
        if (!known.has(token.key))
          marks.set(token.mark, [...(marks.get(token.mark) ?? []), { open: token, close: token }]);
        continue;
      }
      const start = open.pop();
      const forms = marks.get(token.mark) ?? [];
      const at = forms.findIndex((form) => form.open === start);
      if (start !== undefined && at >= 0) forms[at] = { open: start, close: token };
    }
  }
}

/** Careless files give one id to several codes of a side: the second is a code of its own. */
function distinctOver(pieces: readonly RawPiece[]): readonly RawPiece[] {
  const seen = new Map<string, number>();
  const openKeys = new Map<string, string[]>();
  return pieces.map((piece) => ({
    ...piece,
    tokens:
      piece.tokens?.map((token) => {
        if (!isCodeToken(token)) return token;
        if (token.edge === 'close') return { ...token, key: openKeys.get(token.key)?.pop() ?? token.key };
        const count = (seen.get(token.key) ?? 0) + 1;
        seen.set(token.key, count);
        const key = count === 1 ? token.key : `${token.key}#${count}`;
        if (token.edge === 'open') openKeys.set(token.key, [...(openKeys.get(token.key) ?? []), key]);
        return { ...token, key };
      }) ?? null,
  }));
}

function trimmed(pieces: readonly RawPiece[]): readonly RawPiece[] {
  return pieces.map((piece, index) => {
    if (piece.tokens === null) return piece;
    const tokens = [...piece.tokens];
    const [first] = tokens;
    if (index === 0 && first !== undefined && 'text' in first) tokens[0] = { text: first.text.replace(/^ /u, '') };
    const last = tokens.at(-1);
    if (index === pieces.length - 1 && last !== undefined && 'text' in last) {
      tokens[tokens.length - 1] = { text: last.text.replace(/ $/u, '') };
    }
    return { ...piece, tokens };
  });
}
