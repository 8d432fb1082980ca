import backupsEn from '#resources/locales/en/backups.json' with { type: 'json' };
import bundlesEn from '#resources/locales/en/bundles.json' with { type: 'json' };
import checksEn from '#resources/locales/en/checks.json' with { type: 'json' };
import commonEn from '#resources/locales/en/common.json' with { type: 'json' };
import editorEn from '#resources/locales/en/editor.json' with { type: 'json' };
import errorsEn from '#resources/locales/en/errors.json' with { type: 'json' };
import exchangeEn from '#resources/locales/en/exchange.json' with { type: 'json' };
import findingsEn from '#resources/locales/en/findings.json' with { type: 'json' };
import helpEn from '#resources/locales/en/help.json' with { type: 'json' };
import importEn from '#resources/locales/en/import.json' with { type: 'json' };
import historyEn from '#resources/locales/en/history.json' with { type: 'json' };
import jobsEn from '#resources/locales/en/jobs.json' with { type: 'json' };
import libraryEn from '#resources/locales/en/library.json' with { type: 'json' };
import memoryEn from '#resources/locales/en/memory.json' with { type: 'json' };
import statisticsEn from '#resources/locales/en/statistics.json' with { type: 'json' };
import termsEn from '#resources/locales/en/terms.json' with { type: 'json' };
import matchesEn from '#resources/locales/en/matches.json' with { type: 'json' };
import unitTermsEn from '#resources/locales/en/unitTerms.json' with { type: 'json' };
import settingsEn from '#resources/locales/en/settings.json' with { type: 'json' };
import backupsEs from '#resources/locales/es/backups.json' with { type: 'json' };
import bundlesEs from '#resources/locales/es/bundles.json' with { type: 'json' };
import checksEs from '#resources/locales/es/checks.json' with { type: 'json' };
import commonEs from '#resources/locales/es/common.json' with { type: 'json' };
import editorEs from '#resources/locales/es/editor.json' with { type: 'json' };
import errorsEs from '#resources/locales/es/errors.json' with { type: 'json' };
import exchangeEs from '#resources/locales/es/exchange.json' with { type: 'json' };
import findingsEs from '#resources/locales/es/findings.json' with { type: 'json' };
import helpEs from '#resources/locales/es/help.json' with { type: 'json' };
import importEs from '#resources/locales/es/import.json' with { type: 'json' };
import historyEs from '#resources/locales/es/history.json' with { type: 'json' };
import jobsEs from '#resources/locales/es/jobs.json' with { type: 'json' };
import libraryEs from '#resources/locales/es/library.json' with { type: 'json' };
import memoryEs from '#resources/locales/es/memory.json' with { type: 'json' };
import statisticsEs from '#resources/locales/es/statistics.json' with { type: 'json' };
import termsEs from '#resources/locales/es/terms.json' with { type: 'json' };
import matchesEs from '#resources/locales/es/matches.json' with { type: 'json' };
import unitTermsEs from '#resources/locales/es/unitTerms.json' with { type: 'json' };
import settingsEs from '#resources/locales/es/settings.json' with { type: 'json' };
import menuEn from '#resources/locales/menu.en.json' with { type: 'json' };
import menuEs from '#resources/locales/menu.es.json' with { type: 'json' };
import type { InterfaceLanguage } from '#shared/contract/bridge.ts';

/** Spanish is the language of reference: its files give the keys their types. One namespace per feature. */
const es = {
  backups: backupsEs,
  bundles: bundlesEs,
  checks: checksEs,
  common: commonEs,
  editor: editorEs,
  errors: errorsEs,
  exchange: exchangeEs,
  findings: findingsEs,
  help: helpEs,
  import: importEs,
  history: historyEs,
  jobs: jobsEs,
  library: libraryEs,
  matches: matchesEs,
  menu: menuEs,
  memory: memoryEs,
  statistics: statisticsEs,
  terms: termsEs,
  settings: settingsEs,
  unitTerms: unitTermsEs,
};

/** Every namespace of the interface in both languages, in the page from the start: switching reads nothing. */
export const RESOURCES: Readonly<Record<InterfaceLanguage, typeof es>> = {
  es,
  en: {
    backups: backupsEn,
    bundles: bundlesEn,
    checks: checksEn,
    common: commonEn,
    editor: editorEn,
    errors: errorsEn,
    exchange: exchangeEn,
    findings: findingsEn,
    help: helpEn,
    import: importEn,
    history: historyEn,
    jobs: jobsEn,
    library: libraryEn,
    matches: matchesEn,
    menu: menuEn,
    memory: memoryEn,
    statistics: statisticsEn,
    terms: termsEn,
    settings: settingsEn,
    unitTerms: unitTermsEn,
  },
};

export type Namespaces = typeof es;
