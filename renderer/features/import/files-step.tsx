import { useTranslation } from 'react-i18next';
import { useEffect, useRef, type RefObject } from 'react';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/contract/library.ts';
import { go } from '#renderer/app/routes.ts';
import { useBridge, useClient, type FileGrant } from '#renderer/app/session.ts';
import { DropTarget } from '#renderer/features/library/drop-target.tsx';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { moduleName, shelves } from '#renderer/features/library/order.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Select, TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { guessSides, type Sides } from './guess-sides.ts';
import { Known, PlanFailed, Reading } from './plan-notices.tsx';
import type { usePlan } from './use-plan.ts';

export interface FilesStepProps extends Sides {
  readonly planning: ReturnType<typeof usePlan>;
  readonly module: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string;
  readonly onFiles: (files: Sides) => void;
  readonly onModule: (module: string) => void;
  readonly onKind: (kind: DocumentKind) => void;
  readonly onTitle: (title: string) => void;
}

/** Step 1: the original, the received translation if there is one, and what the document is. */
export function FilesStep(props: FilesStepProps) {
  const { t } = useTranslation(['import', 'common']);
  const client = useClient();
  const bridge = useBridge();
  const { library, read } = useLibrary();
  const { source, received, planning, onFiles } = props;
  useEffect(() => {
    if (library === null) void read(client);
  }, [library, read, client]);

  const pick = async (side: keyof Sides): Promise<void> => {
    const { extensions, converted } = await client.imports.formats({});
    const files = await bridge.pickOpen({
      title: t(`pick.${side}`),
      filters: [{ name: t('pick.filter'), extensions: [...extensions, ...converted] }],
      many: side === 'source' && received === null,
    });
    const [first, second] = files;
    if (first === undefined) return;
    if (second !== undefined) onFiles(guessSides(files.slice(0, 2)));
    else onFiles({ source, received, [side]: first });
  };
  const drop = async (files: readonly File[]): Promise<void> => {
    const granted = await Promise.all(files.slice(0, 2).map((file) => bridge.grantDropped(file)));
    const usable = granted.filter((grant): grant is FileGrant => grant !== null);
    const [only] = usable;
    if (usable.length === 2) onFiles(guessSides(usable));
    else if (only !== undefined) onFiles(source === null ? { source: only, received } : { source, received: only });
  };
  const places = (library === null ? [] : shelves(library, false)).flatMap(({ toolkit, modules }) =>
    modules.map(({ module }) => ({ id: module.id, label: moduleName(module), hint: toolkit.name })),
  );

  return (
    <DropTarget onDrop={(files) => void drop(files)}>
      <div className="import-files">
        <div className="import-pair">
          <FileSlot
            side="source"
            file={source}
            hint={t('sideHint.source')}
            onPick={() => void pick('source')}
            onClear={() => onFiles({ source: null, received })}
          />
          <FileSlot
            side="received"
            file={received}
            hint={t(isBilingual(props) ? 'bringsTranslation' : 'sideHint.received')}
            onPick={() => void pick('received')}
            onClear={() => onFiles({ source, received: null })}
          />
        </div>
        {source === null || received === null ? null : (
          <div>
            <Button look="plain" icon="swap" onPress={() => onFiles({ source: received, received: source })}>
              {t('swap')}
            </Button>
          </div>
        )}
        {planning.state === 'reading' ? <Reading /> : null}
        {planning.error === null ? null : <PlanFailed error={planning.error} onRetry={planning.retry} />}
        {planning.plan === null ? null : (
          <Known known={planning.plan.known} onOpen={(document) => go({ view: 'document', id: document })} />
        )}
        <div className="import-form">
          <TextField
            label={t('form.title')}
            value={props.title}
            onChange={props.onTitle}
            maxLength={300}
            isDisabled={planning.plan === null}
          />
          <div className="form-pair">
            <Select
              label={t('form.kind')}
              value={props.kind}
              placeholder={t('form.kindLater')}
              isDisabled={planning.plan === null}
              onChange={props.onKind}
              choices={DOCUMENT_KINDS.map((id) => ({ id, label: t(`common:documentKind.${id}`) }))}
            />
            <Select
              label={t('form.module')}
              value={props.module}
              placeholder={t('form.modulePlaceholder')}
              onChange={props.onModule}
              choices={places}
            />
          </div>
        </div>
      </div>
    </DropTarget>
  );
}

/** Whether the one file chosen holds a translation already. */
function isBilingual({ received, planning: { plan } }: FilesStepProps): boolean {
  return received === null && (plan?.receivedReport?.words ?? 0) > 0;
}

function FileSlot({
  side,
  file,
  hint,
  onPick,
  onClear,
}: {
  readonly side: keyof Sides;
  readonly file: FileGrant | null;
  /** What belongs here, while nothing is here. */
  readonly hint: string;
  readonly onPick: () => void;
  readonly onClear: () => void;
}) {
  const { t } = useTranslation(['import', 'common']);
  const format = useFormat();
  const slot = useKeptFocus(file);
  return (
    <section ref={slot} className="file-slot" data-empty={file === null} aria-label={t(`side.${side}`)}>
      <h2>{t(`side.${side}`)}</h2>
      {file === null ? (
        <>
          <p className="muted">{hint}</p>
          <Button icon="document" onPress={onPick}>
            {t('choose')}
          </Button>
        </>
      ) : (
        <div className="file-chosen">
          <Icon name="document" />
          <span className="file-name">{file.name}</span>
          <span className="muted">{format.bytes(file.size)}</span>
          <IconButton icon="close" small label={t('common:action.remove')} onPress={onClear} />
        </div>
      )}
    </section>
  );
}

/** The button pressed goes when a file comes or is taken away: the one in its place has the focus then, not nothing. */
function useKeptFocus(file: FileGrant | null): RefObject<HTMLElement | null> {
  const slot = useRef<HTMLElement>(null);
  const before = useRef(file);
  useEffect(() => {
    if (before.current !== file && document.activeElement === document.body) {
      slot.current?.querySelector('button')?.focus();
    }
    before.current = file;
  }, [file]);
  return slot;
}
