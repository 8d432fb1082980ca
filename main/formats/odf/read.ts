import { AdaptaError } from '#shared/model/errors.ts';
import { bareBlock } from '../common/bare-block.ts';
import { Tally } from '../common/tally.ts';
import { verifyAndMeasure } from '../common/huge-images.ts';
import type { ReadFile } from '../format.ts';
import type { XmlPart } from '../package/package.ts';
import { readEmbedded } from './embedded.ts';
import { inspectDocument } from './inspect.ts';
import { languageOf } from './look.ts';
import { Looks } from './looks.ts';
import type { OdfModel, OdfPart, SlidePlace } from './model.ts';
import { openOdf, type OdfKind, type OdfSource } from './open.ts';
import { runningTexts } from './running.ts';
import { readSlides } from './slides.ts';
import { StoryReader } from './stories.ts';
import { CommonStyles, StyleScope } from './styles.ts';

/** Models of files at hand: `roundtrip` and `rewrite` read, then write, the same bytes. Forgotten with the bytes. */
const models = new WeakMap<Uint8Array, Promise<OdfModel>>();
const PICTURE = /^(?:.*\/)?Pictures\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/iu;

/** Reads a document into the blocks everyone works with. Throws AdaptaError for whatever it refuses. */
export async function readOdf(bytes: Uint8Array, kind: OdfKind, signal?: AbortSignal): Promise<ReadFile> {
  const model = await modelOf(bytes, kind, signal);
  const archive = model.source.package?.archive;
  const huge = archive === undefined ? [] : await verifyAndMeasure(archive, PICTURE);
  return {
    format: formatIdOf(kind),
    blocks: model.blocks.map(bareBlock),
    ...(model.language === undefined ? {} : { language: model.language }),
    report: huge.length === 0 ? model.report : { ...model.report, notes: [...model.report.notes, ...huge] },
  };
}

function formatIdOf(kind: OdfKind): string {
  return kind === 'text' ? 'odt' : 'odp';
}

/** The full model of a file's bytes, read once as long as somebody holds them. */
export function modelOf(bytes: Uint8Array, kind: OdfKind, signal?: AbortSignal): Promise<OdfModel> {
  let model = models.get(bytes);
  if (model === undefined) {
    model = buildModel(bytes, kind, signal);
    models.set(bytes, model);
    model.catch(() => models.delete(bytes));
  }
  return model;
}

async function buildModel(bytes: Uint8Array, kind: OdfKind, signal?: AbortSignal): Promise<OdfModel> {
  const source = await openOdf(bytes, kind);
  const common = new CommonStyles(source.styles?.root);
  const parts = new Map<string, OdfPart>();
  const partOf = (part: XmlPart): OdfPart => {
    const known = parts.get(part.name) ?? { ...part, scope: new StyleScope(part.root, common) };
    parts.set(part.name, known);
    return known;
  };
  const content = partOf(source.content);
  const styles = source.styles === undefined ? undefined : partOf(source.styles);
  const embedded = await readEmbedded(source, common);
  for (const { part } of embedded.values()) if (part !== undefined) parts.set(part.name, part);
  if (signal?.aborted === true) throw new AdaptaError('cancelled');
  const looks = new Looks();
  const tally = new Tally(formatIdOf(kind));
  const reader = new StoryReader({ looks, tally, embedded: (object) => embedded.get(object) });
  let slides: readonly SlidePlace[] = [];
  if (kind === 'text') {
    reader.read(source.body, { part: content, story: 'body', kind: 'paragraph' }, 'body');
    if (styles !== undefined) readRunning(styles, reader);
  } else slides = readSlides(source.body, content, reader);
  reader.finish();
  inspectDocument(source, tally);
  const report = tally.report(bytes.length);
  return {
    source,
    parts,
    blocks: reader.blocks,
    byAnchor: new Map(reader.blocks.map((block) => [block.anchor, block])),
    placeholders: reader.book.all,
    containers: reader.containers,
    attached: reader.attached,
    slides,
    looks,
    language: tally.language() ?? defaultLanguage(source, common),
    report: kind === 'text' ? report : { ...report, ...countSlides(slides, reader) },
  };
}

function countSlides(slides: readonly SlidePlace[], reader: StoryReader): object {
  const notes = new Set(reader.blocks.flatMap(({ story, kind }) => (kind === 'speakerNote' ? story : [])));
  return {
    slides: slides.length,
    hiddenSlides: slides.filter(({ hidden }) => hidden).length,
    speakerNotes: notes.size,
  };
}

function defaultLanguage(source: OdfSource, common: CommonStyles): string | undefined {
  const properties = common.default('paragraph')?.child('style:text-properties')?.attributes;
  const said = languageOf((attribute) => properties?.[attribute]);
  const ofMeta = source.meta?.root.child('office:meta')?.child('dc:language')?.text;
  return said ?? (ofMeta === undefined || ofMeta === '' ? undefined : ofMeta);
}

function readRunning(styles: OdfPart, reader: StoryReader): void {
  for (const { element, kind, story } of runningTexts(styles.root)) {
    reader.read(element, { part: styles, story, kind }, story);
  }
}
