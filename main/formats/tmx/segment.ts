import {
  normalizeContent,
  plain,
  textRun,
  type Content,
  type Mark,
  type PlaceholderId,
  type Run,
} from '#shared/model/content.ts';
import { webLink } from '../common/links.ts';
import type { TmxCode } from './model.ts';

/** Marks by the type of a pair without native code: how Adapta writes them. */
export const TYPE_OF: Readonly<Record<Mark, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'ulined',
  strike: 'x-strike',
  superscript: 'x-superscript',
  subscript: 'x-subscript',
};
const MARK_OF = new Map(Object.entries(TYPE_OF).map(([mark, type]) => [type, mark as Mark]));

type Attributes = Readonly<Record<string, string>>;

/** Something inside `<seg>` as it is read, in order. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'code';
      readonly element: string;
      readonly attributes: Attributes;
      data: string;
      readonly ends?: true;
    };

/** Numbers of the codes of one unit: what has the same `x`, or the same place among those without, is one. */
export class CodeNumbers {
  readonly #numbers = new Map<string, PlaceholderId>();

  of(key: string): PlaceholderId {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

/** Reads what stands inside `<seg>`: text and codes (TMX 1.4b, 3.3). `<hi>` encloses text, the others hold native code. */
export class SegmentReader {
  /** Until the first code: almost every segment of almost every memory has none. */
  #text = '';
  #pieces: Piece[] | null = null;
  /** Open elements inside: `hi` has text, a code takes everything below it as its own. */
  #open: string[] | null = null;
  #code: Extract<Piece, { kind: 'code' }> | undefined;

  get depth(): number {
    return this.#open?.length ?? 0;
  }

  open(element: string, attributes: Attributes): void {
    this.#open ??= [];
    this.#open.push(element);
    if (this.#code !== undefined) return;
    const code: Extract<Piece, { kind: 'code' }> = { kind: 'code', element, attributes, data: '' };
    this.#pieces ??= this.#text === '' ? [] : [{ kind: 'text', text: this.#text }];
    this.#pieces.push(code);
    if (element !== 'hi') this.#code = code;
  }

  text(data: string): void {
    if (this.#pieces === null) this.#text += data;
    else if (this.#code === undefined) this.#pieces.push({ kind: 'text', text: data });
    else this.#code.data += data;
  }

  close(): void {
    const element = this.#open?.pop();
    if (element === 'hi' && this.#code === undefined) {
      this.#pieces?.push({ kind: 'code', element: 'hi', attributes: {}, data: '', ends: true });
    } else if (this.#code !== undefined && this.#open?.some((name) => name !== 'hi') !== true) this.#code = undefined;
  }

  /** `numbersOf` gives those of the unit, and is asked only where there are codes. */
  finish(numbersOf: () => CodeNumbers): { content: Content; codes: ReadonlyMap<PlaceholderId, TmxCode> } {
    return this.#pieces === null ? { content: plain(this.#text), codes: NO_CODES } : read(this.#pieces, numbersOf());
  }
}

const NO_CODES: ReadonlyMap<PlaceholderId, TmxCode> = new Map();

function read(
  pieces: readonly Piece[],
  numbers: CodeNumbers,
): { content: Content; codes: ReadonlyMap<PlaceholderId, TmxCode> } {
  const runs: Run[] = [];
  const codes = new Map<PlaceholderId, TmxCode>();
  const around: {
    readonly key: string;
    readonly id?: PlaceholderId;
    readonly mark?: Mark;
    readonly link?: string;
  }[] = [];
  const closers = new Map(
    pieces.flatMap((piece) =>
      piece.kind === 'code' && piece.element === 'ept' ? [[piece.attributes['i'] ?? '', piece]] : [],
    ),
  );
  let loose = 0;
  const number = (attributes: Attributes): PlaceholderId => {
    const match = attributes['x'];
    loose += match === undefined ? 1 : 0;
    return numbers.of(match === undefined ? `#${loose}` : `x${match}`);
  };
  for (const piece of pieces) {
    const marks = around.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
    const link = around.findLast((each) => each.link !== undefined)?.link;
    if (piece.kind === 'text') {
      runs.push(textRun(piece.text, marks, link === undefined ? {} : { link }));
      continue;
    }
    const { element, attributes, data } = piece;
    const { type } = attributes;
    if (element === 'ept' || piece.ends === true) {
      const key = piece.ends === true ? 'hi' : `i${attributes['i'] ?? ''}`;
      const at = around.findLastIndex((each) => each.key === key);
      const [open] = at < 0 ? [] : around.splice(at, 1);
      if (open?.id !== undefined) runs.push({ placeholder: open.id, kind: 'close', label: '' });
      else if (open === undefined) runs.push(alone(number(attributes), 'it', attributes, data, codes, 'end'));
      continue;
    }
    const closer = element === 'bpt' ? closers.get(attributes['i'] ?? '') : undefined;
    const key = element === 'hi' ? 'hi' : `i${attributes['i'] ?? ''}`;
    const mark = MARK_OF.get(type ?? '');
    if (closer !== undefined && data === '' && closer.data === '' && mark !== undefined) around.push({ key, mark });
    else if (closer !== undefined && type === 'link' && closer.data === '' && webLink(data) !== undefined)
      around.push({ key, link: data });
    else if (element === 'hi' || closer !== undefined) {
      const id = number(attributes);
      around.push({ key, id });
      codes.set(id, {
        element: element === 'hi' ? 'hi' : 'bpt',
        ...said(attributes),
        data,
        closing: closer?.data ?? '',
      });
      runs.push({ placeholder: id, kind: 'open', label: type ?? '' });
    } else if (element === 'ph' && type === 'lb' && data === '')
      runs.push({ placeholder: 0, kind: 'break', label: '\n' });
    else if (element === 'ph' && type === 'x-tab' && data === '')
      runs.push({ placeholder: -1, kind: 'tab', label: '\t' });
    else {
      const position = attributes['pos'] === 'end' ? 'end' : 'begin';
      const name = element === 'bpt' ? 'it' : (element as TmxCode['element']);
      runs.push(alone(number(attributes), name, attributes, data, codes, name === 'it' ? position : undefined));
    }
  }
  for (const { id } of around) if (id !== undefined) runs.push({ placeholder: id, kind: 'close', label: '' });
  return { content: normalizeContent(runs), codes };
}

function said({ type, x }: Attributes): { type?: string; match?: string } {
  return { ...(type === undefined ? {} : { type }), ...(x === undefined ? {} : { match: x }) };
}

function alone(
  id: PlaceholderId,
  element: TmxCode['element'],
  attributes: Attributes,
  data: string,
  codes: Map<PlaceholderId, TmxCode>,
  position?: 'begin' | 'end',
): Run {
  codes.set(id, { element, ...said(attributes), data, ...(position === undefined ? {} : { position }) });
  const kind = attributes['type'] === 'image' ? 'image' : attributes['type'] === 'fnote' ? 'noteRef' : 'object';
  return { placeholder: id, kind, label: '' };
}
