import type { FormatId } from '#shared/model/content.ts';
import { WriterShop } from '#main/formats/common/writer-shop.ts';
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
export class DrawingShop extends WriterShop<DrawingBlock, DrawingPart, DrawingText> {
  readonly language: string | undefined;
  readonly relationships: RelationshipMaker;
  /** Looks only the document's other file has. */
  donorLooks: ReadonlyMap<FormatId, RunLook> = new Map();
  /** Run properties of new text, worked out once. */
  readonly properties = new Map<string, string>();
  /** Charts that say something else now than the workbook behind them. */
  readonly staleWorkbooks = new Set<string>();
  readonly #left = new Map<XmlElement, number>();

  constructor(model: DrawingText, language: string | undefined, relationships: RelationshipMaker) {
    super(model);
    this.language = language;
    this.relationships = relationships;
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
}
