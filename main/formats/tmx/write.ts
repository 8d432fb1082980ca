import { isText, MARKS, NEW_BREAK, NEW_TAB, type Content, type PlaceholderId } from '#shared/model/content.ts';
import { encodePieces } from '../common/byte-source.ts';
import { escapeAttribute, escapeXml } from '../package/xml-text.ts';
import type { TmxCode, TmxFacts, TmxHeader, TmxProperty, TmxUnit, TmxVariant } from './model.ts';
import { TYPE_OF } from './segment.ts';

/** A unit to be written: as one that was read, without what only a file has. */
export type NewTmxUnit = Omit<TmxUnit, 'line'>;

/** Writes a translation memory (TMX 1.4b, level 2) as UTF-8, piece by piece, in bounded memory. */
export function writeTmx(
  header: TmxHeader,
  units: AsyncIterable<NewTmxUnit> | Iterable<NewTmxUnit>,
): AsyncGenerator<Uint8Array> {
  return encodePieces(parts(header, units));
}

async function* parts(
  header: TmxHeader,
  units: AsyncIterable<NewTmxUnit> | Iterable<NewTmxUnit>,
): AsyncGenerator<string> {
  const attributes = {
    creationtool: header.tool,
    creationtoolversion: header.toolVersion,
    segtype: header.segmentation,
    'o-tmf': header.memoryFormat,
    adminlang: header.adminLanguage,
    srclang: header.sourceLanguage,
    datatype: header.dataType,
    // The header has no counts of use (TMX 1.4b, DTD).
    ...factAttributes({ ...header, usageCount: undefined, lastUsed: undefined }),
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
  yield `<header${attributesOf(attributes)}>${told(header)}</header>\n<body>\n`;
  for await (const unit of units) yield unitXml(unit);
  yield '</body>\n</tmx>\n';
}

function unitXml(unit: NewTmxUnit): string {
  const attributes = {
    tuid: unit.id,
    srclang: unit.sourceLanguage,
    segtype: unit.segmentation,
    ...factAttributes(unit),
  };
  return `<tu${attributesOf(attributes)}>${told(unit)}${unit.variants.map((variant) => variantXml(variant)).join('')}\n</tu>\n`;
}

function variantXml(variant: TmxVariant): string {
  const attributes = { 'xml:lang': variant.language, ...factAttributes(variant) };
  return `\n<tuv${attributesOf(attributes)}>${told(variant)}<seg>${segmentXml(variant.content, variant.codes)}</seg></tuv>`;
}

function told({ notes, properties }: TmxFacts): string {
  return notes.map((note) => `<note>${escapeXml(note)}</note>`).join('') + properties.map(propertyXml).join('');
}

function propertyXml({ type, value, language }: TmxProperty): string {
  return `<prop${attributesOf({ type, 'xml:lang': language })}>${escapeXml(value)}</prop>`;
}

type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

function factAttributes(facts: Maybe<TmxFacts>): Readonly<Record<string, string | undefined>> {
  return {
    creationdate: dateOf(facts.created),
    creationid: facts.creator,
    changedate: dateOf(facts.changed),
    changeid: facts.changer,
    usagecount: facts.usageCount === undefined ? undefined : String(facts.usageCount),
    lastusagedate: dateOf(facts.lastUsed),
  };
}

function dateOf(iso: string | undefined): string | undefined {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

function attributesOf(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}

/** Something open, with what closes it. */
interface Open {
  readonly key: string;
  readonly end: string;
}

/** Content as a segment: marks and links are pairs without native code of the types the specification recommends. */
function segmentXml(content: Content, codes: ReadonlyMap<PlaceholderId, TmxCode>): string {
  let out = '';
  let pairs = 0;
  const open: Open[] = [];
  const begin = (
    key: string,
    attributes: Readonly<Record<string, string | undefined>>,
    data: string,
    closing: string,
  ): void => {
    pairs += 1;
    out += `<bpt${attributesOf({ i: String(pairs), ...attributes })}>${escapeXml(data)}</bpt>`;
    open.push({ key, end: `<ept i="${pairs}">${escapeXml(closing)}</ept>` });
  };
  const end = (at: number): void => {
    for (const each of open.splice(at).toReversed()) out += each.end;
  };
  const paired = new Set(content.flatMap((run) => (!isText(run) && run.kind === 'close' ? [run.placeholder] : [])));
  for (const run of content) {
    const wanted = [
      ...(run.link === undefined ? [] : [`link ${run.link}`]),
      ...(isText(run) ? MARKS.filter((mark) => run.marks.includes(mark)).map((mark) => `mark ${mark}`) : []),
    ];
    const base = open.findLastIndex(({ key }) => key.startsWith('pair ')) + 1;
    let same = 0;
    while (same < wanted.length && open[base + same]?.key === wanted[same]) same += 1;
    end(base + same);
    for (const key of wanted.slice(same)) {
      const what = key.slice('link '.length);
      if (key.startsWith('link ')) begin(key, { type: 'link' }, what, '');
      else begin(key, { type: TYPE_OF[what as keyof typeof TYPE_OF] }, '', '');
    }
    if (isText(run)) out += escapeXml(run.text);
    else if (run.placeholder === NEW_BREAK) out += '<ph type="lb"/>';
    else if (run.placeholder === NEW_TAB) out += '<ph type="x-tab"/>';
    else {
      const code = codes.get(run.placeholder);
      const attributes = { type: code?.type ?? typeOf(run.kind), x: code?.match ?? String(run.placeholder) };
      if (run.kind === 'open' && paired.has(run.placeholder)) {
        if (code?.element === 'hi') {
          out += `<hi${attributesOf(attributes)}>`;
          open.push({ key: `pair ${run.placeholder}`, end: '</hi>' });
        } else begin(`pair ${run.placeholder}`, attributes, code?.data ?? '', code?.closing ?? '');
      } else if (run.kind === 'close') {
        const at = open.findIndex(({ key }) => key === `pair ${run.placeholder}`);
        if (at >= 0) end(at);
        else out += isolated({ ...attributes, pos: 'end' }, code?.closing ?? '');
      } else if (run.kind === 'open') out += isolated({ ...attributes, pos: 'begin' }, code?.data ?? '');
      else if (code?.element === 'it') out += isolated({ ...attributes, pos: code.position ?? 'begin' }, code.data);
      else out += `<ph${attributesOf(attributes)}>${escapeXml(code?.data ?? '')}</ph>`;
    }
  }
  end(0);
  return out;
}

function isolated(attributes: Readonly<Record<string, string | undefined>>, data: string): string {
  return `<it${attributesOf(attributes)}>${escapeXml(data)}</it>`;
}

/** Types the specification recommends for codes that stand alone. */
function typeOf(kind: string): string | undefined {
  const types: Readonly<Record<string, string>> = { image: 'image', noteRef: 'fnote', break: 'lb', field: 'x-field' };
  return types[kind] ?? (kind === 'open' || kind === 'close' ? undefined : `x-${kind.toLowerCase()}`);
}
