import type { PackageOutput } from '#main/formats/package/output.ts';
import type { DocxModel, DocxPart } from '../model.ts';
import { partsOfType } from '#main/formats/package/package.ts';
import type { Workshop } from '../write/workshop.ts';
import { addPart } from './new-part.ts';
import type { PartCarrier } from '#main/formats/common/part-carrier.ts';

export type NoteKind = 'footnote' | 'endnote';

/** The notes of a file, or that it has none yet. */
export function notesPart(model: DocxModel, kind: NoteKind): DocxPart | undefined {
  const main = model.parts.get(model.main) as DocxPart;
  const [name] = partsOfType(main.relationships, `${kind}s`);
  return name === undefined
    ? undefined
    : [...model.parts.values()].find((part) => part.name.toLowerCase() === name.toLowerCase());
}

/** New notes of the skeleton: appended to its part, or to one made for them. */
export class NewNotes {
  readonly #shop: Workshop;
  readonly #kind: NoteKind;
  readonly #notes: string[] = [];
  readonly #part: DocxPart | undefined;

  constructor(shop: Workshop, kind: NoteKind) {
    this.#shop = shop;
    this.#kind = kind;
    this.#part = notesPart(shop.model, kind);
  }

  /** Root attributes of the part the notes will stand in. */
  get root(): Readonly<Record<string, string>> {
    return (this.#part ?? this.#shop.part(this.#shop.model.main)).root.attributes;
  }

  /** The part whose relationships the notes use; the main one's name stands for a part yet to be made. */
  get part(): DocxPart | undefined {
    return this.#part;
  }

  /** Reserves an id beyond all in use. */
  nextId(): string {
    const ids = (this.#part?.root.children ?? []).map((note) => Number(note.attributes['w:id']) || 0);
    return String(Math.max(1, ...ids) + this.#notes.length + 1);
  }

  add(xml: string): void {
    this.#notes.push(xml);
  }

  async deliver(output: PackageOutput, carrier: PartCarrier): Promise<void> {
    if (this.#notes.length === 0) return;
    const inner = this.#notes.join('');
    if (this.#part !== undefined) {
      const text = (await output.text(this.#part.name)) ?? this.#part.text;
      const at = text.lastIndexOf('</');
      await output.setText(this.#part.name, text.slice(0, at) + inner + text.slice(at));
      return;
    }
    const rules = separators(this.#kind, this.#shop.part(this.#shop.model.main));
    await addPart(`${this.#kind}s`, rules + inner, this.#shop, output, carrier);
  }
}

/** The two rules above notes that Word expects to find in every notes part (17.11.23, 17.11.1). */
function separators(kind: NoteKind, { prefix: w, attributePrefix: a }: DocxPart): string {
  const note = (type: string, id: number): string =>
    `<${w}${kind} ${a}type="${type}" ${a}id="${id}"><${w}p><${w}r><${w}${type}/></${w}r></${w}p></${w}${kind}>`;
  return note('separator', -1) + note('continuationSeparator', 0);
}
