import { Levels } from '../drawingml/levels.ts';
import type { DrawingPart } from '../drawingml/model.ts';
import { drawingPart } from '../drawingml/reader.ts';
import type { OfficePackage } from '../package/package.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { frameOf, type Frame } from './geometry.ts';
import type { PlaceholderRole } from './model.ts';

const SHAPES = new Set(['p:sp', 'p:pic', 'p:graphicFrame']);
const TITLES = new Set(['title', 'ctrTitle']);
/** Placeholders that have a counterpart of their own on the master; the others follow its body (19.7.10). */
const OWN = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']);

/** The placeholder a shape fills, from `p:nvPr/p:ph`; undefined for a shape of its own. */
export function roleOf(shape: XmlElement): PlaceholderRole | undefined {
  const properties = shape.children.find(({ name }) => name.startsWith('p:nv'));
  const ph = properties?.child('p:nvPr')?.child('p:ph');
  if (ph === undefined) return undefined;
  return { type: ph.attributes['type'] ?? 'obj', index: ph.attributes['idx'] };
}

/** A shape of a layout or master that slides fill. */
interface Slot {
  readonly role: PlaceholderRole;
  readonly element: XmlElement;
}

/** What a slide takes from its layout and master: list styles and places of the placeholders it fills. */
export interface Design {
  /** The list styles of a shape with that role and list style of its own. */
  levels(role: PlaceholderRole | undefined, own: XmlElement | undefined): Levels;
  frame(role: PlaceholderRole | undefined): Frame | undefined;
  /** Body properties (`a:bodyPr`) a placeholder is based on, nearest first. */
  bodies(role: PlaceholderRole | undefined): readonly XmlElement[];
}

interface Sheet {
  readonly part: DrawingPart;
  readonly slots: readonly Slot[];
}

/** The layouts and masters of a presentation, each read once. */
export class Masters {
  readonly #package: OfficePackage;
  readonly #usual: XmlElement | undefined;
  readonly #sheets = new Map<string, Sheet | undefined>();
  readonly #designs = new Map<string, Design>();

  constructor(pack: OfficePackage, main: DrawingPart) {
    this.#package = pack;
    this.#usual = main.root.child('p:defaultTextStyle');
  }

  async of(slide: DrawingPart): Promise<Design> {
    const layout = await this.#related(slide, 'slideLayout');
    const known = layout === undefined ? undefined : this.#designs.get(layout.part.name);
    if (known !== undefined) return known;
    const master = layout === undefined ? undefined : await this.#related(layout.part, 'slideMaster');
    const design = new SheetDesign(layout, master, this.#usual);
    if (layout !== undefined) this.#designs.set(layout.part.name, design);
    return design;
  }

  async #related(part: DrawingPart, type: string): Promise<Sheet | undefined> {
    const name = [...part.relationships.values()].find((entry) => entry.type === type && !entry.external)?.part;
    if (name === undefined) return undefined;
    if (!this.#sheets.has(name)) {
      const found = await drawingPart(this.#package, name);
      this.#sheets.set(name, found === undefined ? undefined : { part: found, slots: slotsOf(found) });
    }
    return this.#sheets.get(name);
  }
}

function slotsOf({ root }: DrawingPart): readonly Slot[] {
  return [...descendants(root, SHAPES)].flatMap((element) => {
    const role = roleOf(element);
    return role === undefined ? [] : [{ role, element }];
  });
}

class SheetDesign implements Design {
  readonly #layout: Sheet | undefined;
  readonly #master: Sheet | undefined;
  readonly #usual: XmlElement | undefined;
  readonly #levels = new Map<string, Levels>();

  constructor(layout: Sheet | undefined, master: Sheet | undefined, usual: XmlElement | undefined) {
    this.#layout = layout;
    this.#master = master;
    this.#usual = usual;
  }

  levels(role: PlaceholderRole | undefined, own: XmlElement | undefined): Levels {
    const key = role === undefined ? '' : `${role.type}|${role.index ?? ''}`;
    let levels = this.#levels.get(key);
    if (levels === undefined) {
      const styles = this.#slots(role).map(({ element }) => element.child('p:txBody')?.child('a:lstStyle'));
      levels = new Levels([...styles, this.#textStyle(role), this.#usual], true);
      this.#levels.set(key, levels);
    }
    return levels.below(own);
  }

  frame(role: PlaceholderRole | undefined): Frame | undefined {
    for (const { element } of this.#slots(role)) {
      const frame = frameOf(element.child('p:spPr')?.child('a:xfrm') ?? element.child('p:xfrm'));
      if (frame !== undefined) return frame;
    }
    return undefined;
  }

  bodies(role: PlaceholderRole | undefined): readonly XmlElement[] {
    return this.#slots(role).flatMap(({ element }) => element.child('p:txBody')?.child('a:bodyPr') ?? []);
  }

  /** The layout's placeholder and the master's behind it. */
  #slots(role: PlaceholderRole | undefined): readonly Slot[] {
    if (role === undefined) return [];
    const layout = slotFor(role, this.#layout?.slots ?? []);
    const type = layout?.role.type ?? role.type;
    const wanted = TITLES.has(type) ? 'title' : OWN.has(type) ? type : 'body';
    const master = this.#master?.slots.find((slot) => slot.role.type === wanted);
    return [layout, master].filter((slot) => slot !== undefined);
  }

  #textStyle(role: PlaceholderRole | undefined): XmlElement | undefined {
    const styles = this.#master?.part.root.child('p:txStyles');
    if (role === undefined || OWN.has(role.type)) return styles?.child('p:otherStyle');
    return styles?.child(TITLES.has(role.type) ? 'p:titleStyle' : 'p:bodyStyle');
  }
}

/** By its index, else by what it is for. */
function slotFor(role: PlaceholderRole, slots: readonly Slot[]): Slot | undefined {
  const isTitle = TITLES.has(role.type);
  const byIndex =
    role.index === undefined
      ? undefined
      : slots.find((slot) => slot.role.index === role.index && TITLES.has(slot.role.type) === isTitle);
  return (
    byIndex ??
    slots.find((slot) => slot.role.type === role.type && (role.index === undefined || OWN.has(role.type))) ??
    slots.find((slot) => (isTitle ? TITLES.has(slot.role.type) : slot.role.type === role.type))
  );
}
