import { create } from 'zustand';
import type { InterfaceLanguage, Profile, Settings } from '#shared/contract/settings.ts';
import type { Session } from '#renderer/app/session.ts';
import { switchLanguage } from '#renderer/i18n/index.ts';

export type ViewValue = string | number | boolean;

interface SettingsState {
  /** Null until the engine has answered. */
  readonly settings: Settings | null;
  readonly read: (session: Session) => Promise<void>;
  readonly setLanguage: (language: InterfaceLanguage) => Promise<void>;
  readonly setProfile: (profile: Profile) => Promise<void>;
  /** Remembers something of the view; failing to is not worth a word. */
  readonly remember: (key: string, value: ViewValue) => void;
}

let session: Session | null = null;

function opened(): Session {
  if (session === null) throw new Error('settings are used before they are read');
  return session;
}

/** Language, profile and what the view remembers, as the engine keeps them. Rejects with AdaptaError. */
export const useSettings = create<SettingsState>((set, get) => ({
  settings: null,
  async read(from) {
    session = from;
    const settings = await from.transport.client.settings.read({});
    set({ settings });
    await apply(settings.language);
  },
  async setLanguage(language) {
    await apply(language);
    set({ settings: await opened().transport.client.settings.write({ language }) });
  },
  async setProfile(profile) {
    set({ settings: await opened().transport.client.settings.write({ profile }) });
  },
  remember(key, value) {
    const settings = get().settings;
    if (settings === null || settings.view[key] === value) return;
    const view = { ...settings.view, [key]: value };
    set({ settings: { ...settings, view } });
    opened()
      .transport.client.settings.write({ view })
      .catch(() => {});
  },
}));

/** Page, menu and native dialogs change together. */
async function apply(language: InterfaceLanguage): Promise<void> {
  await switchLanguage(language);
  await opened().bridge.setLanguage(language);
}
