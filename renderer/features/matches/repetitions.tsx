import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repetition } from '#shared/contract/memory.ts';
import { contentEquals, isBlank } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useClient, useEngineEvent } from '#renderer/app/session.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { StatusLabel } from '#renderer/ui/signs.tsx';
import { fillable, useFilling } from './use-filling.ts';

/** Whoever only passes through a unit does not ask where else it stands. */
const PAUSE = 150;

/** Where else in the toolkit the same original stands: `también en 3 lugares`, and one button that gives them this text. */
export function Repetitions({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('matches');
  const places = useRepetitions(unit);
  const readOnly = useBench((state) => state.readOnly);
  const fill = useFilling(useWorkbench().session);
  if (places.length === 0) return null;
  const others = places.filter((place) => fillable(place) && !contentEquals(place.content, unit.content));
  return (
    <details className="repetitions">
      <summary>{t('repetitions.also', { count: places.length })}</summary>
      <ul className="repetition-list">
        {places.map((place) => (
          <Place key={place.unit} place={place} />
        ))}
      </ul>
      {readOnly || isBlank(unit.content) || others.length === 0 ? null : (
        <Button onPress={() => void fill(unit)}>{t('repetitions.fill', { count: others.length })}</Button>
      )}
    </details>
  );
}

function Place({ place: { unit, document, documentTitle, content, status } }: { readonly place: Repetition }) {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const { model } = workbench.session;
  const isHere = document === model.document;
  return (
    <li>
      <p className="match-origin">
        {isHere ? t('repetitions.here', { at: model.indexOf(unit) + 1 }) : documentTitle}
        <StatusLabel status={status} />
      </p>
      <p className="repetition-text" lang={workbench.rows.targetLanguage}>
        {isBlank(content) ? <span className="muted">{t('repetitions.blank')}</span> : toPlainText(content)}
      </p>
      {isHere ? (
        <Button look="plain" onPress={() => workbench.go(unit)}>
          {t('repetitions.go')}
        </Button>
      ) : null}
    </li>
  );
}

/** Read a moment after one came to the unit, and again when its original or one of the places changed. */
function useRepetitions({ id, source }: UnitRecord): readonly Repetition[] {
  const client = useClient();
  const [places, setPlaces] = useState<readonly Repetition[]>([]);
  const [changes, setChanges] = useState(0);
  useEngineEvent('unitsChanged', (event) => {
    const changed = new Set(event.changes.map(({ unit }) => unit));
    if (places.some(({ unit }) => changed.has(unit))) setChanges((before) => before + 1);
  });
  // Asked again after each of these: they themselves say nothing.
  const asked = `${source.join(' ')} ${changes}`;
  useEffect(() => {
    let wanted = asked !== '';
    const read = async (): Promise<void> => {
      const answer = await client.memory.repetitions({ unit: id });
      if (wanted) setPlaces(answer.places);
    };
    // Without an answer nothing is offered; the matches below say what went wrong.
    const timer = setTimeout(() => void read().catch(() => setPlaces([])), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, asked, client]);
  return places;
}
