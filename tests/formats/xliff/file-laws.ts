import { pseudoTranslate } from '#main/formats/docx/pseudo.ts';
import type { ReadBlock, ReadFile, UnitFacts, WriteContainer, WriteUnit } from '#main/formats/format.ts';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import { openXliff } from '#main/formats/xliff/open.ts';
import { violationsOf12 } from '#main/formats/xliff/validate/rules12.ts';
import { violationsOf } from '#main/formats/xliff/validate/validate.ts';
import { contentEquals, isBlank, normalizeContent, plain, textOf, type Content } from '#shared/model/content.ts';
import { bare, walkText } from './walk.ts';

interface Judges {
  /** What the schemas find wrong with a document. */
  readonly faults: (bytes: Uint8Array) => readonly string[];
}

/** What a file of XLIFF must bear; gives what it does not. */
export async function laws(bytes: Uint8Array, judges: Judges): Promise<readonly string[]> {
  const file = await xliffFormat.read(bytes);
  return [
    ...textLaw(bytes, file),
    ...(await untouchedLaw(bytes, file)),
    ...(await changedLaw(bytes, file, judges)),
    ...(await structureLaw(bytes, file, judges)),
  ];
}

function textLaw(bytes: Uint8Array, file: ReadFile): readonly string[] {
  const walked = walkText(Buffer.from(bytes).toString('utf8'));
  const source = bare(file.blocks.map(({ content }) => textOf(content)).join(''));
  const target = bare(
    blocksOf(file)
      .map(({ content }) => textOf(content))
      .join(''),
  );
  const failures: string[] = [];
  if (walked.source !== source) failures.push(`text: ${walked.source} ≠ ${source}`);
  if (file.translation !== undefined && sorted(walked.target) !== sorted(target)) {
    failures.push(`text: ${walked.target} ≠ ${target}`);
  }
  return failures;
}

/** Translations are read in their own order, the walk goes by the file's. */
function sorted(text: string): string {
  return Array.from(text).toSorted().join('');
}

/** The blocks that are written: translations where the file has any, else originals. */
export function blocksOf(file: ReadFile): readonly ReadBlock[] {
  return file.translation?.blocks ?? file.blocks;
}

async function write(
  bytes: Uint8Array,
  containers: readonly WriteContainer[],
  omit: readonly string[] = [],
): Promise<Uint8Array> {
  const written = await xliffFormat.write({
    skeleton: bytes,
    containers,
    omit,
    locate: (id) => ({ file: 'skeleton', id }),
    strip: false,
    language: 'fr',
  });
  return written.bytes;
}

export function unitOf(block: ReadBlock, content: Content, facts?: UnitFacts): WriteUnit {
  const { anchor, kind } = block;
  return { anchors: [anchor], kind, content, ...(facts === undefined ? {} : { facts }) };
}

function factsOf(file: ReadFile, index: number): UnitFacts {
  const state = file.translation?.states[index];
  return {
    id: `0190-${index}`,
    mode: state?.mode ?? 'faithful',
    status: state?.status ?? 'draft',
    audience: state?.audience ?? 'everyone',
    adaptation: state?.adaptation ?? null,
    untranslated: isBlank(blocksOf(file)[index]?.content ?? []),
  };
}

async function untouchedLaw(bytes: Uint8Array, file: ReadFile): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const withFacts of [false, file.translation !== undefined]) {
    const written = await write(
      bytes,
      blocksOf(file).map((block, index) => ({
        container: block.container,
        units: [unitOf(block, block.content, withFacts ? factsOf(file, index) : undefined)],
      })),
    );
    if (Buffer.compare(bytes, written) !== 0) failures.push(`untouched: other bytes (facts ${withFacts})`);
  }
  return failures;
}

function validity(bytes: Uint8Array, { faults }: Judges, law: string): readonly string[] {
  const { root, version } = openXliff(bytes);
  const broken = version === 2 ? violationsOf(root) : violationsOf12(root);
  return [
    ...broken.map(({ rule, detail }) => `${law}: breaks ${rule} ${detail ?? ''}`),
    ...faults(bytes).map((fault) => `${law}: ${fault}`),
  ];
}

async function changedLaw(bytes: Uint8Array, file: ReadFile, judges: Judges): Promise<readonly string[]> {
  const blocks = blocksOf(file);
  const wanted = blocks.map((block, index) => {
    const base = isBlank(block.content)
      ? (file.blocks.find((each) => each.container === block.container)?.content ?? [])
      : block.content;
    return pseudoTranslate(base, index + 1);
  });
  const written = await write(
    bytes,
    blocks.map((block, index) => ({
      container: block.container,
      units: [
        unitOf(block, wanted[index] as Content, {
          ...factsOf(file, index),
          mode: 'adapted',
          status: 'reviewed',
          adaptation: { reason: 'law', note: 'a < b', author: 'María', at: '2026-01-02T03:04:05Z' },
          untranslated: false,
        }),
      ],
    })),
  );
  const reread = await xliffFormat.read(written);
  const after = reread.translation?.blocks ?? [];
  const failures = [...validity(written, judges, 'changed')];
  for (const [index, block] of blocks.entries()) {
    const now = after.find(({ container }) => container === block.container);
    if (!contentEquals(spaced(now?.content ?? []), spaced(wanted[index] as Content))) {
      failures.push(`changed: ${JSON.stringify(now?.content)} ≠ ${JSON.stringify(wanted[index])}`);
    }
    const state = reread.translation?.states[after.findIndex(({ container }) => container === block.container)];
    if (state?.mode !== 'adapted' || state.status !== 'reviewed' || state.adaptation?.note !== 'a < b') {
      failures.push(`changed: state ${JSON.stringify(state)}`);
    }
  }
  for (const [index, block] of file.blocks.entries()) {
    if (!contentEquals(reread.blocks[index]?.content ?? [], block.content)) {
      failures.push(
        `changed: original ${JSON.stringify(reread.blocks[index]?.content)} ≠ ${JSON.stringify(block.content)}`,
      );
    }
  }
  return failures;
}

/** Runs of blanks count as one where the file does not keep them. */
function spaced(content: Content): Content {
  return normalizeContent(
    content.map((run) => ('text' in run ? { ...run, text: run.text.replaceAll(/\s+/gu, ' ') } : run)),
  );
}

/** Every third unit is left out, one is added behind every second, which is split as well. */
async function structureLaw(bytes: Uint8Array, file: ReadFile, judges: Judges): Promise<readonly string[]> {
  const blocks = blocksOf(file);
  const omit = blocks.filter((_, index) => index % 3 === 2).map(({ anchor }) => anchor);
  const added = plain('Un caso de Cobija.');
  const written = await write(
    bytes,
    blocks.map((block, index) => {
      const units: WriteUnit[] = omit.includes(block.anchor) ? [] : [unitOf(block, block.content)];
      if (index % 2 === 0) {
        units.push({ ...unitOf(block, plain('Segunda parte.'), factsOf(file, index)), anchors: [] });
        units.push({
          ...unitOf(block, added, { ...factsOf(file, index), mode: 'added', untranslated: false }),
          anchors: [],
        });
      }
      return { container: block.container, units: index % 3 === 2 ? units.slice(-1) : units };
    }),
    omit,
  );
  const failures = [...validity(written, judges, 'structure')];
  const reread = await xliffFormat.read(written);
  const modes = (reread.translation?.states ?? []).map(({ mode }) => mode);
  const count = (mode: string): number => modes.filter((each) => each === mode).length;
  const before = (file.translation?.states ?? []).filter(({ mode }) => mode === 'added').length;
  const expected = Math.ceil(blocks.length / 2) + before;
  if (count('added') < expected - before) failures.push(`structure: ${count('added')} added, ${expected} expected`);
  return failures;
}
