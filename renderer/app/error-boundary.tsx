import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyDetail } from '#renderer/ui/error-notice.tsx';
import { go } from './routes.ts';

interface State {
  readonly error: AdaptaError | null;
}

/** Keeps the window when a view fails: says so, and leads back to the library. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: asAdaptaError(thrown) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Stopped error={this.state.error} onLeave={() => this.setState({ error: null })} />;
  }
}

function Stopped({ error, onLeave }: { readonly error: AdaptaError; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const leave = (): void => {
    go({ view: 'library' });
    onLeave();
  };
  return (
    <main className="page">
      <div className="page-card">
        <h1 className="page-title">{t('boundary.title')}</h1>
        <p>{t('boundary.body')}</p>
        <div>
          <Button look="primary" onPress={leave}>
            {t('boundary.home')}
          </Button>
          <CopyDetail error={error} />
        </div>
      </div>
    </main>
  );
}
