import { MemoryDesk } from './memory-desk.ts';
import { storeError } from '#main/store/errors.ts';
import { MemoryRenewal } from './memory-renewal.ts';
import type { MemoryPort, MemoryTask, TaskContext, TaskInput, TaskOutput } from './memory-tasks.ts';

type Ask = (input: unknown, context: TaskContext) => unknown;

/** Answers one task at a desk. A damaged file is always told as `workspaceDamaged`. */
export async function askDesk(
  desk: MemoryDesk,
  task: MemoryTask,
  input: unknown,
  context: TaskContext,
): Promise<unknown> {
  const ask = desk[task].bind(desk) as Ask;
  try {
    return await ask(input, context);
  } catch (cause) {
    const error = storeError(cause);
    throw error.code === 'workspaceDamaged' ? error : cause;
  }
}

/** The memory in this very thread: for the command line and tests. Opened when it is first asked. */
export function directMemory(workspace: string): MemoryPort {
  let desk: MemoryDesk | null = null;
  const close = (): Promise<void> => {
    desk?.close();
    desk = null;
    return Promise.resolve();
  };
  const renewal = new MemoryRenewal(workspace, close);
  return {
    ask: async <T extends MemoryTask>(task: T, input: TaskInput<T>, context: TaskContext = {}) =>
      await renewal.around(async () => {
        desk ??= new MemoryDesk(workspace, 'writer');
        return (await askDesk(desk, task, input, context)) as TaskOutput<T>;
      }, context.signal),
    onReplaced: (listener) => {
      renewal.onReplaced(listener);
    },
    close,
  };
}
