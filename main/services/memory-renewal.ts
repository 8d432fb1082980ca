import { storeError } from '#main/store/errors.ts';
import { setMemoryAside, type MemoryAside } from '#main/store/memory/aside.ts';

/**
 * Begins the memory anew when its file is found damaged, whoever finds it: the file is put aside, and what was asked is
 * asked again of an empty memory, which follows the library from its beginning.
 */
export class MemoryRenewal {
  readonly #workspace: string;
  readonly #close: () => Promise<void>;
  #listener: (aside: MemoryAside) => void = () => undefined;
  #renewing: Promise<void> | null = null;
  /** Counts the memories there were. */
  #count = 0;

  /** `close`: lets go of every connection. */
  constructor(workspace: string, close: () => Promise<void>) {
    this.#workspace = workspace;
    this.#close = close;
  }

  /** Called once for every memory that was put aside. */
  onReplaced(listener: (aside: MemoryAside) => void): void {
    this.#listener = listener;
  }

  /** Asks, and once more when the memory that was asked has been replaced. */
  async around<R>(ask: () => Promise<R>, signal?: AbortSignal): Promise<R> {
    await this.#renewing;
    const asked = this.#count;
    try {
      return await ask();
    } catch (cause) {
      const isDamaged = storeError(cause).code === 'workspaceDamaged';
      if (signal?.aborted === true || (!isDamaged && asked === this.#count)) throw cause;
      if (asked === this.#count) this.#renewing = this.#renew();
      await this.#renewing;
      return await ask();
    }
  }

  async #renew(): Promise<void> {
    this.#count += 1;
    try {
      await this.#close();
      this.#listener(setMemoryAside(this.#workspace));
    } catch (cause) {
      throw storeError(cause);
    } finally {
      this.#renewing = null;
    }
  }
}
