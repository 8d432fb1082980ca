import { useTranslation } from 'react-i18next';
import type { Match } from '#shared/contract/memory.ts';
import { renumbered } from '#shared/memory/normal-form.ts';
import { fromBlocks } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useActiveUnitLater, useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { OriginWords } from '#renderer/features/memory/entry-words.tsx';
import { DiffText } from '#renderer/features/history/diff-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { Concordance } from './concordance.tsx';
import { insertMatch } from './insert-match.ts';
import { Repetitions } from './repetitions.tsx';
import { useAnswer } from './use-matches.ts';
import './matches.css';

/** What the memory knows of the unit one is in; with a search in it, what that finds instead. */
export function MatchesPanel() {
  const search = useBench((state) => state.concordance);
  return (
    <div className="matches">
      <Concordance />
      {search === '' ? <UnitMatches /> : null}
    </div>
  );
}

function UnitMatches() {
  const { t } = useTranslation('matches');
  const unit = useActiveUnitLater();
  if (unit === undefined) return <EmptyState text={t('nowhere')} />;
  if (unit.source.length === 0) return <EmptyState text={t('noSource')} />;
  return (
    <>
      <Repetitions key={unit.id} unit={unit} />
      <MatchList unit={unit} />
    </>
  );
}

function MatchList({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const answer = useAnswer(unit.id);
  if (answer === undefined) return <p className="muted matches-wait">{t('asking')}</p>;
  if (answer.error !== null) return <ErrorNotice error={answer.error} />;
  if (answer.matches.length === 0) return <EmptyState text={t('none')} />;
  const original = fromBlocks(workbench.session.model.sourceOf(unit).map(({ content }) => content));
  const source = renumbered(toPlainText(original));
  return (
    <ol className="match-list" aria-label={t('list')}>
      {answer.matches.map((match, index) => (
        <MatchItem key={match.entry.id} match={match} number={index + 1} source={source} />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly match: Match;
  readonly number: number;
  /** The original of the unit one is in, as the memory writes originals. */
  readonly source: string;
}

function MatchItem({ match, number, source }: ItemProps) {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const { sourceLanguage, targetLanguage } = workbench.rows;
  const before = renumbered(match.entry.source);
  return (
    <li className="match" data-kind={match.kind}>
      <div className="match-head">
        <span className="match-number" aria-hidden="true">
          {number}
        </span>
        <strong>{t(`score.${match.kind}`, { score: match.score })}</strong>
        {readOnly ? null : (
          <Button look="plain" aria-label={t('insertNth', { number })} onPress={() => insertMatch(workbench, number)}>
            {t('insert')} <Keys keys={`Ctrl+${number}`} />
          </Button>
        )}
      </div>
      {before === source ? null : (
        <div className="match-source" lang={sourceLanguage}>
          <DiffText before={before} after={source} />
        </div>
      )}
      <p className="match-target" lang={targetLanguage}>
        {toPlainText(match.insert)}
      </p>
      <p className="match-origin">
        <span className="visually-hidden">{t('origin')} </span>
        <OriginWords origin={match.entry.origin} memory={match.memory} />
      </p>
      {match.penalties.length === 0 ? null : (
        <ul className="match-penalties" aria-label={t('penalties')}>
          {match.penalties.map(({ code, points }) => (
            <li key={code}>{t(`penalty.${code}`, { points })}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
