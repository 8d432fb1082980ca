import { basename, extname } from 'node:path';
import { ACCEPT_THRESHOLD } from '#shared/align/threshold.ts';
import type { ImportPlan, PlanLink } from '#shared/contract/imports.ts';
import type { DocumentKind } from '#shared/model/document-kind.ts';
import { placeholdersOf, textOf } from '#shared/model/content.ts';
import type { ImportReport } from '#shared/model/report.ts';
import { countWords } from '#shared/text/count-words.ts';
import { foldText } from '#shared/text/normalize.ts';
import type { ReadBlock, ReadFile, ReadTranslation } from '#main/formats/format.ts';
import type { Side } from '#main/store/queries/imports.ts';
import { hashOf } from '#main/store/files.ts';
import type { ServiceDeps } from './deps.ts';
import type { OfficeFile } from './office.ts';
import { convertOld } from './old-files.ts';
import { naming } from './open-file.ts';
import type { CallContext } from './services.ts';
import { inSlices, type Steps } from './slices.ts';

const TITLE_LENGTH = 300;
/** Longer first lines are text. */
const LONGEST_TITLE = 120;

/** One file of a plan, read. */
export interface PlannedFile extends OfficeFile {
  readonly sha256: string;
  readonly read: ReadFile;
  /** Ids the blocks will have, by index. */
  readonly ids: readonly string[];
}

/** An import that has been read and aligned but not stored. */
export interface PlannedImport {
  readonly id: string;
  readonly source: PlannedFile;
  readonly received: PlannedFile | null;
  readonly links: readonly PlanLink[];
}

/** Reads and aligns; stores nothing. Throws what the formats throw, cancelled, timeLimit, memoryLimit. */
export async function planImport(
  deps: Pick<ServiceDeps, 'office' | 'store' | 'convert'>,
  files: { source: OfficeFile; received: OfficeFile | null },
  context: CallContext,
): Promise<PlannedImport> {
  const { office, store } = deps;
  const readOne = async (given: OfficeFile): Promise<PlannedFile> => {
    const { file, converted } = await naming(given, convertOld(given, deps.convert, context.signal));
    const read = told(await naming(given, office.read(file, context.signal)), converted);
    return { ...file, sha256: await hashOf(file.bytes), read, ids: await inSlices(newIds(store, read.blocks.length)) };
  };
  context.progress({ step: 'readSource', progress: 0.05, subject: files.source.name });
  const source = await readOne(files.source);
  if (files.received === null) {
    const { translation } = source.read;
    if (translation !== undefined) return await inSlices(bilingualPlan(store, source, translation));
    return { id: store.newId(), source, received: null, links: source.ids.map((_, index) => alone(index)) };
  }
  context.progress({ step: 'readReceived', progress: 0.2 });
  const received = await readOne(files.received);
  context.progress({ step: 'align', progress: 0.4 });
  const links = await office.align(source.read.blocks, received.read.blocks, context.signal);
  return { id: store.newId(), source, received, links };
}

function* newIds(store: Pick<ServiceDeps['store'], 'newId'>, count: number): Steps<readonly string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push(store.newId());
    yield;
  }
  return ids;
}

/** Says in the report that the file is not the one that was given. */
function told(read: ReadFile, converted: boolean): ReadFile {
  if (!converted) return read;
  const notes = [...read.report.notes, { code: 'converted' as const, count: 1 }];
  return { ...read, report: { ...read.report, notes } };
}

/** A file of two languages is both the original and its translation; it says itself what belongs together. */
function* bilingualPlan(
  store: Pick<ServiceDeps['store'], 'newId'>,
  source: PlannedFile,
  { blocks, links, language }: ReadTranslation,
): Steps<PlannedImport> {
  const { format, report: whole } = source.read;
  const report = yield* translationReport(whole, blocks, language);
  const read: ReadFile = { format, blocks, report, ...(language === undefined ? {} : { language }) };
  const received: PlannedFile = { ...source, read, ids: yield* newIds(store, blocks.length) };
  const linked = new Set(links.flatMap((link) => link.source));
  const loose = source.ids.flatMap((_, index) => (linked.has(index) ? [] : [alone(index)]));
  return {
    id: store.newId(),
    source,
    received,
    links: [...links.map((link) => ({ ...link, confidence: 1 })), ...loose],
  };
}

/** The report of the translation in a file whose own is of the original; what is worth knowing of the file is told there. */
function* translationReport(whole: ImportReport, blocks: readonly ReadBlock[], language?: string): Steps<ImportReport> {
  const placeholders: Record<string, number> = {};
  let words = 0;
  for (const { content } of blocks) {
    for (const { kind } of placeholdersOf(content)) {
      if (kind !== 'close') placeholders[kind] = (placeholders[kind] ?? 0) + 1;
    }
    words += countWords(textOf(content), language);
    yield;
  }
  return {
    ...whole,
    words,
    images: placeholders['image'] ?? 0,
    comments: blocks.reduce((sum, { comments }) => sum + (comments?.length ?? 0), 0),
    placeholders,
    notes: [],
  };
}

function alone(index: number): PlanLink {
  return { source: [index], received: [], confidence: 1 };
}

/** What the import view shows; in steps. */
export function* planView(deps: Pick<ServiceDeps, 'store'>, plan: PlannedImport): Steps<ImportPlan> {
  const { source, received } = plan;
  return {
    plan: plan.id,
    source: yield* viewsOf(source, 'source'),
    received: received === null ? [] : yield* viewsOf(received, 'received'),
    links: plan.links,
    threshold: ACCEPT_THRESHOLD,
    sourceReport: source.read.report,
    receivedReport: received?.read.report ?? null,
    sourceLanguage: source.read.language ?? null,
    receivedLanguage: received?.read.language ?? null,
    suggestedTitle: suggestTitle(plan),
    suggestedKind: suggestKind(plan),
    known: deps.store.imports.known(source.sha256),
  };
}

function* viewsOf(file: PlannedFile, side: Side): Steps<ImportPlan['source']> {
  const views: ImportPlan['source'][number][] = [];
  for (const [index, block] of file.read.blocks.entries()) {
    views.push({
      id: file.ids[index] as string,
      side,
      kind: block.kind,
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.label === undefined ? {} : { label: block.label }),
      ...(block.comments === undefined ? {} : { comments: block.comments }),
      container: block.container,
      content: block.content,
    });
    yield;
  }
  return views;
}

/** What stands at the top, when it is short enough for a title; else the first heading, else the file's name. */
export function suggestTitle({ source, received }: Pick<PlannedImport, 'source' | 'received'>): string {
  for (const blocks of [received?.read.blocks ?? [], source.read.blocks]) {
    const title = titleIn(blocks);
    if (title !== '') return title.slice(0, TITLE_LENGTH);
  }
  return basename(source.name, extname(source.name)).replaceAll(/[_-]+/gu, ' ').trim() || source.name;
}

/** A title need not have a style of its own, so the first line counts when it is no sentence. */
function titleIn(blocks: readonly ReadBlock[]): string {
  const first = blocks.find(isLine);
  const top = first === undefined ? '' : lineOf(first);
  if (top.length <= LONGEST_TITLE && !/[.:;,]$/u.test(top)) return top;
  const heading = blocks.find((block) => block.kind === 'heading' && isLine(block));
  return heading === undefined ? '' : lineOf(heading);
}

function isLine(block: ReadBlock): boolean {
  return isMainText(block) && textOf(block.content).trim() !== '';
}

/** Running text, or that of the slides. */
function isMainText({ container, story }: ReadBlock): boolean {
  return container === 'body' || story.startsWith('slide:');
}

function lineOf({ content }: ReadBlock): string {
  return textOf(content).replaceAll(/\s+/gu, ' ').trim();
}

/** Words of file names and titles, in either language, that give a kind away. Folded: no accents. */
const SIGNS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['agenda', /\b(agenda|programa|schedule)\b/u],
  ['facilitatorGuide', /\b(facilitator|facilitador\w*|guia|guide)\b/u],
  ['selfAssessment', /\b(self[- ]?assessment|autoevaluacion)\b/u],
  ['groupExercise', /\b(group (exercise|work)|(ejercicio|trabajo) (en grupo|grupal))\b/u],
  ['caseStudy', /\b(case (study|studies)|estudios? de caso)\b/u],
  ['actionPlan', /\b(action plan|plan de accion)\b/u],
  ['activity', /\b(activity|activities|actividad|actividades|exercise|ejercicio)\b/u],
  ['slides', /\b(slides?|presentation|presentacion|diapositivas?)\b/u],
  ['handout', /\b(handout|hoja|folleto)\b/u],
];

function suggestKind(plan: PlannedImport): DocumentKind {
  for (const text of [plan.source.name, suggestTitle(plan)]) {
    const words = foldText(text).replaceAll(/[_.\d-]+/gu, ' ');
    const found = SIGNS.find(([, sign]) => sign.test(words));
    if (found !== undefined) return found[0];
  }
  return (plan.source.read.report.slides ?? 0) > 0 ? 'slides' : 'reading';
}
