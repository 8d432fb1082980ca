/** The engine's process (Electron utilityProcess, or any parent that speaks the control channel). Knows no Electron. */
import { toEngineSchema, type ToEngine, type ToShell } from '#shared/contract/control.ts';
import { startEngine, type Engine, type Port } from './engine.ts';
import { libreOffice } from './libre-office.ts';
import { ShellPrinter } from './shell-printer.ts';
import { wireError } from './wire-error.ts';
import { WorkerMemory } from './worker-memory.ts';
import { WorkerOffice } from './worker-office.ts';

/** What Electron's MessagePortMain has, as far as it is used here. */
interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
}

interface ParentPort {
  postMessage(message: ToShell): void;
  on(event: 'message', listener: (event: { data: unknown; ports: readonly ElectronPort[] }) => void): void;
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;

function send(message: ToShell): void {
  parent.postMessage(message);
}

const printer = new ShellPrinter(send);
let starting: Promise<Engine> | null = null;

function receive(message: ToEngine, ports: readonly ElectronPort[]): void {
  switch (message.type) {
    case 'start':
      void start(message);
      return;
    case 'port': {
      const [port] = ports;
      if (port !== undefined) void whenReady((engine) => engine.connect(message.window, portOf(port)));
      return;
    }
    case 'grant':
      void whenReady((engine) => engine.grants.add(message.grant));
      return;
    case 'printed':
      printer.printed(message.id, message.bytes);
      return;
    case 'printRefused':
      printer.refused(message.id, message.code);
      return;
    case 'quit':
      void quit();
  }
}

async function start(message: Extract<ToEngine, { type: 'start' }>): Promise<void> {
  const { workspace, resources, appVersion: version } = message;
  try {
    starting = startEngine({
      workspace,
      resources,
      version,
      office: new WorkerOffice(),
      memory: new WorkerMemory(workspace),
      print: printer,
      convert: libreOffice(),
    });
    await starting;
    send({ type: 'ready' });
  } catch (cause) {
    send({ type: 'failed', ...wireError(cause) });
  }
}

/** Runs once the workspace is open, and never when it cannot be: that has been announced. */
async function whenReady(use: (engine: Engine) => void): Promise<void> {
  const engine = await starting?.catch(() => null);
  if (engine !== null && engine !== undefined) use(engine);
}

async function quit(): Promise<void> {
  try {
    const engine = await starting?.catch(() => null);
    await engine?.close();
  } finally {
    send({ type: 'closed' });
  }
}

function portOf(port: ElectronPort): Port {
  return {
    postMessage: (message) => {
      port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', (event) => {
        listener(event.data);
      });
      port.start();
    },
  };
}

parent.on('message', (event) => {
  const message = toEngineSchema.safeParse(event.data);
  if (message.success) receive(message.data, event.ports);
});
