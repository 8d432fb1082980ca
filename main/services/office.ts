import type { PrintOutput, PrintRequest } from '#main/bundles/html/types.ts';
import type { ExchangeDocument, ExchangeReturn } from '#main/formats/exchange.ts';
import type { ExchangeFormatId } from '#shared/contract/exchange.ts';
import type { Link } from '#shared/align/block.ts';
import type { SlideFacts } from '#shared/model/slides.ts';
import type { PlaceholderId } from '#shared/model/content.ts';
import type { ReadSrx } from '#main/formats/srx/read.ts';
import type { PlaceholderPlace, ReadBlock, ReadFile, WriteRequest, WriteResult } from '#main/formats/format.ts';
import type { GivenGlossary } from './term-entry.ts';

/** A file from outside: its name tells people and formats what it claims to be. */
export interface OfficeFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A {@link WriteRequest} that can travel between threads: places of placeholders as a list. */
export interface WriteOrder extends Omit<WriteRequest, 'locate'> {
  /** Format of the skeleton. */
  readonly format: string;
  readonly places: readonly (readonly [PlaceholderId, PlaceholderPlace])[];
}

/** What a print says beside the text of the file. */
export type PageOrder = Pick<PrintRequest, 'title' | 'language' | 'notesTitle' | 'notice'>;

/**
 * Work on strangers' files, and on whatever else takes long. The engine does it in threads with limits of memory and time, the command line in its own
 * process. Everything throws the AdaptaError codes of the formats, `cancelled`, timeLimit and memoryLimit.
 */
export interface Office {
  read(file: OfficeFile, signal?: AbortSignal): Promise<ReadFile>;
  align(source: readonly ReadBlock[], received: readonly ReadBlock[], signal?: AbortSignal): Promise<readonly Link[]>;
  write(order: WriteOrder, signal?: AbortSignal): Promise<WriteResult>;
  /** A document in a file for people with other programs. */
  writeExchange(as: ExchangeFormatId, document: ExchangeDocument, signal?: AbortSignal): Promise<Uint8Array>;
  /** Such a file as it came back. Throws notReturned. */
  readExchange(as: ExchangeFormatId, file: OfficeFile, signal?: AbortSignal): Promise<ExchangeReturn>;
  /** The entries of a glossary file. Throws invalidTbx, invalidTable. */
  readTerms(file: OfficeFile, signal?: AbortSignal): Promise<GivenGlossary>;
  /** Rules of segmentation, every one of them usable. Throws invalidSrx. */
  readSegmentation(file: OfficeFile, signal?: AbortSignal): Promise<ReadSrx>;
  /** The slides of a presentation; none of any other file. */
  slides(format: string, bytes: Uint8Array, signal?: AbortSignal): Promise<readonly SlideFacts[]>;
  /** Looks through a copy of the library. Throws workspaceDamaged. */
  checkLibrary(path: string): Promise<void>;
  /** Lays a written file out as one page of HTML for a {@link PrintPort}. */
  layOut(format: string, bytes: Uint8Array, page: PageOrder, signal?: AbortSignal): Promise<PrintOutput>;
}
