import { footnotesOf, visibleText } from './inline.ts';
import type { ParagraphKind, SampleDocument, SampleItem, SampleParagraph } from './types.ts';

export type TruthStory = 'body' | 'textBox' | 'footnote' | 'header' | 'footer' | 'altText';

/** One link as the tests read it; see the `README` key of `sample-truth.json`. */
export interface TruthLink {
  readonly story: TruthStory;
  readonly type: string;
  readonly source: readonly number[];
  readonly received: readonly number[];
}

export interface DocumentTruth {
  readonly name: string;
  /** Texts by story in document order; links name them by position, from 0. */
  readonly source: Readonly<Record<TruthStory, readonly string[]>>;
  readonly received: Readonly<Record<TruthStory, readonly string[]>>;
  readonly links: readonly TruthLink[];
}

interface Position {
  readonly story: TruthStory;
  readonly at: number;
}

interface Indexed {
  readonly texts: Record<TruthStory, string[]>;
  readonly of: Map<number, Position>;
  /** Positions of the footnotes a paragraph calls. */
  readonly notes: Map<number, readonly number[]>;
}

const STORIES: Partial<Record<ParagraphKind, TruthStory>> = {
  textBox: 'textBox',
  header: 'header',
  footer: 'footer',
  image: 'altText',
};

function storyOf(paragraph: SampleParagraph): TruthStory {
  return STORIES[paragraph.kind] ?? 'body';
}

function paragraphsOf(item: SampleItem): readonly SampleParagraph[] {
  return item.type === 'paragraphs'
    ? item.paragraphs
    : item.table.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
}

function indexSide(items: readonly SampleItem[]): Indexed {
  const texts: Record<TruthStory, string[]> = {
    body: [],
    textBox: [],
    footnote: [],
    header: [],
    footer: [],
    altText: [],
  };
  const of = new Map<number, Position>();
  const notes = new Map<number, readonly number[]>();
  for (const paragraph of items.flatMap(paragraphsOf)) {
    const story = storyOf(paragraph);
    const text = story === 'altText' ? (paragraph.text.split(' | ')[1] ?? '') : visibleText(paragraph.text);
    of.set(paragraph.id, { story, at: texts[story].push(text) - 1 });
    const own = footnotesOf(paragraph.text).map((note) => texts.footnote.push(visibleText(note)) - 1);
    if (own.length > 0) notes.set(paragraph.id, own);
  }
  return { texts, of, notes };
}

function typeOf(source: readonly number[], received: readonly number[], moved: boolean): string {
  return moved ? 'moved' : `${source.length}-${received.length}`;
}

/** The truth about one document, from the links its text was written with. */
export function truthOf(name: string, document: SampleDocument): DocumentTruth {
  const source = indexSide(document.source);
  const received = indexSide(document.received);
  const links: TruthLink[] = [];
  for (const link of document.links) {
    const positions = [
      ...link.source.map((id) => source.of.get(id)),
      ...link.received.map((id) => received.of.get(id)),
    ];
    const at = (index: Indexed, ids: readonly number[]) => ids.flatMap((id) => index.of.get(id)?.at ?? []);
    const [from, to] = [at(source, link.source), at(received, link.received)];
    links.push({
      story: positions[0]?.story ?? 'body',
      type: typeOf(from, to, link.moved),
      source: from,
      received: to,
    });
    links.push(
      ...noteLinks(
        link.source.flatMap((id) => source.notes.get(id) ?? []),
        link.received.flatMap((id) => received.notes.get(id) ?? []),
      ),
    );
  }
  return { name, source: source.texts, received: received.texts, links };
}

function noteLinks(source: readonly number[], received: readonly number[]): readonly TruthLink[] {
  return Array.from({ length: Math.max(source.length, received.length) }, (_, index): TruthLink => {
    const [from, to] = [source.slice(index, index + 1), received.slice(index, index + 1)];
    return { story: 'footnote', type: typeOf(from, to, false), source: from, received: to };
  });
}
