import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { toastError } from '#renderer/ui/toast.tsx';
import { ProfileForm } from './profile-form.tsx';
import './profile.css';

/** Asked once, over the sample: who works here, in which language. Every change from then on carries the answer. */
export function FirstRun() {
  const { t } = useTranslation(['settings', 'common']);
  const { settings, setProfile, setLanguage } = useSettings();
  useEffect(() => focusBehind, []);
  const other = settings?.language === 'en' ? 'es' : 'en';
  return (
    <Dialog title={t('firstRun.title')} isOpen dismissable={false} onClose={() => undefined}>
      <div className="first-run">
        <p className="muted">{t('firstRun.body')}</p>
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
    </Dialog>
  );
}

/** Nothing had the focus before the card: what lies behind it takes it over, so that keys arrive from the start. */
function focusBehind(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[role="main"]')?.focus();
  });
}
