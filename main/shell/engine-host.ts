/** Starts the engine, hands out ports to it, and notices its end. After the hand-over the shell sees no traffic. */
import { existsSync } from 'node:fs';
import { MessageChannelMain, type UtilityProcess, type WebContents, app, utilityProcess } from 'electron';
import type { EngineState } from '#shared/contract/bridge.ts';
import { type Grant, type ToEngine, type ToShell, toShellSchema } from '#shared/contract/control.ts';
import { PUSH } from './channels.ts';
import { logLine } from './log.ts';
import { places } from './places.ts';

const QUIT_LIMIT = 5_000;

export interface EngineHooks {
  /** Every change of state, in order. */
  onState(state: EngineState): void;
  /** Grants a new engine must know. */
  grants(): Iterable<Grant>;
  /** Prints a page; rejects when it cannot. */
  print(html: string, options: Extract<ToShell, { type: 'print' }>['options']): Promise<Uint8Array>;
}

export class EngineHost {
  readonly #workspace: string;
  readonly #hooks: EngineHooks;
  #process: UtilityProcess | null = null;
  #state: EngineState = { state: 'starting' };
  #ended: (() => void) | null = null;

  constructor(workspace: string, hooks: EngineHooks) {
    this.#workspace = workspace;
    this.#hooks = hooks;
  }

  get state(): EngineState {
    return this.#state;
  }

  start(): void {
    this.#setState({ state: 'starting' });
    if (!existsSync(places.engine)) {
      this.#setState({ state: 'gone' });
      return;
    }
    const engine = utilityProcess.fork(places.engine, [], {
      serviceName: 'Adapta engine',
      stdio: app.isPackaged ? 'ignore' : 'inherit',
    });
    this.#process = engine;
    engine.on('message', (message: unknown) => this.#receive(engine, message));
    engine.on('exit', (code) => this.#exited(engine, code));
    this.#send({
      type: 'start',
      workspace: this.#workspace,
      resources: places.resources,
      appVersion: app.getVersion(),
    });
    for (const grant of this.#hooks.grants()) this.grant(grant);
  }

  /** A fresh channel between a page and the engine. Nothing when there is no engine: the page asks again at `ready`. */
  connect(window: number, page: WebContents): void {
    if (this.#process === null) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#process.postMessage({ type: 'port', window } satisfies ToEngine, [port1]);
    page.postMessage(PUSH.port, null, [port2]);
  }

  grant(grant: Grant): void {
    this.#send({ type: 'grant', grant });
  }

  /** Ends the present engine, if there is one, and starts another. */
  async restart(): Promise<void> {
    await this.quit();
    this.start();
  }

  /** Lets the engine commit and close; ends it by force when it takes too long. Resolves when it is gone. */
  async quit(): Promise<void> {
    const engine = this.#process;
    if (engine === null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => engine.kill(), QUIT_LIMIT);
      this.#ended = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#send({ type: 'quit' });
    });
  }

  #send(message: ToEngine): void {
    this.#process?.postMessage(message);
  }

  #setState(state: EngineState): void {
    this.#state = state;
    this.#hooks.onState(state);
  }

  #receive(engine: UtilityProcess, message: unknown): void {
    if (engine !== this.#process) return;
    const parsed = toShellSchema.safeParse(message);
    if (!parsed.success) {
      logLine('error', 'engine sent something unknown');
      return;
    }
    switch (parsed.data.type) {
      case 'ready':
        logLine('info', 'engine ready');
        return this.#setState({ state: 'ready' });
      case 'failed':
        logLine('error', 'engine refused the workspace', { code: parsed.data.code });
        return this.#setState({ state: 'failed', code: parsed.data.code, params: parsed.data.params });
      case 'print':
        return void this.#print(parsed.data);
      case 'closed':
        return void engine.kill();
    }
  }

  async #print(request: Extract<ToShell, { type: 'print' }>): Promise<void> {
    try {
      const bytes = Uint8Array.from(await this.#hooks.print(request.html, request.options));
      this.#send({ type: 'printed', id: request.id, bytes });
    } catch (error) {
      logLine('error', 'printing failed', { reason: error instanceof Error ? error.name : 'unknown' });
      this.#send({ type: 'printRefused', id: request.id, code: 'printFailed' });
    }
  }

  #exited(engine: UtilityProcess, code: number): void {
    if (engine !== this.#process) return;
    this.#process = null;
    const asked = this.#ended;
    this.#ended = null;
    logLine(asked === null ? 'error' : 'info', 'engine ended', { code });
    if (asked === null && this.#state.state !== 'failed') this.#setState({ state: 'gone' });
    asked?.();
  }
}
