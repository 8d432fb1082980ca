import { methodsByName } from '#shared/contract/index.ts';
import type { Method } from '#shared/contract/method.ts';
import { requestSchema, type Response } from '#shared/contract/wire.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { JobBook } from '#main/services/job-book.ts';
import type { CallContext, Services } from '#main/services/services.ts';
import { nextTurn } from '#main/services/slices.ts';
import { wireError } from './wire-error.ts';

type Handler = (input: unknown, context: CallContext) => unknown;

export interface Router {
  /** Checks the input, runs the method, as a job when the contract says so. Throws what the service throws, or a ZodError. */
  call(method: string, params: unknown): Promise<unknown>;
  /** Answers a message from a page; never throws. Null when the message is no request at all. */
  answer(message: unknown): Promise<Response | null>;
}

const QUIET: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/** The one place where requests become calls. */
export function createRouter(services: Services, jobs: JobBook): Router {
  const methods = methodsByName();
  const handlers = handlersOf(services);

  const call = async (name: string, params: unknown): Promise<unknown> => {
    const method: Method | undefined = methods.get(name);
    const handler = handlers.get(name);
    if (method === undefined || handler === undefined) throw new AdaptaError('unknownMethod', { method: name });
    if (!method.job) return await handler(method.input.parse(params), QUIET);
    // A large request, an import's links, has cost its turn by being read off the port, and checking it costs another.
    await nextTurn();
    const input = method.input.parse(params);
    await nextTurn();
    return await jobs.run(name, (context) => handler(input, context), wireError);
  };

  return {
    call,
    answer: async (message) => {
      const request = requestSchema.safeParse(message);
      if (!request.success) return null;
      const { id, method, params } = request.data;
      try {
        return { id, ok: true, result: await call(method, params) };
      } catch (cause) {
        const error = wireError(cause);
        if (error.code === 'internal') tellDeveloper(method, cause);
        return { id, ok: false, error };
      }
    },
  };
}

/** What nobody foresaw is told to whoever started the process; people see only that something broke. */
function tellDeveloper(method: string, cause: unknown): void {
  const story = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(`${method}: ${story}\n`);
}

function handlersOf(services: Services): ReadonlyMap<string, Handler> {
  return new Map(
    Object.entries(services).flatMap(([feature, methods]) =>
      Object.entries(methods).map(([name, handler]) => [`${feature}.${name}`, handler as Handler] as const),
    ),
  );
}
