import { AdaptaError } from '#shared/model/errors.ts';
import type { ReadFile } from '../format.ts';
import type { DrawingBlock } from '../drawingml/model.ts';
import { DrawingReader } from '../drawingml/reader.ts';
import { partsOfType, type OfficePackage, type XmlPart } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import { bareBlock } from '../common/bare-block.ts';
import { verifyAndMeasure } from '../common/huge-images.ts';
import { commentsByBlock } from './comments.ts';
import { GraphicsReader } from './graphics.ts';
import { inspectPackage, inspectPart } from './inspect.ts';
import { Looks } from './look.ts';
import type { DocxBlock, DocxModel, DocxPart } from './model.ts';
import { NoteNumbers } from './note-numbers.ts';
import { Numbering } from './numbering.ts';
import { docxPart, openDocx } from './open.ts';
import { StoryReader, type NoteSource } from './stories.ts';
import { Styles } from './styles.ts';
import { Tally } from './tally.ts';

/** Models of files at hand: `roundtrip` and `rewrite` read, then write, the same bytes. Forgotten with the bytes. */
const models = new WeakMap<Uint8Array, Promise<DocxModel>>();

/**
 * Reads a DOCX into the blocks everyone works with; `elements`: how many a part may have, if not as many as usual. Throws
 * AdaptaError for whatever it refuses.
 */
export async function readDocx(bytes: Uint8Array, signal?: AbortSignal, elements?: number): Promise<ReadFile> {
  const model = await modelOf(bytes, signal, elements);
  const huge = await verifyAndMeasure(model.package.archive);
  return {
    format: 'docx',
    blocks: model.reading.map((block) => bareBlock({ ...block, comments: model.comments.get(block.anchor) })),
    ...(model.language === undefined ? {} : { language: model.language }),
    report: huge.length === 0 ? model.report : { ...model.report, notes: [...model.report.notes, ...huge] },
  };
}

/** The full model of a file's bytes, read once as long as somebody holds them. */
export function modelOf(bytes: Uint8Array, signal?: AbortSignal, elements?: number): Promise<DocxModel> {
  let model = models.get(bytes);
  if (model === undefined) {
    model = buildModel(bytes, signal, elements);
    models.set(bytes, model);
    model.catch(() => models.delete(bytes));
  }
  return model;
}

async function buildModel(bytes: Uint8Array, signal?: AbortSignal, elements?: number): Promise<DocxModel> {
  const { pack, main } = await openDocx(bytes, elements);
  const body = (await docxPart(pack, main)) as DocxPart;
  const related = async (type: string): Promise<XmlPart | undefined> => {
    const [name] = partsOfType(body.relationships, type);
    return name === undefined ? undefined : pack.part(name);
  };
  const bodyElement = body.root.child('w:body');
  if (bodyElement === undefined) throw new AdaptaError('malformedPackage', { part: main });
  const styles = new Styles((await related('styles'))?.root);
  const settings = await related('settings');
  const looks = new Looks(styles);
  const tally = new Tally();
  const parts = new Map<string, DocxPart>([[body.name, body]]);
  const footnotes = await notesOf(pack, body, 'footnote', parts);
  const endnotes = await notesOf(pack, body, 'endnote', parts);
  const reader = new StoryReader(
    {
      styles,
      numbering: new Numbering((await related('numbering'))?.root, styles),
      looks,
      footnotes,
      endnotes,
      noteNumbers: new NoteNumbers(settings?.root),
      tally,
    },
    styles.hyperlink === undefined ? undefined : looks.ofStyle(styles.hyperlink, body),
  );
  stopWhenAborted(signal);
  reader.read(body, bodyElement, 'body', 'paragraph');
  reader.readRemainingNotes();
  for (const kind of ['header', 'footer'] as const) {
    for (const name of partsOfType(body.relationships, kind)) {
      stopWhenAborted(signal);
      const part = await docxPart(pack, name);
      if (part === undefined) continue;
      parts.set(part.name, part);
      reader.read(part, part.root, `${kind}:${part.name}`, kind);
    }
  }
  const comments = (await related('comments'))?.root;
  tally.comments = (comments?.children ?? []).filter((child) => child.name === 'w:comment').length;
  const extended = tally.comments === 0 ? undefined : (await related('commentsExtended'))?.root;
  const { drawn, reading } = await withGraphics(pack, reader, tally, signal);
  for (const part of parts.values()) inspectPart(part, tally);
  await inspectSettings(pack, settings, tally);
  inspectPackage(pack, tally);
  return {
    package: pack,
    main: body.name,
    parts,
    blocks: reader.blocks,
    byAnchor: new Map(reader.blocks.map((block) => [block.anchor, block])),
    placeholders: reader.book.all,
    containers: reader.containers,
    twins: reader.twins,
    drawn,
    reading,
    comments: commentsByBlock({ comments, extended }, parts.values(), reader.blocks),
    styles,
    looks,
    language: tally.language(),
    report: tally.report(bytes.length),
  };
}

/** The blocks of the text with those of its charts and diagrams behind what shows them. */
async function withGraphics(
  pack: OfficePackage,
  { blocks, book, graphics }: StoryReader,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<Pick<DocxModel, 'drawn' | 'reading'>> {
  let last = book.all.length;
  const drawn = new DrawingReader(() => (last += 1));
  if (graphics.length === 0) return { drawn, reading: blocks };
  const reader = new GraphicsReader(pack, drawn, tally);
  const reading: (DocxBlock | DrawingBlock)[] = [];
  let from = 0;
  for (const graphic of graphics) {
    stopWhenAborted(signal);
    reading.push(...blocks.slice(from, graphic.at), ...(await reader.read(graphic)));
    from = graphic.at;
  }
  return { drawn, reading: [...reading, ...blocks.slice(from)] };
}

/** Separators and notices of continuation are notes too, of a type of their own: not for people to translate. */
const NOTE_TYPES = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

async function notesOf(
  pack: OfficePackage,
  body: DocxPart,
  kind: 'footnote' | 'endnote',
  parts: Map<string, DocxPart>,
): Promise<NoteSource | undefined> {
  const [name] = partsOfType(body.relationships, `${kind}s`);
  const part = name === undefined ? undefined : await docxPart(pack, name);
  if (part === undefined) return undefined;
  parts.set(part.name, part);
  const byId = new Map<string, XmlElement>();
  for (const note of part.root.children) {
    const id = note.attributes['w:id'];
    if (note.name === `w:${kind}` && id !== undefined && !NOTE_TYPES.has(note.attributes['w:type'] ?? ''))
      byId.set(id, note);
  }
  return { part, byId };
}

async function inspectSettings(pack: OfficePackage, settings: XmlPart | undefined, tally: Tally): Promise<void> {
  if (settings === undefined) return;
  for (const { type, target, external } of (await pack.relationships(settings.name)).values()) {
    if (type === 'attachedTemplate' && external) tally.note('remoteTemplate', target.slice(0, 120));
  }
}

function stopWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AdaptaError('cancelled');
}
