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
/** A language chosen while the engine was away: kept there at its next start. */
let wished: InterfaceLanguage | null = null;

function opened(): Session {
  if (session === null) throw new Error('settings are used before they are read');
  return session;
}

/** Language, profile and what the view remembers, as the engine keeps them. Reading and the profile reject with AdaptaError. */
export const useSettings = create<SettingsState>((set, get) => ({
  settings: null,
  async read(from) {
    session = from;
    const { client } = from.transport;
    const kept = await client.settings.read({});
    const settings = wished === null ? kept : await client.settings.write({ language: wished });
    wished = null;
    set({ settings });
    await apply(settings.language);
  },
  async setLanguage(language) {
    const { settings } = get();
    wished = language;
    await apply(language);
    if (settings !== null) set({ settings: { ...settings, language } });
    try {
      set({ settings: await opened().transport.client.settings.write({ language }) });
      wished = null;
    } catch {
      // The window speaks it already, and says itself that nothing can be kept just now.
    }
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
