import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { toastError } from '#renderer/ui/toast.tsx';
import { ProfileForm } from './profile-form.tsx';
import './profile.css';

/** The first thing anybody sees, once: who works here, in which language. */
export function FirstRun() {
  const { t } = useTranslation(['settings', 'common']);
  const { settings, setProfile, setLanguage } = useSettings();
  const other = settings?.language === 'en' ? 'es' : 'en';
  return (
    <main className="page">
      <div className="page-card first-run">
        <div>
          <h1 className="page-title">{t('firstRun.title')}</h1>
          <p className="muted">{t('firstRun.body')}</p>
        </div>
        <ProfileForm
          profile={null}
          submit={t('firstRun.start')}
          onSubmit={(profile) => void setProfile(profile).catch((thrown: unknown) => toastError(asAdaptaError(thrown)))}
        />
        <Button
          look="plain"
          onPress={() => void setLanguage(other)}
          aria-label={t('common:language.switch', { language: t(`common:language.${other}`) })}
        >
          {t(`common:language.${other}`)}
        </Button>
      </div>
    </main>
  );
}
