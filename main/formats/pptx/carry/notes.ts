import { adaptFragment } from '#main/formats/common/fragment.ts';
import { relativeTarget, type PartCarrier } from '#main/formats/common/part-carrier.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import type { DrawingPart } from '#main/formats/drawingml/model.ts';
import type { NewRelationships } from '#main/formats/package/new-relationships.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import type { PptxModel, Slide } from '../model.ts';
import type { CarriedLinks } from './links.ts';

/** A page of notes of the other file, for a slide of the skeleton that has none. */
export interface CarriedNotes {
  readonly part: DrawingPart;
  readonly to: Slide;
}

const MASTER = 'notesMaster';
const NO_RELATIONSHIPS: DrawingPart['relationships'] = new Map();

/** Puts pages of notes into the skeleton's package, with a notes master where it has none (13.3.4, 13.3.5). */
export class NotesCarrier {
  readonly #skeleton: PptxModel;
  readonly #parts: PartCarrier;
  readonly #relationships: NewRelationships;
  readonly #links: CarriedLinks;
  #newMaster: string | undefined;

  constructor(skeleton: PptxModel, parts: PartCarrier, relationships: NewRelationships, links: CarriedLinks) {
    this.#skeleton = skeleton;
    this.#parts = parts;
    this.#relationships = relationships;
    this.#links = links;
  }

  /** `splicer`: the page with the texts people wrote into it. */
  async deliver(
    { part, to }: CarriedNotes,
    splicer: Splicer,
    output: PackageOutput,
    lost: (id: string) => void,
  ): Promise<void> {
    const name = await this.#parts.declareLike(part.name);
    const page = { name, relationships: NO_RELATIONSHIPS };
    const { start, end, attributes } = part.root;
    const xml = splicer.slice(start, end, true);
    const rules = this.#links.rules(part, page, lost);
    const adapted = adaptFragment(xml, attributes, attributes, rules);
    await output.setText(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${adapted}`);
    this.#relationships.add(to.part, 'notesSlide', relativeTarget(to.part.name, name), false);
    this.#relationships.add(page, 'slide', relativeTarget(name, to.part.name), false);
    const master = this.#master(part);
    if (master !== undefined) this.#relationships.add(page, MASTER, relativeTarget(name, master), false);
  }

  /** The skeleton's notes master, else the one that comes along with the first page. */
  #master(page: DrawingPart): string | undefined {
    const { main } = this.#skeleton;
    const own = namedBy(main.relationships, MASTER);
    if (own !== undefined) return own;
    const theirs = namedBy(page.relationships, MASTER);
    this.#newMaster ??= theirs === undefined ? undefined : this.#parts.nameFor(theirs);
    return this.#newMaster;
  }

  /** The presentation names its notes master behind its slide masters (19.2.1.26). Call when all pages are delivered. */
  async finish(output: PackageOutput): Promise<void> {
    if (this.#newMaster === undefined) return;
    const { main } = this.#skeleton;
    const masters = main.root.child('p:sldMasterIdLst');
    const text = (await output.text(main.name)) ?? main.text;
    const at = masters?.end ?? main.root.contentStart;
    const id = this.#relationships.add(main, MASTER, relativeTarget(main.name, this.#newMaster), false);
    const tag = /^<([^\s/>:]+:)?/u.exec(main.text.slice(main.root.start))?.[1] ?? '';
    const related = Object.entries(main.root.attributes).find(([, uri]) =>
      /officeDocument\/(?:2006\/)?relationships$/u.test(uri),
    );
    const prefix = related?.[0].slice('xmlns:'.length) ?? 'r';
    const list = `<${tag}notesMasterIdLst><${tag}notesMasterId ${prefix}:id="${id}"/></${tag}notesMasterIdLst>`;
    await output.setText(main.name, text.slice(0, at) + list + text.slice(at));
  }
}

function namedBy(relationships: DrawingPart['relationships'], type: string): string | undefined {
  return [...relationships.values()].find((each) => each.type === type && !each.external)?.part;
}
