import { isText, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { primaryLanguage, type CheckSettings, type CheckUnit } from './check.ts';
import { protectedPieces, without, type Piece } from './protected-text.ts';

/** A unit with what several checks need of it, each worked out once and only when asked for. */
export class CheckedUnit {
  readonly record: UnitRecord;
  readonly source: Content;
  readonly received: Content | undefined;
  readonly outgrowsBox: boolean;
  /** Text by position of the target: see {@link textByPosition}. */
  readonly targetText: string;
  /** Text by position of the source. */
  readonly sourceText: string;
  /** Whether the target is Spanish: some checks know no other language. */
  readonly isSpanish: boolean;
  /** Whether the source is English. */
  readonly isFromEnglish: boolean;
  /** Whether source or target hold placeholders: most units have none. */
  readonly hasPlaceholders: boolean;
  #targetPieces: readonly Piece[] | undefined;
  #sourcePieces: readonly Piece[] | undefined;
  #targetProse: string | undefined;
  #sourceProse: string | undefined;

  constructor({ record, source, received, outgrowsBox }: CheckUnit, settings: CheckSettings) {
    this.record = record;
    this.source = source;
    this.received = received;
    this.outgrowsBox = outgrowsBox === true;
    this.targetText = textByPosition(record.content);
    this.sourceText = textByPosition(source);
    this.hasPlaceholders = !record.content.every(isText) || !source.every(isText);
    this.isSpanish = primaryLanguage(settings.targetLanguage) === 'es';
    this.isFromEnglish = primaryLanguage(settings.sourceLanguage) === 'en';
  }

  /** What of the target is no prose. */
  get targetPieces(): readonly Piece[] {
    return (this.#targetPieces ??= protectedPieces(this.targetText));
  }

  /** What of the source is no prose. */
  get sourcePieces(): readonly Piece[] {
    return (this.#sourcePieces ??= protectedPieces(this.sourceText));
  }

  /** The target without addresses and code, at the same positions. */
  get targetProse(): string {
    return (this.#targetProse ??= without(this.targetText, this.targetPieces));
  }

  /** The source without addresses and code. */
  get sourceProse(): string {
    return (this.#sourceProse ??= without(this.sourceText, this.sourcePieces));
  }
}

/** What stands for a placeholder, or for something that is no prose. */
export const OBJECT = '\uFFFC';

/**
 * Text with one character per content position, so that its offsets are content positions: a line break inside a block is
 * U+2028, a tab a tab, any other placeholder U+FFFC.
 */
export function textByPosition(content: Content): string {
  const [first] = content;
  if (content.length === 1 && first !== undefined && isText(first)) return first.text;
  let text = '';
  for (const run of content) {
    if (isText(run)) text += run.text;
    else text += run.kind === 'break' ? '\u2028' : run.kind === 'tab' ? '\t' : OBJECT;
  }
  return text;
}
