import type { z } from 'zod';

/** One request the renderer (or the command line) can make: what goes in and what comes out, checked on both sides. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  /** True when it can take over 200 ms: it then runs as a job with progress and can be cancelled. */
  readonly job: boolean;
}

export function method<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { input, output, job: false };
}

export function jobMethod<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { input, output, job: true };
}
