import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { exports } from '#shared/contract/exports.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useBridge, useClient, type FileGrant } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { requestOf, type BundleWish } from './use-preview.ts';

export type Making =
  | { readonly state: 'idle' }
  | { readonly state: 'making' }
  | { readonly state: 'made'; readonly file: FileGrant; readonly result: OutputOf<typeof exports.bundle> }
  | { readonly state: 'failed'; readonly error: AdaptaError };

/** Asks where to, then makes the bundle; it is verified before it has its name. */
export function useMaking(): {
  readonly making: Making;
  readonly make: (wish: BundleWish) => void;
  readonly forget: () => void;
} {
  const { t } = useTranslation('bundles');
  const client = useClient();
  const bridge = useBridge();
  const [making, setMaking] = useState<Making>({ state: 'idle' });
  const run = async (wish: BundleWish): Promise<void> => {
    const file = await bridge.pickSave({
      title: t('saveTitle'),
      filters: [{ name: t('zip'), extensions: ['zip'] }],
      name: `${[wish.title.trim(), wish.date, t(`profile.${wish.profile}`)].join(' - ')}.zip`,
    });
    if (file === null) return;
    setMaking({ state: 'making' });
    try {
      const result = await client.exports.bundle({ ...requestOf(wish, wish.title), to: file.token });
      setMaking({ state: 'made', file, result });
    } catch (thrown) {
      const error = asAdaptaError(thrown);
      setMaking(error.code === 'cancelled' ? { state: 'idle' } : { state: 'failed', error });
    }
  };
  return { making, make: (wish) => void run(wish), forget: () => setMaking({ state: 'idle' }) };
}
