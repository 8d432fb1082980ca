import { z } from 'zod';
import { contentSchema } from '#shared/contract/content.ts';
import type { Command } from '#shared/model/commands.ts';
import {
  contentLength,
  isText,
  normalizeContent,
  plain,
  sliceContent,
  textRun,
  type Content,
  type Run,
} from '#shared/model/content.ts';
import type { UnitKind, UnitRecord } from '#shared/model/unit.ts';
import { $contentOf } from '../codec.ts';
import { $range, $sizeOf } from '../positions.ts';
import { safeUrl } from '../safe-url.ts';
import { $deleteSelection, $insertContent, caretAt, insertion, newUnitId } from '../structure.ts';
import type { EditorSurface } from '../surface/editor-surface.ts';
import { fromHtml, type Pasted } from './from-html.ts';
import { toHtml, toText } from './to-clipboard.ts';

/** What a paste did that people should know. */
export interface PasteReport {
  /** Units added. */
  readonly added: number;
  /** Placeholders left out because the document has them already, or they belong to another one. */
  readonly dropped: number;
}

const TYPE = 'application/x-adapta';
const MOST_BYTES = 20_000_000;
const MOST_UNITS = 5000;

const payloadSchema = z.strictObject({
  document: z.string(),
  units: z.array(z.strictObject({ list: z.boolean(), content: contentSchema })).max(MOST_UNITS),
});

/** Puts the selected text on the clipboard: our own form, HTML and plain text. False when nothing is selected. */
export function $copy(surface: EditorSurface, data: DataTransfer): boolean {
  const range = $range();
  if (range === null || range.collapsed) return false;
  const { start, end } = range;
  const { model } = surface.session;
  const units: { list: boolean; content: Content }[] = [];
  const last = end.unit.getUnit();
  for (let id: string | undefined = start.unit.getUnit(); id !== undefined; id = model.neighbour(id, 1)?.id) {
    const node = surface.sections.$node(id);
    const content = node === null ? (model.get(id)?.content ?? []) : $contentOf(node);
    const from = id === start.unit.getUnit() ? start.at : 0;
    const to = id === last ? end.at : Number.POSITIVE_INFINITY;
    units.push({ list: model.get(id)?.kind === 'listItem', content: sliceContent(content, from, to) });
    if (id === last) break;
  }
  data.setData(TYPE, JSON.stringify({ document: model.document, units }));
  data.setData('text/html', toHtml(units));
  data.setData('text/plain', toText(units));
  return true;
}

/** Inserts what the clipboard holds: one paragraph into the text, several as units of their own. */
export function $paste(surface: EditorSurface, data: DataTransfer): PasteReport {
  const place = $deleteSelection(surface);
  if (place === null) return { added: 0, dropped: 0 };
  const { kept, dropped } = keepPlaceholders(surface, read(data));
  const [first, ...others] = kept;
  if (first === undefined) return { added: 0, dropped };
  const unit = surface.session.model.get(place.unit.getUnit());
  if (unit === undefined) return { added: 0, dropped };
  if (others.length === 0 || unit.kind === 'altText') {
    $insertContent(surface, joined(kept));
    return { added: 0, dropped };
  }
  $insertUnits(surface, unit, place.at, $sizeOf(place.unit), first, others);
  return { added: others.length, dropped };
}

function joined(parts: readonly Pasted[]): Content {
  return normalizeContent(
    parts.flatMap(({ content }, index): Run[] => (index === 0 ? [...content] : [textRun(' '), ...content])),
  );
}

/** The first paragraph joins the unit; each other is an added unit. Behind the caret, the unit is split: its end stays linked. */
function $insertUnits(
  surface: EditorSurface,
  unit: UnitRecord,
  at: number,
  size: number,
  first: Pasted,
  others: readonly Pasted[],
): void {
  const commands: Command[] = [];
  const head = sliceContent(unit.content, 0, at);
  if (at < size && at > 0) commands.push({ type: 'split', unit: unit.id, at, into: newUnitId() });
  const start = normalizeContent([...head, ...first.content]);
  const keepsEnd = at === 0 && size > 0;
  if (!keepsEnd) commands.push({ type: 'edit', unit: unit.id, content: start });
  let after = keepsEnd ? (surface.session.model.previous(unit.id)?.id ?? null) : unit.id;
  let last = unit.id;
  let end = contentLength(start);
  for (const part of keepsEnd ? [first, ...others] : others) {
    const id = newUnitId();
    commands.push({ ...insertion(id, after, unit, part.content), kind: kindOf(part, unit) } as Command);
    after = id;
    last = id;
    end = contentLength(part.content);
  }
  surface.$run(commands, caretAt(last, end));
}

function kindOf(part: Pasted, beside: UnitRecord): UnitKind {
  if (
    beside.kind === 'listItem' ||
    beside.kind === 'paragraph' ||
    beside.kind === 'heading' ||
    beside.kind === 'caption'
  ) {
    return part.list ? 'listItem' : 'paragraph';
  }
  return beside.kind;
}

function read(data: DataTransfer): { document: string | null; parts: readonly Pasted[] } {
  const own = data.getData(TYPE);
  if (own !== '' && own.length < MOST_BYTES) {
    const payload = parseOwn(own);
    if (payload !== null) return { document: payload.document, parts: payload.units };
  }
  const html = data.getData('text/html');
  if (html !== '' && html.length < MOST_BYTES) {
    const parts = fromHtml(html);
    if (parts.length > 0) return { document: null, parts: parts.slice(0, MOST_UNITS) };
  }
  return { document: null, parts: fromText(data.getData('text/plain')).slice(0, MOST_UNITS) };
}

function parseOwn(json: string): z.infer<typeof payloadSchema> | null {
  try {
    return payloadSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Plain text: one paragraph per line; empty lines only part them. */
export function fromText(text: string): readonly Pasted[] {
  const lines = text.replaceAll('\t', ' ').split(/\r\n|[\n\r\u2028\u2029]/u);
  const [only = ''] = lines;
  if (lines.length === 1) return only === '' ? [] : [{ content: plain(only), list: false }];
  return lines.flatMap((line) => (line.trim() === '' ? [] : [{ content: plain(line.trim()), list: false }]));
}

/** A placeholder stands once in a document, and pairs stay pairs: second copies, halves and strangers are left out. */
function keepPlaceholders(
  surface: EditorSurface,
  { document, parts }: { document: string | null; parts: readonly Pasted[] },
): { kept: readonly Pasted[]; dropped: number } {
  const used = new Set<string>();
  const { model } = surface.session;
  if (parts.some(({ content }) => content.some((run) => !isText(run)))) {
    for (const unit of model.units())
      for (const run of unit.content) if (!isText(run)) used.add(`${run.kind}${run.placeholder}`);
  }
  let dropped = 0;
  const kept = parts.map((part): Pasted => {
    const content = part.content.flatMap((run): Run[] => {
      if (isText(run)) return [ownText(run, document === model.document)];
      const key = `${run.kind}${run.placeholder}`;
      const typedHere = run.placeholder <= 0 && (run.kind === 'break' || run.kind === 'tab');
      if (typedHere || (document === model.document && !used.has(key) && isWhole(run, part.content))) {
        used.add(key);
        return [run];
      }
      if (run.kind === 'break') return [{ ...run, placeholder: 0, label: '' }];
      dropped += 1;
      return [];
    });
    return { ...part, content: normalizeContent(content) };
  });
  return { kept: kept.filter(({ content }, index) => content.length > 0 || kept.length === 1 || index > 0), dropped };
}

function isWhole(run: Run, content: Content): boolean {
  if (isText(run) || (run.kind !== 'open' && run.kind !== 'close')) return true;
  const other = run.kind === 'open' ? 'close' : 'open';
  return content.some(
    (candidate) => !isText(candidate) && candidate.kind === other && candidate.placeholder === run.placeholder,
  );
}

function ownText(run: Extract<Run, { text: string }>, sameDocument: boolean): Run {
  const link = run.link === undefined || run.link.startsWith('#') ? run.link : safeUrl(run.link);
  return textRun(run.text, run.marks, {
    ...(link === undefined ? {} : { link }),
    ...(sameDocument && run.format !== undefined ? { format: run.format } : {}),
  });
}
