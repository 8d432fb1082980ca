import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryOrigin } from '#shared/contract/memory.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { ModeLabel, StatusLabel } from '#renderer/ui/signs.tsx';

/** `Guía del facilitador · María · hace 3 días · Memoria propia`, and the mode where it is not faithful. */
export function OriginLine({ origin, memory }: { readonly origin: EntryOrigin; readonly memory: string }) {
  const { t } = useTranslation('matches');
  const format = useFormat();
  const [now] = useState(() => new Date());
  const at = new Date(origin.at);
  const when = origin.at === '' || Number.isNaN(at.getTime()) ? '' : format.ago(at, now);
  const words = [origin.documentTitle, origin.author, origin.municipality, when, memory];
  return (
    <p className="match-origin">
      <span className="visually-hidden">{t('origin')} </span>
      {words.filter((word) => word !== '').join(' · ')}
      {origin.status === null ? null : <StatusLabel status={origin.status} />}
      {origin.mode === null || origin.mode === 'faithful' ? null : <ModeLabel mode={origin.mode} />}
    </p>
  );
}
