import { zip, type ZipEntry } from '#tests/builders/docx/zip.ts';
import { ph, xfrm } from './shapes.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PML = 'application/vnd.openxmlformats-officedocument.presentationml';
const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  `xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** A part beside a slide: the relationship is the slide's own and has the id given. */
export interface SidePart {
  readonly id: string;
  /** The last word of the relationship's type; a whole address where it is none of Office's own. */
  readonly kind: string;
  /** Below `ppt/`; an address when external. */
  readonly name: string;
  readonly type?: string;
  readonly data?: string | Uint8Array;
  readonly external?: boolean;
  /** Relationships of the part itself. */
  readonly parts?: readonly SidePart[];
}

export interface SlideOptions {
  readonly shapes: readonly string[];
  readonly notes?: readonly string[];
  /** Beside the page of notes. */
  readonly notesParts?: readonly SidePart[];
  readonly hidden?: boolean;
  readonly parts?: readonly SidePart[];
  /** Behind the shapes, inside `p:sld`. */
  readonly more?: string;
}

export function slide(...shapes: readonly string[]): SlideOptions {
  return { shapes };
}

function tree(shapes: readonly string[]): string {
  return `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join('')}</p:spTree></p:cSld>`;
}

function sheet(name: string, inner: string, attributes = ''): string {
  return `<p:${name} ${NAMESPACES}${attributes}>${inner}</p:${name}>`;
}

const STYLES =
  '<p:txStyles><p:titleStyle><a:lvl1pPr><a:buNone/><a:defRPr sz="4400" b="1"/></a:lvl1pPr></p:titleStyle>' +
  '<p:bodyStyle><a:lvl1pPr><a:buChar char="•"/><a:defRPr sz="2800"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/><a:defRPr sz="2400"/></a:lvl2pPr></p:bodyStyle>' +
  '<p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></p:otherStyle></p:txStyles>';

function placed(role: string, at: readonly [number, number, number, number], text: string): string {
  return ph(role, text).replace('<p:spPr/>', `<p:spPr>${xfrm(at)}</p:spPr>`);
}

const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** A notes master, as its pages name it. */
export function notesMaster(): SidePart {
  return {
    id: 'rIdNM',
    kind: 'notesMaster',
    name: 'notesMasters/notesMaster1.xml',
    type: `${PML}.notesMaster+xml`,
    data: sheet('notesMaster', `${tree([ph('type="body" idx="1"', 'Click to edit the notes')])}${MAP}`),
  };
}

interface Part extends SidePart {
  readonly from: string;
}

class Deck {
  readonly #parts: Part[] = [];

  add(from: string, part: SidePart): void {
    this.#parts.push({ ...part, from });
    for (const inner of part.parts ?? []) this.add(part.name, inner);
  }

  entries(): readonly ZipEntry[] {
    const inside = this.#parts.filter(({ external }) => external !== true);
    const data = new Map(inside.flatMap(({ name, data }) => (data === undefined ? [] : [[name, data] as const])));
    const sources = Map.groupBy(this.#parts, ({ from }) => from);
    const relations = [...sources].map(([from, parts]) => ({ name: relationsOf(from), data: relationships(parts) }));
    const overrides = [...new Map(inside.map(({ name, type }) => [name, type]))].flatMap(([name, type]) =>
      type === undefined ? [] : `<Override PartName="/ppt/${name}" ContentType="${type}"/>`,
    );
    const types =
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${overrides.join('')}</Types>`;
    return [
      { name: '[Content_Types].xml', data: types },
      ...relations,
      ...Array.from(data, ([name, content]) => ({ name: `ppt/${name}`, data: content })),
    ];
  }
}

function relationsOf(part: string): string {
  if (part === '') return '_rels/.rels';
  const cut = part.lastIndexOf('/') + 1;
  return `ppt/${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

function relationships(parts: readonly SidePart[]): string {
  const list = parts.map(({ id, kind, name, external }) => {
    const type = kind.includes('/') ? kind : `${OFFICE}/${kind}`;
    const target = external === true ? `${name}" TargetMode="External` : `/ppt/${name}`;
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** A small deck with one layout: title, subtitle, body with bullets, footer. */
export function pptx(slides: readonly SlideOptions[], more: readonly SidePart[] = [], inMain = ''): Uint8Array {
  const deck = new Deck();
  const places = [
    placed('type="title"', [457_200, 274_638, 8_229_600, 1_143_000], 'Click to edit the title'),
    placed('idx="1"', [457_200, 1_600_200, 8_229_600, 4_525_963], 'Click to edit the text'),
  ];
  const layout: SidePart = {
    id: 'rId1',
    kind: 'slideLayout',
    name: 'slideLayouts/slideLayout1.xml',
    type: `${PML}.slideLayout+xml`,
    data: sheet('sldLayout', `${tree(places)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`),
  };
  const master: SidePart = {
    id: 'rIdM',
    kind: 'slideMaster',
    name: 'slideMasters/slideMaster1.xml',
    type: `${PML}.slideMaster+xml`,
    data: sheet('sldMaster', `${tree([])}${MAP}${STYLES}`),
    parts: [layout],
  };
  deck.add('presentation.xml', master);
  deck.add(layout.name, { id: 'rIdM', kind: 'slideMaster', name: master.name, type: `${PML}.slideMaster+xml` });
  const list = slides.map((one, index) => {
    const name = `slides/slide${index + 1}.xml`;
    const show = one.hidden === true ? ' show="0"' : '';
    const data = sheet('sld', `${tree(one.shapes)}${one.more ?? ''}`, show);
    deck.add('presentation.xml', { id: `rIdS${index}`, kind: 'slide', name, type: `${PML}.slide+xml`, data });
    deck.add(name, { id: 'rIdL', kind: 'slideLayout', name: layout.name, type: `${PML}.slideLayout+xml` });
    for (const part of one.parts ?? []) deck.add(name, part);
    if (one.notes !== undefined) {
      const notes = sheet('notes', tree([ph('type="body" idx="1"', ...one.notes)]));
      const type = `${PML}.notesSlide+xml`;
      deck.add(name, {
        id: 'rIdN',
        kind: 'notesSlide',
        name: `notesSlides/notesSlide${index + 1}.xml`,
        type,
        data: notes,
        parts: one.notesParts ?? [],
      });
    }
    return `<p:sldId id="${256 + index}" r:id="rIdS${index}"/>`;
  });
  for (const part of more) deck.add('presentation.xml', part);
  const main = `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdM"/></p:sldMasterIdLst><p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>${inMain}`;
  deck.add('', {
    id: 'rId1',
    kind: 'officeDocument',
    name: 'presentation.xml',
    type: `${PML}.presentation.main+xml`,
    data: sheet('presentation', main),
  });
  return zip(deck.entries());
}
