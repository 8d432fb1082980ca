import type { EntryOrigin } from '#shared/contract/memory.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { useNow } from '#renderer/i18n/use-now.ts';
import { ModeSign, StatusSign } from '#renderer/ui/signs.tsx';

/** Where an entry comes from, as far as anybody knows: document, who, when, where. */
export function OriginWords({ origin }: { readonly origin: EntryOrigin }) {
  const format = useFormat();
  const now = useNow();
  const words = [
    origin.documentTitle,
    origin.author,
    origin.municipality,
    origin.at === '' ? '' : format.day(new Date(origin.at), now),
  ].filter((word) => word !== '');
  if (words.length === 0 && origin.status === null) return null;
  return (
    <span className="entry-origin muted">
      {origin.status === null ? null : <StatusSign status={origin.status} />}
      {origin.mode === null || origin.mode === 'faithful' ? null : <ModeSign mode={origin.mode} />}
      {words.join(' · ')}
    </span>
  );
}

/** A text with the stretches a search found. `ranges`: UTF-16 offsets, in order, not overlapping. */
export function MarkedText({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}) {
  const starts = [0, ...ranges.map(([, to]) => to)];
  return (
    <>
      {starts.map((from, index) => {
        const range = ranges[index];
        return (
          <span key={from}>
            {text.slice(from, range?.[0] ?? text.length)}
            {range === undefined ? null : <mark>{text.slice(range[0], range[1])}</mark>}
          </span>
        );
      })}
    </>
  );
}
