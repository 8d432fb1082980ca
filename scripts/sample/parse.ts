import type {
  ParagraphKind,
  SampleCell,
  SampleDocument,
  SampleItem,
  SampleLink,
  SampleParagraph,
  SampleTable,
  Side,
} from './types.ts';

const PREFIXES: readonly (readonly [string, ParagraphKind])[] = [
  ['### ', 'heading3'],
  ['## ', 'heading2'],
  ['# ', 'heading1'],
  ['-- ', 'subBullet'],
  ['- ', 'bullet'],
  ['+! ', 'numberFirst'],
  ['+ ', 'number'],
  ['! ', 'facilitatorNote'],
  ['= ', 'answer'],
  ['T ', 'title'],
  ['S ', 'subtitle'],
  ['C ', 'caption'],
  ['Q ', 'quote'],
  ['D ', 'disclaimer'],
  ['B ', 'textBox'],
  ['I ', 'image'],
  ['H ', 'header'],
  ['F ', 'footer'],
];
class Parser {
  readonly #lines: readonly string[];
  readonly #source: SampleItem[] = [];
  readonly #received: SampleItem[] = [];
  readonly #links: SampleLink[] = [];
  readonly #moved = new Map<string, { source: readonly number[]; received: readonly SampleParagraph[] }>();
  #next = 1;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  parse(): SampleDocument {
    let group: string[] = [];
    for (let at = 0; at <= this.#lines.length; at += 1) {
      const line = this.#lines[at] ?? '';
      if (line.startsWith('[table ')) {
        const end = this.#lines.indexOf('[end]', at);
        this.#table(line, this.#lines.slice(at + 1, end));
        at = end;
      } else if (line === '') {
        if (group.length > 0) this.#group(group);
        group = [];
      } else {
        group.push(line);
      }
    }
    if (this.#moved.size > 0) throw new Error(`moved but never placed: ${[...this.#moved.keys()].join(', ')}`);
    return { source: this.#source, received: this.#received, links: this.#links };
  }

  #group(lines: readonly string[]): void {
    const first = lines[0] ?? '';
    if (lines.length === 1 && first.startsWith('@')) {
      this.#place(first.slice(1));
      return;
    }
    const source = lines.filter((line) => !line.startsWith('>')).map((line) => this.#paragraph(line));
    const target = lines.filter((line) => line.startsWith('>'));
    const name = /^>@(\S+) /u.exec(target[0] ?? '')?.[1];
    const received = target.map((line, index) => {
      const inherited = (source[index] ?? source.at(-1))?.kind ?? 'paragraph';
      return this.#paragraph(
        line.replace(/^>(?:@\S+)? /u, ''),
        inherited === 'numberFirst' && index > 0 ? 'number' : inherited,
      );
    });
    this.#push(this.#source, source);
    if (name === undefined) {
      this.#push(this.#received, received);
      this.#link(source, received, false);
    } else {
      this.#moved.set(name, { source: source.map(({ id }) => id), received });
    }
  }

  #place(name: string): void {
    const moved = this.#moved.get(name);
    if (moved === undefined) throw new Error(`nothing moved under the name ${name}`);
    this.#moved.delete(name);
    this.#push(this.#received, moved.received);
    this.#links.push({ source: moved.source, received: moved.received.map(({ id }) => id), moved: true });
  }

  #table(opening: string, body: readonly string[]): void {
    const words = opening.slice(1, -1).split(' ').slice(1);
    const widths = words.filter((word) => /^\d+$/u.test(word)).map(Number);
    const rows: Record<Side, SampleCell[][]> = { source: [], received: [] };
    for (const text of body.join('\n').split(/\n\n+/u)) {
      const [source = null, received = null] = this.#row(text.split('\n').filter((line) => line !== ''));
      if (source !== null) rows.source.push(source);
      if (received !== null) rows.received.push(received);
      for (let column = 0; column < widths.length; column += 1) {
        this.#link(source?.[column]?.paragraphs ?? [], received?.[column]?.paragraphs ?? [], false);
      }
    }
    const table = (side: Side): SampleTable => ({ widths, header: words.includes('header'), rows: rows[side] });
    this.#source.push({ type: 'table', table: table('source') });
    this.#received.push({ type: 'table', table: table('received') });
  }

  #row(lines: readonly string[]): readonly (SampleCell[] | null)[] {
    const cells = (line: string | undefined): SampleCell[] | null =>
      line === undefined
        ? null
        : line
            .replace(/^(?:> )?\| /u, '')
            .replace(/ \|$/u, '')
            .split(/\s*\|\s*/u)
            .map((text) => this.#cell(text.trim()));
    return [cells(lines.find((line) => line.startsWith('|'))), cells(lines.find((line) => line.startsWith('>')))];
  }

  #cell(text: string): SampleCell {
    if (text === '<') return { merged: 'left', paragraphs: [] };
    if (text === '^') return { merged: 'above', paragraphs: [] };
    const paragraphs = text === '' ? [] : text.split(' // ').map((part) => this.#make('paragraph', part));
    return { merged: null, paragraphs };
  }

  /** Equal numbers of paragraphs are links one by one; otherwise all of them are one link. */
  #link(source: readonly SampleParagraph[], received: readonly SampleParagraph[], moved: boolean): void {
    if (source.length === received.length || source.length === 0 || received.length === 0) {
      for (let index = 0; index < Math.max(source.length, received.length); index += 1) {
        const ids = (side: readonly SampleParagraph[]) => side.slice(index, index + 1).map(({ id }) => id);
        this.#links.push({ source: ids(source), received: ids(received), moved });
      }
      return;
    }
    this.#links.push({ source: source.map(({ id }) => id), received: received.map(({ id }) => id), moved });
  }

  #push(side: SampleItem[], paragraphs: readonly SampleParagraph[]): void {
    if (paragraphs.length > 0) side.push({ type: 'paragraphs', paragraphs });
  }

  #paragraph(line: string, inherited: ParagraphKind = 'paragraph'): SampleParagraph {
    const known = PREFIXES.find(([prefix]) => line.startsWith(prefix));
    if (known !== undefined) return this.#make(known[1], line.slice(known[0].length));
    return this.#make(inherited, line);
  }

  #make(kind: ParagraphKind, text: string): SampleParagraph {
    const paragraph = { id: this.#next, kind, text };
    this.#next += 1;
    return paragraph;
  }
}

/**
 * Reads a two-language text: groups of lines between blank lines, the original's lines first, then the translation's
 * with `>` in front. No `>` line: dropped; only `>` lines: added. `>@name` takes a paragraph away and `@name` alone puts
 * it somewhere else. `[table 20 80 header]` … `[end]` holds rows in the same way; `<` and `^` continue a cell, `//`
 * separates its paragraphs.
 */
export function parseSample(text: string): SampleDocument {
  return new Parser(text).parse();
}
