import { EventEmitter, once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ToEngine, ToShell } from '#shared/contract/control.ts';
import { docx, p } from '#tests/builders/docx/index.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

/** The shell's end of the engine's control channel. */
class Shell extends EventEmitter {
  readonly heard: ToShell[] = [];

  postMessage(message: ToShell): void {
    this.heard.push(message);
    if (message.type === 'print') this.tell({ type: 'printed', id: message.id, bytes: Buffer.from('%PDF-1.7') });
    queueMicrotask(() => this.emit(message.type));
  }

  tell(message: ToEngine, ...ports: readonly unknown[]): void {
    this.emit('message', { data: message, ports });
  }
}

test('the engine starts, serves a port, reads what was granted, prints through the shell, and closes', async () => {
  const shell = new Shell();
  Object.defineProperty(process, 'parentPort', { value: shell, configurable: true });
  await import('#main/engine/entry.ts');
  const folder = temporaryFolder();
  const [source, pdf] = ['a'.repeat(32), 'b'.repeat(32)];
  writeFileSync(join(folder, 'a.docx'), docx(p('Hola')));
  mkdirSync(join(folder, 'resources'));
  shell.tell({
    type: 'start',
    workspace: join(folder, 'w'),
    resources: join(folder, 'resources'),
    appVersion: '9.9.9',
  });
  const { port1, port2 } = new MessageChannel();
  const electron = {
    postMessage: (message: unknown) => {
      port2.postMessage(message);
    },
    on: (_event: string, listener: (event: { data: unknown }) => void) =>
      port2.on('message', (data) => {
        listener({ data });
      }),
    start: () => undefined,
  };
  shell.tell({ type: 'port', window: 1 }, electron);
  shell.tell({ type: 'grant', grant: { token: source, path: join(folder, 'a.docx'), access: 'read', kind: 'file' } });
  shell.tell({ type: 'grant', grant: { token: pdf, path: join(folder, 'a.pdf'), access: 'write', kind: 'file' } });
  let id = 0;
  const ask = async (method: string, params: unknown): Promise<unknown> => {
    id += 1;
    port1.postMessage({ id, method, params });
    for (;;) {
      const [message] = (await once(port1, 'message')) as [{ id?: number; ok?: boolean; result?: unknown }];
      if (message.id === id) return message.result;
    }
  };

  expect(await ask('app.info', {})).toMatchObject({ version: '9.9.9' });
  expect(shell.heard[0]).toEqual({ type: 'ready' });
  const languages = { publisher: '', sourceLanguage: 'en', targetLanguage: 'es-BO' };
  await ask('library.apply', { command: { type: 'createToolkit', id: 't', name: 'T', ...languages } });
  await ask('library.apply', { command: { type: 'createModule', id: 'm', toolkit: 't', number: '1', title: 'M' } });
  const { plan } = (await ask('imports.plan', { source })) as { plan: string };
  const rest = { plan, links: [], module: 'm', kind: 'reading', title: 'T' };
  const { document } = (await ask('imports.commit', rest)) as { document: string };
  await ask('exports.document', { document, as: 'pdf', to: pdf });
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('%PDF-1.7');

  const closed = once(shell, 'closed');
  shell.tell({ type: 'quit' });
  await closed;
  port1.close();
  const { openStore } = await import('#main/store/store.ts');
  (await openStore(join(folder, 'w'))).close();
});
