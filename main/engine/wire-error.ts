import { ZodError } from 'zod';
import type { WireError } from '#shared/contract/wire.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { storeError } from '#main/store/errors.ts';

/** Any failure as a code the other side knows. What nobody foresaw is `internal`; its words stay on this side. */
export function wireError(cause: unknown): WireError {
  if (cause instanceof AdaptaError) return { code: cause.code, params: cause.params };
  if (cause instanceof ZodError) {
    const [issue] = cause.issues;
    return { code: 'badRequest', params: { at: issue?.path.join('.') ?? '', reason: issue?.code ?? '' } };
  }
  if (cause instanceof Error && cause.name === 'AbortError') return { code: 'cancelled', params: {} };
  const { code, params } = storeError(cause);
  return { code, params };
}
