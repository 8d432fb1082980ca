import { useTranslation } from 'react-i18next';
import type { Mode, Status } from '#shared/model/unit.ts';
import './signs.css';

/* Drawn, not typed: no bundled font holds ○ ◐ ● ◆ in one weight, and systems differ. */
const STATUS_SHAPES: Readonly<Record<Status, React.JSX.Element>> = {
  untranslated: <circle cx="8" cy="8" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  draft: (
    <>
      <circle cx="8" cy="8" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 3.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
    </>
  ),
  translated: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  reviewed: <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  approved: <path d="M8 1.75 14.25 8 8 14.25 1.75 8z" fill="currentColor" />,
};

const MODE_SHAPES: Readonly<Record<Mode, React.JSX.Element>> = {
  faithful: <path d="M3.5 8h9" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  adapted: (
    <path
      d="M3 6.5c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0M3 11c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
  added: <path d="M8 3.5v9M3.5 8h9" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  omitted: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.25" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
};

/** The sign of a status; decoration unless `named` (then it says the word to screen readers). */
export function StatusSign({ status, named = false }: { readonly status: Status; readonly named?: boolean }) {
  const { t } = useTranslation();
  return (
    <svg
      className={`sign status-${status}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      {...(named ? { role: 'img', 'aria-label': t(`status.${status}`) } : { 'aria-hidden': true })}
    >
      {STATUS_SHAPES[status]}
    </svg>
  );
}

/** The sign of a mode; decoration unless `named`. */
export function ModeSign({ mode, named = false }: { readonly mode: Mode; readonly named?: boolean }) {
  const { t } = useTranslation();
  return (
    <svg
      className={`sign mode-${mode}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      {...(named ? { role: 'img', 'aria-label': t(`mode.${mode}`) } : { 'aria-hidden': true })}
    >
      {MODE_SHAPES[mode]}
    </svg>
  );
}

/** Sign and word of a status. */
export function StatusLabel({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return (
    <span className={`sign-label status-${status}`}>
      <StatusSign status={status} />
      {t(`status.${status}`)}
    </span>
  );
}

/** Sign and word of a mode. */
export function ModeLabel({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation();
  return (
    <span className={`sign-label mode-${mode}`}>
      <ModeSign mode={mode} />
      {t(`mode.${mode}`)}
    </span>
  );
}
