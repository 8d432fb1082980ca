import { isText, NEW_TAB, type Content, type FormatId, type PlaceholderId, type Run } from '#shared/model/content.ts';
import type { Locate, PlanShop } from '#main/formats/common/plan.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import type { WriteFinding } from '#main/formats/format.ts';
import type { RelatedPart } from '#main/formats/package/new-relationships.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { RunLook } from '../look.ts';
import type { DrawingBlock, DrawingPart, DrawingText } from '../model.ts';
import { paragraphsOf } from '../reader.ts';

/** Hands out relationships of parts, see `NewRelationships.add`. */
export interface RelationshipMaker {
  add(part: RelatedPart, type: string, target: string, external: boolean): string;
}

/** What one run of the writer shares: the text as read, the edits of its parts, what was found impossible. */
export class DrawingShop implements PlanShop<DrawingBlock> {
  readonly model: DrawingText;
  readonly language: string | undefined;
  readonly relationships: RelationshipMaker;
  readonly findings: WriteFinding[] = [];
  readonly order: ReadonlyMap<DrawingBlock, number>;
  /** Looks only the document's other file has. */
  donorLooks: ReadonlyMap<FormatId, RunLook> = new Map();
  /** Run properties of new text, worked out once. */
  readonly properties = new Map<string, string>();
  /** Charts that say something else now than the workbook behind them. */
  readonly staleWorkbooks = new Set<string>();
  readonly #splicers = new Map<string, Splicer>();
  readonly #said = new Set<string>();
  readonly #first = new Map<string, DrawingBlock>();
  readonly #left = new Map<XmlElement, number>();

  constructor(model: DrawingText, language: string | undefined, relationships: RelationshipMaker) {
    this.model = model;
    this.language = language;
    this.relationships = relationships;
    this.order = new Map(model.blocks.map((block, index) => [block, index]));
    for (const block of model.blocks) if (!this.#first.has(block.container)) this.#first.set(block.container, block);
  }

  /** Says once what could not be done. */
  find(code: WriteFinding['code'], params: WriteFinding['params']): void {
    const key = `${code}|${JSON.stringify(params)}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push({ code, params });
  }

  firstOf(container: string): DrawingBlock | undefined {
    return this.#first.get(container);
  }

  part(name: string): DrawingPart {
    return this.model.parts.get(name) as DrawingPart;
  }

  splicer(part: string): Splicer {
    let splicer = this.#splicers.get(part);
    if (splicer === undefined) this.#splicers.set(part, (splicer = new Splicer(this.part(part).text)));
    return splicer;
  }

  changedParts(): readonly (readonly [name: string, splicer: Splicer])[] {
    return [...this.#splicers].filter(([, splicer]) => splicer.changed);
  }

  /** Placeholders of the other file get numbers below {@link NEW_TAB}, since those of the two files overlap. */
  localize(content: Content, locate: Locate): Content {
    if (!content.some((run) => !isText(run) && run.placeholder > 0)) return content;
    let changed = false;
    const runs = content.flatMap((run): Run[] => {
      if (isText(run) || run.placeholder <= 0) return [run];
      const place = locate(run.placeholder);
      if (place === undefined) this.find('placeholderLost', { placeholder: run.placeholder });
      const id = place?.file === 'donor' ? NEW_TAB - place.id : place?.id;
      changed ||= id !== run.placeholder;
      return id === undefined ? [] : [{ ...run, placeholder: id }];
    });
    return changed ? runs : content;
  }

  /** The look a format names, where `part` can have it. */
  look(format: FormatId, part: string): RunLook | undefined {
    const look = this.model.looks.get(format) ?? this.donorLooks.get(format);
    return look?.part === undefined || look.part === part ? look : undefined;
  }

  /** Paragraphs a body will have: it must keep one (a text body, a cell). `change` is added to what is known so far. */
  left(body: XmlElement, change: number): number {
    const left = (this.#left.get(body) ?? paragraphsOf(body).length) + change;
    this.#left.set(body, left);
    return left;
  }

  /** Says of which charts the workbook keeps the old words: nested archives are never opened. */
  tellStaleWorkbooks(): void {
    for (const part of this.staleWorkbooks)
      this.find('chartWorkbookKept', { file: part.slice(part.lastIndexOf('/') + 1) });
  }

  /** Says that a placeholder cannot stand where it was put. */
  lose(placeholder: PlaceholderId): void {
    this.find('placeholderLost', { placeholder: placeholder > 0 ? placeholder : NEW_TAB - placeholder });
  }
}
