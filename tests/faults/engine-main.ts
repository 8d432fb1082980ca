/** A process of its own that answers the contract over its IPC channel, on a real workspace: made to be killed. */
import { grantSchema } from '#shared/contract/control.ts';
import { startEngine } from '#main/engine/engine.ts';
import { textOffice } from '#tests/builders/client-text-office.ts';

const [workspace = ''] = process.argv.slice(2);

function send(message: unknown): void {
  if (process.connected) process.send?.(message);
}

try {
  const engine = await startEngine({
    workspace,
    resources: workspace,
    version: '0.0.0',
    office: textOffice,
    print: null,
    sample: false,
  });
  engine.connect(0, {
    postMessage: send,
    onMessage: (listener) => {
      process.on('message', listener);
    },
  });
  process.on('message', (message) => {
    if (typeof message === 'object' && message !== null && 'grant' in message) {
      engine.grants.add(grantSchema.parse(message.grant));
    }
  });
  send('open');
} catch (cause) {
  send({ refused: cause instanceof Error && 'code' in cause ? cause.code : String(cause) });
  process.exitCode = 1;
}
