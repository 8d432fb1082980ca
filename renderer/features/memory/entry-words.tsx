import type { EntryOrigin, MemoryTitle } from '#shared/contract/memory.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { useNow } from '#renderer/i18n/use-now.ts';
import { ModeLabel, StatusLabel } from '#renderer/ui/signs.tsx';
import { useMemoryName } from './memory-name.ts';

/** `Guía del facilitador · María · hace 3 días · Mi trabajo`, as far as anybody knows, and what it is where it is not faithful. */
export function OriginWords({ origin, memory }: { readonly origin: EntryOrigin; readonly memory?: MemoryTitle }) {
  const format = useFormat();
  const now = useNow();
  const nameOf = useMemoryName();
  const at = new Date(origin.at);
  const when = Number.isNaN(at.getTime()) ? '' : format.ago(at, now);
  const name = memory === undefined ? '' : nameOf(memory);
  const words = [origin.documentTitle, origin.author, origin.municipality, when, name].filter((word) => word !== '');
  return (
    <>
      {words.join(' · ')}
      {origin.status === null ? null : <StatusLabel status={origin.status} />}
      {origin.mode === null || origin.mode === 'faithful' ? null : <ModeLabel mode={origin.mode} />}
    </>
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
