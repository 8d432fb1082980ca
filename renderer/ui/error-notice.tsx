import { useTranslation } from 'react-i18next';
import { useState, type ReactNode } from 'react';
import { errorDetail, errorSentences } from '#renderer/i18n/errors.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import './error-notice.css';

/** What happened, to which file, what is safe, what to do, and the detail for whoever helps. `bare`: inside something that has a frame. */
export function ErrorNotice({
  error,
  bare = false,
  children,
}: {
  readonly error: AdaptaError;
  readonly bare?: boolean;
  /** Buttons beside «Copiar detalle». */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['errors', 'common']);
  const { what, safe, todo } = errorSentences(error, t);
  const { file } = error.params;
  return (
    <div className={bare ? 'error-notice' : 'error-notice error-notice-framed'} role={bare ? undefined : 'alert'}>
      <Icon name="error" />
      <div className="error-notice-text">
        <p className="error-what">{what}</p>
        {file === undefined ? null : <p className="error-file">{file}</p>}
        <p>{todo}</p>
        <p className="muted">{safe}</p>
        <div className="error-notice-actions">
          {children}
          <CopyDetail error={error} />
        </div>
      </div>
    </div>
  );
}

/** Puts the error's detail on the clipboard. */
export function CopyDetail({ error }: { readonly error: AdaptaError }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await window.adapta.copyText(errorDetail(error, { version: window.adapta.platform.appVersion, at: new Date() }));
    setCopied(true);
  };
  return (
    <Button look="plain" icon="copy" onPress={() => void copy()}>
      {t(copied ? 'action.copied' : 'action.copyDetail')}
    </Button>
  );
}
