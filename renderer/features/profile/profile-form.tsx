import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select, TextField } from '#renderer/ui/field.tsx';

const ROLES = ['translator', 'trainer', 'reviewer', 'organiser', 'other'] as const;

/** Name, role and municipality: who every change is signed by. */
export function ProfileForm({
  profile,
  submit,
  onSubmit,
  onCancel,
}: {
  readonly profile: Profile | null;
  /** The word on the button. */
  readonly submit: string;
  readonly onSubmit: (profile: Profile) => void;
  /** In a dialog one may leave as it was. */
  readonly onCancel?: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const [name, setName] = useState(profile?.name ?? '');
  const [role, setRole] = useState<Profile['role']>(profile?.role ?? 'trainer');
  const [municipality, setMunicipality] = useState(profile?.municipality ?? '');
  const [missing, setMissing] = useState(false);

  const send = (): void => {
    if (name.trim() === '') setMissing(true);
    else onSubmit({ name: name.trim(), role, municipality: municipality.trim() });
  };
  return (
    <Form
      className="profile-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t('profile.name')}
        value={name}
        onChange={(value) => {
          setName(value);
          setMissing(false);
        }}
        takesFocus
        maxLength={200}
        autoComplete="name"
        {...(missing ? { error: t('profile.nameMissing') } : {})}
      />
      <Select
        label={t('profile.role')}
        value={role}
        onChange={setRole}
        choices={ROLES.map((id) => ({ id, label: t(`role.${id}`) }))}
      />
      <TextField
        label={t('profile.municipality')}
        hint={t('profile.municipalityHint')}
        value={municipality}
        onChange={setMunicipality}
        maxLength={200}
      />
      <div className={onCancel === undefined ? '' : 'dialog-actions'}>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{t('common:action.cancel')}</Button>}
        <Button look="primary" type="submit">
          {submit}
        </Button>
      </div>
    </Form>
  );
}
