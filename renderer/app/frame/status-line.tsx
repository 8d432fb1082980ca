import { create } from 'zustand';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobLine } from '#renderer/features/jobs/job-line.tsx';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { errorSentences } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { runCommand } from '../menu-commands.ts';
import { useSaving, type Saving } from '../saving.ts';
import { Landmark } from './frame.tsx';
import './status-line.css';

interface SlotState {
  readonly content: ReactNode;
  readonly set: (content: ReactNode) => void;
}

const useSlot = create<SlotState>((set) => ({ content: null, set: (content) => set({ content }) }));

/** What the present view says in the middle of the status line (where one is, what is selected). */
export function StatusContent({ children }: { readonly children: ReactNode }): null {
  const set = useSlot((slot) => slot.set);
  useEffect(() => set(children), [children, set]);
  useEffect(() => () => set(null), [set]);
  return null;
}

/** The last line of the window: saving, what the view says, long work, who works here, language. */
export function StatusLine() {
  const { t } = useTranslation();
  const content = useSlot((slot) => slot.content);
  const settings = useSettings((state) => state.settings);
  const setLanguage = useSettings((state) => state.setLanguage);
  const language = settings?.language ?? 'es';
  const profile = settings?.profile ?? null;
  return (
    <Landmark as="contentinfo" label={t('region.status')} className="status-line">
      <SavingWords />
      <div className="status-middle">{content}</div>
      <JobLine />
      {profile === null ? null : (
        <Button look="plain" onPress={() => runCommand('editProfile')}>
          {[profile.name, profile.municipality].filter((part) => part !== '').join(' · ')}
        </Button>
      )}
      <MenuButton
        label={t('language.switch', { language: t(`language.${language}`) })}
        placement="top end"
        selectionMode="single"
        selectedKeys={[language]}
        entries={(['es', 'en'] as const).map((id) => ({
          id,
          label: t(`language.${id}`),
          onAction: () => void setLanguage(id),
        }))}
      >
        <Button
          look="plain"
          aria-label={`${language} · ${t('language.switch', { language: t(`language.${language}`) })}`}
        >
          {language}
        </Button>
      </MenuButton>
    </Landmark>
  );
}

function SavingWords() {
  const saving = useSaving((state) => state.saving);
  const words = useSavingWords(saving);
  return (
    <output className="status-saving" data-state={saving.state}>
      {words}
    </output>
  );
}

function useSavingWords(saving: Saving): string {
  const { t } = useTranslation(['common', 'errors']);
  const { t: tErrors } = useTranslation(['errors', 'common']);
  const format = useFormat();
  switch (saving.state) {
    case 'saved':
      return saving.at === null ? t('saving.saved') : t('saving.savedAt', { time: format.time(saving.at) });
    case 'saving':
      return t('saving.saving');
    case 'unsaved':
      return t('saving.unsaved', { why: errorSentences(saving.error, tErrors).what });
    case 'readOnly':
      return t('saving.readOnly');
  }
}
