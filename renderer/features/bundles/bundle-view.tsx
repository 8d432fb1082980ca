import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleProfile } from '#shared/contract/exports.ts';
import { Place } from '#renderer/app/frame/place.tsx';
import { runCommand } from '#renderer/app/menu-commands.ts';
import { useClient } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { shelves as shelvesOf } from '#renderer/features/library/order.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { RadioGroup, TextField } from '#renderer/ui/field.tsx';
import { DocumentChoice } from './document-choice.tsx';
import { FileList, TotalSize } from './file-list.tsx';
import { Findings } from './finding-words.tsx';
import { Made, MakingLine } from './made.tsx';
import { useMaking } from './use-making.ts';
import { usePreview, type BundleWish } from './use-preview.ts';
import { useWish } from './wish-store.ts';
import './bundles.css';

/** A workshop's bundle: what goes in on the left, what comes out on the right. */
export function BundleView({ documents }: { readonly documents: readonly string[] }) {
  const { t } = useTranslation(['bundles', 'common']);
  const client = useClient();
  const { library, read } = useLibrary();
  const { wish, change: keep } = useWish();
  const { preview, error } = usePreview(wish, t('untitled'));
  const { making, make, forget } = useMaking();
  useEffect(() => {
    if (library === null) void read(client);
  }, [library, read, client]);
  useEffect(() => {
    if (documents.length > 0) keep({ documents });
  }, [documents, keep]);
  const change = (part: Partial<BundleWish>): void => {
    keep(part);
    forget();
  };
  const complete = wish.documents.length > 0 && wish.title.trim() !== '' && making.state !== 'making';

  return (
    <Place
      title={t('title')}
      actions={
        <>
          <Button icon="check" onPress={() => runCommand('verifyBundle')}>
            {t('verify')}
          </Button>
          <Button look="primary" icon="bundle" isDisabled={!complete} onPress={() => make(wish)}>
            {t('create')}
          </Button>
        </>
      }
    >
      <div className="bundle">
        <div className="bundle-in">
          {library === null ? null : (
            <DocumentChoice
              shelves={shelvesOf(library, false)}
              chosen={wish.documents}
              onChoose={(chosen) => change({ documents: chosen })}
            />
          )}
        </div>
        <div className="bundle-out">
          {making.state === 'making' ? <MakingLine /> : null}
          {making.state === 'failed' ? <ErrorNotice error={making.error} /> : null}
          {making.state === 'made' ? <Made making={making} /> : null}
          <RadioGroup<BundleProfile>
            label={t('profileLabel')}
            value={wish.profile}
            onChange={(profile) => change({ profile })}
            choices={[
              { id: 'facilitator', label: t('profile.facilitator'), hint: t('profileHint.facilitator') },
              { id: 'participants', label: t('profile.participants'), hint: t('profileHint.participants') },
            ]}
          />
          <TextField
            label={t('form.title')}
            placeholder={t('form.titleExample')}
            value={wish.title}
            onChange={(title) => change({ title })}
            maxLength={300}
            isRequired
            {...(wish.title.trim() === '' ? { hint: t('form.titleNeeded') } : {})}
          />
          <div className="form-pair">
            <DateField
              label={t('form.date')}
              value={wish.date}
              onChange={(date) => {
                if (date !== null) change({ date });
              }}
            />
            <TextField
              label={t('form.place')}
              placeholder={t('form.placeExample')}
              value={wish.place}
              onChange={(place) => change({ place })}
              maxLength={300}
            />
          </div>
          {error === null ? null : <ErrorNotice error={error} />}
          {wish.documents.length === 0 ? <EmptyState text={t('chooseDocuments')} /> : null}
          {preview === null ? null : (
            <>
              <TotalSize files={preview.files} />
              <Findings findings={making.state === 'made' ? making.result.findings : preview.findings} />
              <FileList files={preview.files} />
            </>
          )}
        </div>
      </div>
    </Place>
  );
}
