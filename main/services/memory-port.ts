import { MemoryDesk } from './memory-desk.ts';
import type { MemoryPort, MemoryTask, TaskContext, TaskInput, TaskOutput } from './memory-tasks.ts';

type Ask = (input: unknown, context: TaskContext) => unknown;

/** Answers one task at a desk. */
export async function askDesk(
  desk: MemoryDesk,
  task: MemoryTask,
  input: unknown,
  context: TaskContext,
): Promise<unknown> {
  const ask = desk[task].bind(desk) as Ask;
  return await ask(input, context);
}

/** The memory in this very thread: for the command line and tests. Opened when it is first asked. */
export function directMemory(workspace: string): MemoryPort {
  let desk: MemoryDesk | null = null;
  return {
    ask: async <T extends MemoryTask>(task: T, input: TaskInput<T>, context: TaskContext = {}) => {
      desk ??= new MemoryDesk(workspace, 'writer');
      return (await askDesk(desk, task, input, context)) as TaskOutput<T>;
    },
    close: () => {
      desk?.close();
      desk = null;
      return Promise.resolve();
    },
  };
}
