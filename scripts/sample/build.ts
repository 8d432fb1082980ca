import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SAMPLE_AUTHOR, SAMPLE_DOCUMENTS, SAMPLE_TOOLKIT, type SampleEntry } from './documents.ts';
import { SAMPLE_EDITS, type SampleEdit } from './edits.ts';
import { visibleText } from './inline.ts';
import { parseSample } from './parse.ts';
import { renderSample } from './render.ts';
import { repack } from './repack.ts';
import { truthOf, type DocumentTruth } from './truth.ts';
import type { SampleDocument } from './types.ts';

const OUT = new URL('../../resources/sample/', import.meta.url);
const TRUTH = new URL('../../tests/builders/sample-truth.json', import.meta.url);

const TRUTH_README = [
  'Which paragraphs of the sample toolkit say the same. Written by scripts/sample/build.ts; do not edit by hand.',
  'documents[].source and .received: texts by story, in document order: body (paragraphs outside and inside tables that are not empty, without text boxes), textBox, footnote (in the order of their references), header, footer, altText.',
  'Texts are as a reader sees them: tracked changes accepted, no note marks, no fields, no images; blanks as in the file.',
  'documents[].links: source and received are positions from 0 in the lists of the story. type: 1-1, 1-0 (dropped), 0-1 (added), 2-1, 1-2 or moved (the received paragraph stands elsewhere). Every text is in exactly one link.',
  'Some links are 1-1 between identical texts: left in English, or the same in both languages (numbers).',
];

interface BuiltDocument {
  readonly source: Uint8Array;
  readonly received: Uint8Array;
  readonly truth: DocumentTruth;
  readonly edits: readonly SampleEdit[];
}

/** Builds both files of one sample document, and the truth about them. The same text gives the same bytes. */
export async function buildDocument(entry: SampleEntry, seed: number): Promise<BuiltDocument> {
  const text = await readFile(new URL(`text/${entry.name}.txt`, import.meta.url), 'utf8');
  const document = parseSample(text);
  const source = await renderSample(document.source, {
    title: entry.title.en,
    language: 'en-US',
    author: SAMPLE_AUTHOR,
  });
  const received = await renderSample(document.received, {
    title: entry.title.es,
    language: 'es-ES',
    author: entry.translator,
  });
  return {
    source: await repack(source, { received: false, seed }),
    received: await repack(received, { received: true, seed }),
    truth: truthOf(entry.name, document),
    edits: editsOf(entry.name, document),
  };
}

/** The edits of a document: those written by hand, and the audience of notes to the trainer and answers. */
function editsOf(name: string, document: SampleDocument): readonly SampleEdit[] {
  const edits = new Map((SAMPLE_EDITS[name] ?? []).map((edit) => [edit.source, edit]));
  const paragraphs = document.source.flatMap((item) => (item.type === 'paragraphs' ? item.paragraphs : []));
  for (const { kind, text } of paragraphs) {
    const source = visibleText(text);
    if (kind === 'facilitatorNote' || kind === 'answer') {
      edits.set(source, { source, ...edits.get(source), audience: 'facilitator' });
    }
  }
  return [...edits.values()];
}

function manifest(edits: ReadonlyMap<string, readonly SampleEdit[]>): unknown {
  return {
    version: 1,
    ...SAMPLE_TOOLKIT,
    documents: SAMPLE_DOCUMENTS.map(({ name, module, kind, title }) => ({
      name,
      module,
      kind,
      title,
      source: `${name}.en.docx`,
      received: `${name}.es.docx`,
      edits: edits.get(name) ?? [],
    })),
  };
}

async function build(): Promise<void> {
  await mkdir(OUT, { recursive: true });
  const truths: DocumentTruth[] = [];
  const edits = new Map<string, readonly SampleEdit[]>();
  for (const [index, entry] of SAMPLE_DOCUMENTS.entries()) {
    const built = await buildDocument(entry, index + 1);
    await writeFile(new URL(`${entry.name}.en.docx`, OUT), built.source);
    await writeFile(new URL(`${entry.name}.es.docx`, OUT), built.received);
    truths.push(built.truth);
    edits.set(entry.name, built.edits);
  }
  await writeFile(new URL('toolkit.json', OUT), `${JSON.stringify(manifest(edits), null, 2)}\n`);
  await writeFile(TRUTH, `${JSON.stringify({ README: TRUTH_README, documents: truths }, null, 1)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
