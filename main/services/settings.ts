import { settingsSchema, type Settings } from '#shared/contract/settings.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import type { Services } from './services.ts';

/** Where the store keeps them. */
export const SETTINGS_KEY = 'settings';
const FIRST: Settings = { language: 'es', profile: null, view: {} };

/** What was stored; anything unreadable is as if it had never been set. */
export function readSettings(store: Store): Settings {
  const stored = settingsSchema.safeParse(store.settings.read(SETTINGS_KEY));
  return stored.success ? stored.data : FIRST;
}

/** The name every change is signed with; empty until the profile was asked. */
export function authorOf(store: Store): string {
  return readSettings(store).profile?.name ?? '';
}

export function settingsService({ store }: ServiceDeps): Services['settings'] {
  return {
    read: () => readSettings(store),
    write: (changes) => {
      const next = { ...readSettings(store), ...changes };
      store.transaction(() => {
        store.settings.write(SETTINGS_KEY, next);
      });
      return next;
    },
  };
}
