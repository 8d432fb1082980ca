import { bestFor, primaryLanguage } from '../common/languages.ts';
import type { TmxHeader, TmxUnit, TmxVariant } from './model.ts';

/** A text and its translation. */
export interface TmxPair {
  readonly source: TmxVariant;
  readonly target: TmxVariant;
}

/**
 * The pair of a unit in the languages wanted; undefined when it has none, or when its source is in another language: what
 * was translated from Spanish is no translation into it (TMX 1.4b, 3.2 "srclang"; a source of `*all*` serves for any).
 */
export function pairOf(
  header: Pick<TmxHeader, 'sourceLanguage'>,
  { variants, sourceLanguage }: TmxUnit,
  wanted: { readonly source: string; readonly target: string },
): TmxPair | undefined {
  const from = sourceLanguage ?? header.sourceLanguage;
  if (from !== '*all*' && primaryLanguage(from) !== primaryLanguage(wanted.source)) return undefined;
  const source = bestFor(variants, wanted.source);
  if (source === undefined) return undefined;
  const [first, second] = variants;
  const others =
    variants.length === 2
      ? [(first === source ? second : first) as TmxVariant]
      : variants.filter((it) => it !== source);
  const target = bestFor(others, wanted.target);
  return target === undefined ? undefined : { source, target };
}
