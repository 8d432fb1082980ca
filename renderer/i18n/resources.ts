import commonEn from '#resources/locales/en/common.json' with { type: 'json' };
import errorsEn from '#resources/locales/en/errors.json' with { type: 'json' };
import helpEn from '#resources/locales/en/help.json' with { type: 'json' };
import jobsEn from '#resources/locales/en/jobs.json' with { type: 'json' };
import libraryEn from '#resources/locales/en/library.json' with { type: 'json' };
import settingsEn from '#resources/locales/en/settings.json' with { type: 'json' };
import commonEs from '#resources/locales/es/common.json' with { type: 'json' };
import errorsEs from '#resources/locales/es/errors.json' with { type: 'json' };
import helpEs from '#resources/locales/es/help.json' with { type: 'json' };
import jobsEs from '#resources/locales/es/jobs.json' with { type: 'json' };
import libraryEs from '#resources/locales/es/library.json' with { type: 'json' };
import settingsEs from '#resources/locales/es/settings.json' with { type: 'json' };
import menuEn from '#resources/locales/menu.en.json' with { type: 'json' };
import menuEs from '#resources/locales/menu.es.json' with { type: 'json' };
import type { InterfaceLanguage } from '#shared/contract/bridge.ts';

/** Spanish is the language of reference: its files give the keys their types. One namespace per feature. */
const es = {
  common: commonEs,
  errors: errorsEs,
  help: helpEs,
  jobs: jobsEs,
  library: libraryEs,
  menu: menuEs,
  settings: settingsEs,
};

/** Every namespace of the interface in both languages, in the page from the start: switching reads nothing. */
export const RESOURCES: Readonly<Record<InterfaceLanguage, typeof es>> = {
  es,
  en: {
    common: commonEn,
    errors: errorsEn,
    help: helpEn,
    jobs: jobsEn,
    library: libraryEn,
    menu: menuEn,
    settings: settingsEn,
  },
};

export type Namespaces = typeof es;
export type Namespace = keyof Namespaces;
