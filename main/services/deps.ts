import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { PrintOptions } from '#shared/contract/control.ts';
import type { Store } from '#main/store/store.ts';
import type { Grants } from './grants.ts';
import type { JobBook } from './job-book.ts';
import type { MemoryPort } from './memory-tasks.ts';
import type { Office } from './office.ts';

/** Prints a page of HTML to PDF: what only Electron can do, or a double in tests. Throws printFailed, printUnavailable. */
export interface PrintPort {
  print(html: string, options: PrintOptions, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * Turns a file of one format into one of another by a program that people may have or not (LibreOffice); formats are named
 * by their endings. Throws conversionFailed, timeLimit, cancelled.
 */
export interface ConvertPort {
  convert(bytes: Uint8Array, from: string, to: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** A presentation as a PDF of small pictures: one page for each slide, hidden ones too, no notes. Throws as above. */
  drawSlides(bytes: Uint8Array, from: string, signal?: AbortSignal): Promise<Uint8Array>;
}

export type Emit = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void;

/** Everything services need from outside; engine, command line and tests each bring their own. */
export interface ServiceDeps {
  readonly store: Store;
  readonly office: Office;
  readonly memory: MemoryPort;
  /** Null: there is nobody to print (no Electron at hand). */
  readonly print: PrintPort | null;
  /** Null: nothing on this computer converts old files. */
  readonly convert: ConvertPort | null;
  readonly grants: Grants;
  readonly jobs: JobBook;
  readonly emit: Emit;
  /** Of the app, as people see it. */
  readonly version: string;
  /** Folder that holds `sample/`. */
  readonly resources: string;
  /** The present, ISO 8601 UTC. */
  readonly now: () => string;
}
