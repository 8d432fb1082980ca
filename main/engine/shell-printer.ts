import type { PrintOptions, ToShell } from '#shared/contract/control.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { PrintPort } from '#main/services/deps.ts';

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/** Prints by asking the shell, the only one who can. */
export class ShellPrinter implements PrintPort {
  readonly #send: (message: ToShell) => void;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(send: (message: ToShell) => void) {
    this.#send = send;
  }

  /** Cancelling stops the waiting; the shell's print runs on and is dropped. */
  async print(html: string, options: PrintOptions, signal?: AbortSignal): Promise<Uint8Array> {
    const id = this.#next;
    this.#next += 1;
    return await new Promise<Uint8Array>((resolve, reject) => {
      const stop = (): void => {
        this.#waiting.delete(id);
        reject(new AdaptaError('cancelled'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      const done = (): void => {
        signal?.removeEventListener('abort', stop);
      };
      this.#waiting.set(id, {
        resolve: (bytes) => {
          done();
          resolve(bytes);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      this.#send({ type: 'print', id, html, options });
    });
  }

  printed(id: number, bytes: Uint8Array): void {
    this.#take(id)?.resolve(bytes);
  }

  refused(id: number, code: 'printFailed' | 'printUnavailable'): void {
    this.#take(id)?.reject(new AdaptaError(code));
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
