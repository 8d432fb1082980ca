import { AdaptaError } from '#shared/model/errors.ts';
import type { ByteSource } from '../common/byte-source.ts';
import { canonicalLanguage } from '../common/languages.ts';
import { streamBatches, type RecordReader } from '../common/xml-stream.ts';
import { NO_FACTS, type TmxFacts, type TmxHeader, type TmxProperty, type TmxUnit, type TmxVariant } from './model.ts';
import { CodeNumbers, SegmentReader } from './segment.ts';

/** A memory as it is read: what its header says, and its units, to be read once, one after the other or in batches. */
export interface OpenTmx {
  readonly header: TmxHeader;
  /** Throws what {@link openTmx} throws. */
  readonly units: AsyncGenerator<TmxUnit>;
  /** The same units, those of one piece of the file together: for a million of them. */
  readonly batches: AsyncGenerator<readonly TmxUnit[]>;
}

/**
 * Opens a translation memory (TMX 1.1–1.4b, levels 1 and 2, any encoding XML declares) and reads its units as they come,
 * in bounded memory. Throws invalidTmx with the rule broken and its line, and what reading XML throws.
 */
export async function openTmx(source: ByteSource): Promise<OpenTmx> {
  const pieces = streamBatches(source, new TmxReader(), 'tmx');
  let first: readonly (TmxHeader | TmxUnit)[] = [];
  while (first.length === 0) {
    const { done, value } = await pieces.next();
    if (done === true) break;
    first = value;
  }
  const [header, ...units] = first;
  if (header === undefined || !('version' in header))
    throw new AdaptaError('invalidTmx', { rule: 'headerMissing', line: 1 });
  const batches = batchesOf(units.filter(isUnit), pieces);
  return { header, units: oneByOne(batches), batches };
}

function isUnit(record: TmxHeader | TmxUnit): record is TmxUnit {
  return !('version' in record);
}

async function* batchesOf(
  first: readonly TmxUnit[],
  pieces: AsyncGenerator<readonly (TmxHeader | TmxUnit)[]>,
): AsyncGenerator<readonly TmxUnit[]> {
  yield first;
  // A second header is refused by the reader: behind the first record there are only units.
  for await (const records of pieces) yield records as readonly TmxUnit[];
}

async function* oneByOne(batches: AsyncGenerator<readonly TmxUnit[]>): AsyncGenerator<TmxUnit> {
  for await (const units of batches) yield* units;
}

type Attributes = Readonly<Record<string, string>>;
type Variant = { -readonly [K in keyof TmxVariant]?: TmxVariant[K] } & { properties: TmxProperty[]; notes: string[] };

/** What is open: header, unit or variant, each with facts of its own. */
interface Holder {
  readonly properties: TmxProperty[];
  readonly notes: string[];
}

const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'ut', 'sub']);

class TmxReader implements RecordReader<TmxHeader | TmxUnit> {
  #out: (TmxHeader | TmxUnit)[] = [];
  readonly #path: string[] = [];
  #version = '';
  #header: (Holder & { attributes: Attributes }) | undefined;
  #isBody = false;
  #unit: (Holder & { attributes: Attributes; variants: TmxVariant[]; line: number; numbers?: CodeNumbers }) | undefined;
  #variant: (Variant & { attributes: Attributes; hasSegment: boolean }) | undefined;
  #segment: SegmentReader | undefined;
  #text: { value: string; readonly attributes: Attributes } | undefined;

  take(): readonly (TmxHeader | TmxUnit)[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  open(name: string, attributes: Attributes, line: number): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (parent === undefined) {
      if (name !== 'tmx') broken('rootIsNotTmx', line);
      this.#version = attributes['version'] ?? '';
    } else if (this.#segment !== undefined) {
      if (!CODES.has(name)) broken('elementInSegment', line);
      this.#segment.open(name, attributes);
    } else if (name === 'header' && parent === 'tmx') {
      if (this.#header !== undefined || this.#isBody) broken('headerPlace', line);
      this.#header = { attributes, properties: [], notes: [] };
    } else if (name === 'body' && parent === 'tmx') {
      if (this.#header === undefined) broken('headerMissing', line);
      this.#isBody = true;
    } else if (name === 'tu') {
      if (parent !== 'body') broken('tuPlace', line);
      this.#unit = { attributes, properties: [], notes: [], variants: [], line };
    } else if (name === 'tuv') {
      if (parent !== 'tu') broken('tuvPlace', line);
      if ((attributes['xml:lang'] ?? attributes['lang'] ?? '').trim() === '') broken('languageMissing', line);
      this.#variant = { attributes, properties: [], notes: [], hasSegment: false };
    } else if (name === 'seg') {
      if (this.#variant === undefined || parent !== 'tuv') broken('segPlace', line);
      else {
        if (this.#variant.hasSegment) broken('segTwice', line);
        this.#variant.hasSegment = true;
        this.#segment = new SegmentReader();
      }
    } else if (name === 'note' || name === 'prop') this.#text = { value: '', attributes };
  }

  text(data: string): void {
    if (this.#segment !== undefined) this.#segment.text(data);
    else if (this.#text !== undefined) this.#text.value += data;
  }

  close(name: string, line: number): void {
    this.#path.pop();
    if (this.#segment !== undefined && (name !== 'seg' || this.#segment.depth > 0)) this.#segment.close();
    else if (name === 'seg') this.#endSegment();
    else if (name === 'note' || name === 'prop') this.#endText(name);
    else if (name === 'tuv') this.#endVariant(line);
    else if (name === 'tu') this.#endUnit(line);
    else if (name === 'header') this.#endHeader();
    else if (name === 'tmx' && !this.#isBody) throw new AdaptaError('invalidTmx', { rule: 'bodyMissing', line });
  }

  #endSegment(): void {
    if (this.#variant === undefined || this.#segment === undefined || this.#unit === undefined) return;
    const unit = this.#unit;
    const { content, codes } = this.#segment.finish(() => (unit.numbers ??= new CodeNumbers()));
    this.#variant.content = content;
    this.#variant.codes = codes;
    this.#segment = undefined;
  }

  #endText(name: string): void {
    const holder: Holder | undefined = this.#variant ?? this.#unit ?? this.#header;
    if (this.#text === undefined || holder === undefined) return;
    const { value, attributes } = this.#text;
    const language = attributes['xml:lang'] ?? attributes['lang'];
    if (name === 'note') holder.notes.push(value);
    else
      holder.properties.push({
        type: attributes['type'] ?? '',
        value,
        ...(language === undefined ? {} : { language: canonicalLanguage(language) }),
      });
    this.#text = undefined;
  }

  #endVariant(line: number): void {
    const variant = this.#variant;
    if (variant === undefined || this.#unit === undefined) return;
    if (variant.content === undefined || variant.codes === undefined)
      throw new AdaptaError('invalidTmx', { rule: 'segMissing', line });
    const language = canonicalLanguage(variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? '');
    const { content, codes } = variant;
    const { properties, notes } = variant;
    // Without a spread where there is nothing to spread: a million units have two variants each.
    this.#unit.variants.push(
      hasFacts(variant.attributes)
        ? { language, content, codes, ...factsOf(variant.attributes, variant) }
        : { language, content, codes, properties, notes },
    );
    this.#variant = undefined;
  }

  #endUnit(line: number): void {
    const unit = this.#unit;
    if (unit === undefined) return;
    if (unit.variants.length === 0) throw new AdaptaError('invalidTmx', { rule: 'tuvMissing', line });
    const { tuid, srclang, segtype } = unit.attributes;
    const { variants, properties, notes } = unit;
    this.#unit = undefined;
    if (tuid === undefined && srclang === undefined && segtype === undefined && !hasFacts(unit.attributes)) {
      this.#out.push({ variants, line: unit.line, properties, notes });
      return;
    }
    this.#out.push({
      ...(tuid === undefined ? {} : { id: tuid }),
      ...(srclang === undefined ? {} : { sourceLanguage: sourceOf(srclang) }),
      ...(segtype === undefined ? {} : { segmentation: segtype }),
      variants,
      line: unit.line,
      ...factsOf(unit.attributes, unit),
    });
  }

  #endHeader(): void {
    if (this.#header === undefined) return;
    const { attributes } = this.#header;
    this.#out.push({
      version: this.#version,
      tool: attributes['creationtool'] ?? '',
      toolVersion: attributes['creationtoolversion'] ?? '',
      segmentation: attributes['segtype'] ?? 'block',
      memoryFormat: attributes['o-tmf'] ?? '',
      adminLanguage: canonicalLanguage(attributes['adminlang'] ?? ''),
      sourceLanguage: sourceOf(attributes['srclang'] ?? '*all*'),
      dataType: attributes['datatype'] ?? 'unknown',
      ...factsOf(attributes, this.#header),
    });
  }
}

function broken(rule: string, line: number): never {
  throw new AdaptaError('invalidTmx', { rule, line });
}

function sourceOf(tag: string): string {
  return tag.toLowerCase() === '*all*' ? '*all*' : canonicalLanguage(tag);
}

const FACTS = ['creationdate', 'creationid', 'changedate', 'changeid', 'usagecount', 'lastusagedate'];

function hasFacts(attributes: Attributes): boolean {
  return FACTS.some((name) => attributes[name] !== undefined);
}

function factsOf(attributes: Attributes, { properties, notes }: Holder): TmxFacts {
  if (!hasFacts(attributes)) return { properties, notes };
  const count = Number.parseInt(attributes['usagecount'] ?? '', 10);
  const facts = {
    created: dateOf(attributes['creationdate']),
    creator: attributes['creationid'],
    changed: dateOf(attributes['changedate']),
    changer: attributes['changeid'],
    usageCount: Number.isSafeInteger(count) ? count : undefined,
    lastUsed: dateOf(attributes['lastusagedate']),
  };
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...NO_FACTS, ...told, properties, notes };
}

/** `20020523T091200Z` as ISO 8601 with signs between (TMX 1.4b, 3.2 "creationdate"); undefined for anything else. */
function dateOf(value: string | undefined): string | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z?)?$/u.exec(value?.trim() ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
