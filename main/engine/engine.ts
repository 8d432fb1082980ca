import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { EventMessage } from '#shared/contract/wire.ts';
import { createServices } from '#main/services/create.ts';
import type { ConvertPort, PrintPort } from '#main/services/deps.ts';
import { Grants } from '#main/services/grants.ts';
import { JobBook } from '#main/services/job-book.ts';
import { directMemory } from '#main/services/memory-port.ts';
import type { MemoryPort } from '#main/services/memory-tasks.ts';
import type { Office } from '#main/services/office.ts';
import { startBackups } from '#main/services/scheduled-backups.ts';
import { ensureSample } from '#main/services/sample.ts';
import { sweepUnfinished } from '#main/services/unfinished.ts';
import { openStore } from '#main/store/store.ts';
import { Outbox } from './outbox.ts';
import { createRouter, type Router } from './router.ts';

export interface EngineOptions {
  readonly workspace: string;
  readonly resources: string;
  readonly version: string;
  readonly office: Office;
  /** In the engine's own thread when absent. */
  readonly memory?: MemoryPort;
  readonly print: PrintPort | null;
  /** None when absent. */
  readonly convert?: ConvertPort | null;
  /** Whether a first start makes the sample toolkit: the application does, scripts want an empty workspace. */
  readonly sample?: boolean;
  /** Injected in tests; the system's otherwise. */
  readonly now?: () => string;
}

/** One end of a channel: a MessagePort of Electron or Node, or a process's IPC. */
export interface Port {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

export interface Engine {
  readonly router: Router;
  readonly grants: Grants;
  /** Answers what comes over the port and announces every event on it. */
  connect(window: number, port: Port): void;
  /** Hears every event; for carriers without a port. */
  onEvent(listener: (message: EventMessage) => void): void;
  /** Stops the long work and closes the workspace. Everything answered so far is already durable. */
  close(): Promise<void>;
}

/** Opens the workspace and the services on it. Throws what openStore throws. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const now = options.now ?? (() => new Date().toISOString());
  const store = await openStore(
    options.workspace,
    () => Date.parse(now()),
    async (path) => {
      await options.office.checkLibrary(path);
    },
  );
  sweepUnfinished(store);
  const pages = new Map<number, Outbox>();
  const listeners: ((message: EventMessage) => void)[] = [];
  const emit = <Name extends EventName>(event: Name, payload: EventPayload<Name>): void => {
    const message: EventMessage = { event, payload };
    for (const page of pages.values()) page.send(message);
    for (const listener of listeners) listener(message);
  };
  const grants = new Grants();
  const jobs = new JobBook(
    () => store.newId(),
    (job) => {
      emit('job', job);
    },
  );
  const { office, print, version, resources } = options;
  const convert = options.convert ?? null;
  const memory = options.memory ?? directMemory(options.workspace);
  memory.onReplaced((aside) => {
    emit('memoryReplaced', aside);
    emit('memoryChanged', {});
  });
  const deps = { store, office, memory, print, convert, grants, jobs, emit, version, resources, now };
  const router = createRouter(createServices(deps), jobs);
  const stopBackups = startBackups(store);
  if (options.sample !== false) await ensureSample(deps);

  const answer = async (window: number, page: Outbox, message: unknown): Promise<void> => {
    const response = await router.answer(message);
    if (response !== null && pages.get(window) === page) page.send(response);
  };

  return {
    router,
    grants,
    connect: (window, port) => {
      const page = new Outbox((message) => {
        port.postMessage(message);
      });
      pages.set(window, page);
      port.onMessage((message) => {
        void answer(window, page, message);
      });
    },
    onEvent: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      jobs.cancelAll();
      await stopBackups();
      await memory.close();
      store.close();
    },
  };
}
