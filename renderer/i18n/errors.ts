import type { TFunction } from 'i18next';
import { AdaptaError, errorGroup, type ErrorParams } from '#shared/model/errors.ts';

/** What people read of an error: what happened, what is safe, what to do. */
export interface ErrorSentences {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** Anything thrown, as an AdaptaError; what is none was not foreseen and becomes `internal`. */
export function asAdaptaError(thrown: unknown): AdaptaError {
  if (thrown instanceof AdaptaError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AdaptaError('internal', { message }, { cause: thrown });
}

/** The sentences of an error in the language of `t`, which knows the namespace `errors`. */
export function errorSentences(error: AdaptaError, t: TFunction<['errors', 'common']>): ErrorSentences {
  const texts = t(`errors:code.${error.code}`, { returnObjects: true, ...error.params }) as {
    what: string;
    do: string;
    safe?: string;
  };
  return { what: texts.what, safe: texts.safe ?? t(`errors:safe.${errorGroup(error.code)}`), todo: texts.do };
}

/** Plain text for support: code, parameters, place and time, and nothing of what people wrote. */
export function errorDetail(error: AdaptaError, context: { readonly version: string; readonly at: Date }): string {
  const cause = error.cause instanceof Error ? `\n${error.cause.stack ?? error.cause.message}` : '';
  return `Adapta ${context.version} · ${context.at.toISOString()}\n${error.code}${paramsText(error.params)}${cause}`;
}

function paramsText(params: ErrorParams): string {
  const entries = Object.entries(params);
  return entries.length === 0 ? '' : ` ${JSON.stringify(params)}`;
}
