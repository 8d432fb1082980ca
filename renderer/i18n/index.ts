import { changeLanguage, use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { InterfaceLanguage } from '#shared/contract/bridge.ts';
import { RESOURCES } from './resources.ts';

/** Sets the interface's language up; what is not translated falls back to Spanish. */
export async function startI18n(language: InterfaceLanguage): Promise<void> {
  await use(initReactI18next).init({
    lng: language,
    fallbackLng: 'es',
    supportedLngs: ['es', 'en'],
    defaultNS: 'common',
    resources: RESOURCES,
    returnNull: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    // A parameter the engine did not send leaves no trace in a sentence.
    missingInterpolationHandler: () => '',
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Switches at once; the caller remembers it (settings, shell). */
export async function switchLanguage(language: InterfaceLanguage): Promise<void> {
  await changeLanguage(language);
  document.documentElement.lang = language;
}
