import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { ProfileForm } from '#renderer/features/profile/profile-form.tsx';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/field.tsx';
import { toastError } from '#renderer/ui/toast.tsx';
import { useSettings } from './settings-store.ts';

/** Language and profile; opened from the menu and from the status line. */
export function SettingsDialog() {
  const { t } = useTranslation(['settings', 'common']);
  const { settings, setLanguage, setProfile } = useSettings();
  const [isOpen, setOpen] = useState(false);
  useMenuCommand('editProfile', () => setOpen(true));
  if (settings === null) return null;
  const close = (): void => setOpen(false);
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={close}>
      <RadioGroup
        label={t('language')}
        value={settings.language}
        onChange={(language) => void setLanguage(language)}
        choices={[
          { id: 'es', label: t('common:language.es') },
          { id: 'en', label: t('common:language.en') },
        ]}
      />
      <ProfileForm
        profile={settings.profile}
        submit={t('common:action.save')}
        onCancel={close}
        onSubmit={(profile) =>
          void setProfile(profile)
            .then(close)
            .catch((thrown: unknown) => toastError(asAdaptaError(thrown)))
        }
      />
    </Dialog>
  );
}
