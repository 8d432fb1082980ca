import type { TFunction } from 'i18next';
import { contentEquals, fromBlocks } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { wordDiff } from '#shared/text/word-diff.ts';
import type { Workbench } from './workbench.ts';

/** Shows the translation as it was received under a row, with what has changed since. Returns the way to hide it. */
export function showReceived(workbench: Workbench, unit: UnitRecord, t: TFunction<['editor', 'common']>): () => void {
  const extra = workbench.surface.row(unit.id)?.querySelector('.extra');
  if (!(extra instanceof HTMLElement)) return () => undefined;
  const received = fromBlocks(workbench.session.model.receivedOf(unit).map(({ content }) => content));
  const label = document.createElement('span');
  label.className = 'extra-label';
  extra.lang = workbench.rows.targetLanguage;
  if (unit.received.length === 0) {
    label.textContent = t('nothingReceived');
    extra.replaceChildren(label);
  } else {
    label.textContent = contentEquals(received, unit.content) ? t('receivedSame') : t('received');
    const text = document.createElement('span');
    for (const { kind, text: part } of wordDiff(received, unit.content)) {
      const piece = document.createElement(kind === 'same' ? 'span' : kind === 'added' ? 'ins' : 'del');
      piece.textContent = part;
      text.append(piece);
    }
    extra.replaceChildren(label, text);
  }
  extra.classList.add('shown');
  return () => {
    extra.classList.remove('shown');
    extra.replaceChildren();
  };
}
