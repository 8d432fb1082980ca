import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineState } from '#shared/contract/bridge.ts';
import { AdaptaError, type ErrorCode, type ErrorParams } from '#shared/model/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useBridge, useSession } from './session.ts';
import './app.css';

/** How the engine is, as the shell tells it. */
export function useEngineState(): EngineState {
  const { transport } = useSession();
  const [state, setState] = useState(transport.engineState());
  useEffect(() => transport.onEngineState(setState), [transport]);
  return state;
}

function useRestart(): { readonly restart: () => void; readonly restarting: boolean } {
  const bridge = useBridge();
  const [restarting, setRestarting] = useState(false);
  const restart = (): void => {
    setRestarting(true);
    void bridge.restartEngine().finally(() => setRestarting(false));
  };
  return { restart, restarting };
}

/** The engine ended unasked: what is on screen stays, and one button brings it back. */
export function EngineBanner() {
  const { t } = useTranslation();
  const { restart, restarting } = useRestart();
  return (
    <div className="engine-banner" role="alert">
      <Icon name="error" />
      <span className="engine-banner-text">{t('engine.gone')}</span>
      <Button look="primary" icon="reset" isDisabled={restarting} onPress={restart}>
        {t('engine.restart')}
      </Button>
    </div>
  );
}

/** The workspace could not be opened: why, and try again. */
export function EngineFailed({ code, params }: { readonly code: ErrorCode; readonly params: ErrorParams }) {
  const { t } = useTranslation();
  const { restart, restarting } = useRestart();
  return (
    <main className="page">
      <div className="page-card">
        <h1 className="page-title">{t('engine.failedTitle')}</h1>
        <ErrorNotice error={new AdaptaError(code, params)}>
          <Button look="plain" icon="reset" isDisabled={restarting} onPress={restart}>
            {t('action.retry')}
          </Button>
        </ErrorNotice>
      </div>
    </main>
  );
}
