import { readFileSync } from 'node:fs';
import { readDocx } from '#main/formats/docx/read.ts';
import { toAlignBlock, type AlignBlock } from '#shared/align/block.ts';
import type { Damaged, TruthLink, TruthType } from './damage.ts';

const CORPUS = new URL('../../../shared/corpus/pairs/', import.meta.url);
const SAMPLE = new URL('../../resources/sample/', import.meta.url);
const SAMPLE_TRUTH = new URL('sample-truth.json', import.meta.url);

export interface Pair {
  readonly source: readonly AlignBlock[];
  readonly received: readonly AlignBlock[];
}

async function blocksOf(url: URL): Promise<readonly AlignBlock[]> {
  const file = await readDocx(readFileSync(url));
  return file.blocks.map(toAlignBlock);
}

/** A manual of the corpus, English and Spanish, parallel block by block. */
export async function corpusPair(name: 'd20' | 'd200'): Promise<Pair> {
  return {
    source: await blocksOf(new URL(`${name}.en.docx`, CORPUS)),
    received: await blocksOf(new URL(`${name}.es.docx`, CORPUS)),
  };
}

type Texts = Readonly<Record<string, readonly string[]>>;

interface SampleDocument {
  readonly name: string;
  readonly source: Texts;
  readonly received: Texts;
  readonly links: readonly {
    readonly story: string;
    readonly source: readonly number[];
    readonly received: readonly number[];
    readonly type: TruthType;
  }[];
}

/** The documents of the sample toolkit as read, with the truth written by whoever made them. */
export async function samplePairs(): Promise<readonly (Damaged & { readonly name: string })[]> {
  const { documents } = JSON.parse(readFileSync(SAMPLE_TRUTH, 'utf8')) as {
    readonly documents: readonly SampleDocument[];
  };
  return Promise.all(
    documents.map(async (document) => {
      const source = await blocksOf(new URL(`${document.name}.en.docx`, SAMPLE));
      const received = await blocksOf(new URL(`${document.name}.es.docx`, SAMPLE));
      return { name: document.name, source, received, truth: sampleTruth(document, source, received) };
    }),
  );
}

function sampleTruth(
  document: SampleDocument,
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
): readonly TruthLink[] {
  const left = places(source, document.source);
  const right = places(received, document.received);
  return document.links.map((link) => {
    const from = link.source.map((at) => left(link.story, at));
    const to = link.received.map((at) => right(link.story, at));
    const same = joined(source, from) === joined(received, to);
    return { source: from, received: to, type: link.type, scored: !same };
  });
}

/** Finds the block that holds a text of the truth: the truth's order within a story is the reader's. */
function places(blocks: readonly AlignBlock[], texts: Texts): (story: string, at: number) => number {
  const byStory = Map.groupBy(blocks.keys(), (index) => blocks[index]?.story.split(':', 1)[0] ?? '');
  const found = new Map<string, number>();
  for (const [story, list] of Object.entries(texts)) {
    const candidates = (byStory.get(story) ?? []).filter((index) => bare(blocks[index]?.text ?? '') !== '');
    for (const [at, text] of list.entries()) {
      const index = candidates[at];
      if (index === undefined || bare(blocks[index]?.text ?? '') !== bare(text)) {
        throw new Error(`${story} ${at}: read "${index === undefined ? '' : blocks[index]?.text}", expected "${text}"`);
      }
      found.set(`${story} ${at}`, index);
    }
  }
  return (story, at) => {
    const index = found.get(`${story} ${at}`);
    if (index === undefined) throw new Error(`no ${story} ${at}`);
    return index;
  };
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

function joined(blocks: readonly AlignBlock[], indices: readonly number[]): string {
  return bare(indices.map((index) => blocks[index]?.text ?? '').join(''));
}
