import { describe, expect, it } from 'vitest';
import { docxFormat } from '#main/formats/docx/index.ts';
import { textOf } from '#shared/model/content.ts';
import { sampleDocuments, sampleFile, sampleTruth, type TruthStory } from '#tests/builders/sample.ts';

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** The texts a reader of the file gets, by story. */
async function readTexts(file: string): Promise<Readonly<Record<TruthStory, readonly string[]>>> {
  const texts: Record<TruthStory, string[]> = {
    body: [],
    textBox: [],
    footnote: [],
    header: [],
    footer: [],
    altText: [],
  };
  for (const { kind, story, content } of (await docxFormat.read(await sampleFile(file))).blocks) {
    const name = (kind === 'altText' ? kind : story.split(':')[0]) as TruthStory;
    const text = squeezed(textOf(content));
    if (text !== '') texts[name].push(text);
  }
  return texts;
}

describe('the DOCX reader, held against the text the sample was written from', () => {
  const files = sampleDocuments().flatMap(({ name, source, received }) => [
    [source, name, 'source'] as const,
    [received, name, 'received'] as const,
  ]);

  it.each(files)('reads every text of %s, in order', async (file, name, side) => {
    const truth = sampleTruth().find((document) => document.name === name)?.[side];
    const expected = Object.fromEntries(
      Object.entries(truth ?? {}).map(([story, texts]) => [story, texts.map(squeezed)]),
    );
    expect(await readTexts(file)).toEqual(expected);
  });
});
