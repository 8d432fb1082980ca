import { useTranslation } from 'react-i18next';
import type { MatchBand, memory } from '#shared/contract/memory.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DialogActions } from '#renderer/ui/dialog.tsx';

/** The best first. */
const BANDS: readonly MatchBand[] = ['context', '100', '95-99', '85-94', '75-84', '50-74', 'new'];

export interface PretranslateReportProps {
  readonly result: OutputOf<typeof memory.pretranslate>;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

/** How many units were filled, by how good a match; and the way back. */
export function PretranslateReport({ result, onClose, onUndo }: PretranslateReportProps) {
  const { t } = useTranslation(['matches', 'common']);
  const format = useFormat();
  const filled = result.changes.length;
  return (
    <>
      <p>
        {filled === 0
          ? t('pretranslate.nothing')
          : t('pretranslate.filled', {
              count: filled,
              n: format.number(filled),
              words: format.number(result.words),
            })}
      </p>
      <table className="band-table">
        <thead>
          <tr>
            <th scope="col">{t('pretranslate.match')}</th>
            <th scope="col">{t('pretranslate.units')}</th>
          </tr>
        </thead>
        <tbody>
          {BANDS.map((band) => (
            <tr key={band}>
              <th scope="row">{t(`band.${band}`)}</th>
              <td>{format.number(result.byBand[band])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DialogActions>
        {filled === 0 ? null : (
          <Button icon="reset" onPress={onUndo}>
            {t('common:action.undo')}
          </Button>
        )}
        <Button look="primary" takesFocus onPress={onClose}>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </>
  );
}
