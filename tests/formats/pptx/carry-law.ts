import type { ReadFile, WriteContainer } from '#main/formats/format.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { modelOf } from '#main/formats/pptx/read.ts';
import { isText as isTextRun, textOf, type Content } from '#shared/model/content.ts';
import { zip } from '#tests/builders/docx/zip.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { containersOf, unitOf } from '#tests/formats/laws/request.ts';

/** Placeholder numbers of the whole deck beside the thinned one's. */
const DONOR = 1_000_000;

function shifted(content: Content): Content {
  return content.map((run) =>
    isTextRun(run) || run.placeholder <= 0 ? run : { ...run, placeholder: run.placeholder + DONOR },
  );
}

/** The deck without the notes of its slides and without the last shape with text of each. */
async function thinned(deck: Uint8Array): Promise<Uint8Array> {
  const { slides, text } = await modelOf(deck);
  const told = new Set(text.blocks.map(({ container }) => container));
  const changed = new Map<string, string>();
  for (const { part, shapes } of slides) {
    const [last] = shapes
      .filter(({ name, element }) => told.has(name) && element.parent?.name === 'p:spTree')
      .toSorted((a, b) => b.element.start - a.element.start);
    if (last === undefined) continue;
    changed.set(part.name, part.text.slice(0, last.element.start) + part.text.slice(last.element.end));
  }
  const entries = readArchive(deck).flatMap(({ name, bytes }) => {
    if (/notesSlides\//u.test(name)) return [];
    const isNamed = /slides\/_rels\/|\[Content_Types\]/u.test(name);
    const kept = isNamed
      ? partText(bytes).replaceAll(/<(?:Relationship|Override)\s[^>]*notesSlide[^>]*>/gu, '')
      : bytes;
    return [{ name, data: changed.get(name) ?? kept }];
  });
  return zip(entries);
}

function isText({ kind, story }: ReadFile['blocks'][number]): boolean {
  return kind !== 'altText' && /^(?:slide|notes):/u.test(story);
}

function textsOf({ blocks }: ReadFile): readonly string[] {
  return blocks
    .filter((block) => isText(block))
    .map(({ story, content }) => `${story}: ${textOf(content)}`)
    .toSorted();
}

function fail(code: string, detail: string): Failure {
  return { law: 'carry', code, detail: clip(detail) };
}

/** What was taken out of a deck comes back from the deck itself: each text on its slide, with nothing found missing. */
export async function carryLaw(
  deck: Uint8Array,
): Promise<{ readonly failures: readonly Failure[]; readonly bytes: Uint8Array; readonly skeleton: Uint8Array }> {
  const skeleton = await thinned(deck);
  const [file, source] = [await pptxFormat.read(skeleton), await pptxFormat.read(deck)];
  const there = new Set(file.blocks.map(({ container }) => container));
  const foreign = source.blocks.filter((block) => isText(block) && !there.has(block.container));
  const containers: readonly WriteContainer[] = Array.from(
    Map.groupBy(foreign, ({ container }) => container),
    ([container, blocks]) => ({
      container: `source:${container}`,
      units: blocks.map((block) => ({ ...unitOf(block, shifted(block.content)), anchors: [], donor: [block.anchor] })),
    }),
  );
  const { bytes, findings } = await pptxFormat.write({
    skeleton,
    donor: deck,
    counterparts: Object.fromEntries(
      [...there].filter((name) => name.startsWith('slide:')).map((name) => [name, name]),
    ),
    containers: [...containersOf(file), ...containers],
    omit: [],
    locate: (id) => (id > DONOR ? { file: 'donor', id: id - DONOR } : { file: 'skeleton', id }),
    strip: false,
  });
  const failures = findings.map(({ code, params }) => fail(`finding:${code}`, JSON.stringify(params)));
  const [wanted, now] = [textsOf(source), textsOf(await pptxFormat.read(bytes))];
  for (const text of wanted) if (!now.includes(text)) failures.push(fail('missing', text));
  if (wanted.length !== now.length) failures.push(fail('count', `${wanted.length} before, ${now.length} after`));
  return { failures: failures.slice(0, 9), bytes, skeleton };
}
