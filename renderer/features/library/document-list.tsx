import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '#shared/contract/library.ts';
import { go } from '#renderer/app/routes.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { useNow } from '#renderer/i18n/use-now.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { MenuButton, type MenuEntries } from '#renderer/ui/menu.tsx';
import { moduleName, type ModuleShelf } from './order.ts';
import { FindingsCell, ModesCell, ProgressCell } from './progress-cell.tsx';
import { thingKey, type Thing } from './things.ts';

/** The documents of a toolkit under their modules, a row each: progress in words, adaptations, findings, last edit. */
export function DocumentList({
  label,
  modules,
  entries,
  onImport,
}: {
  readonly label: string;
  readonly modules: readonly ModuleShelf[];
  readonly entries: (thing: Thing) => MenuEntries;
  readonly onImport: (module: string) => void;
}) {
  return (
    <GridList aria-label={label} className="documents" selectionMode="none" keyboardNavigationBehavior="tab">
      {modules.map((shelf) => (
        <GridListSection
          key={shelf.module.id}
          id={shelf.module.id}
          className="module"
          aria-label={moduleName(shelf.module)}
        >
          <GridListHeader className="module-heading">
            <ModuleHeading shelf={shelf} entries={entries({ of: 'module', id: shelf.module.id })} />
          </GridListHeader>
          {shelf.documents.length === 0 ? <NoDocuments module={shelf.module.id} onImport={onImport} /> : null}
          {shelf.documents.map((document) => (
            <DocumentRow key={document.id} document={document} entries={entries({ of: 'document', id: document.id })} />
          ))}
        </GridListSection>
      ))}
    </GridList>
  );
}

/** What the columns of the rows count, for the eye: the rows say it in full to screen readers. */
export function ListHeads() {
  const { t } = useTranslation('library');
  return (
    <div className="row list-heads" aria-hidden="true">
      <span />
      <span>{t('heads.ready')}</span>
      <span>{t('heads.changed')}</span>
      <span>{t('heads.findings')}</span>
      <span className="row-edited">{t('heads.edited')}</span>
    </div>
  );
}

function NoDocuments({ module, onImport }: { readonly module: string; readonly onImport: (module: string) => void }) {
  const { t } = useTranslation('library');
  return (
    <GridListItem
      id={`none:${module}`}
      textValue={t('empty.module')}
      className="document document-none"
      onAction={() => onImport(module)}
    >
      <span className="document-invite">
        {t('empty.module')}
        <Button icon="import" onPress={() => onImport(module)}>
          {t('menu.import')}
        </Button>
      </span>
    </GridListItem>
  );
}

function ModuleHeading({ shelf, entries }: { readonly shelf: ModuleShelf; readonly entries: MenuEntries }) {
  const { t } = useTranslation(['library', 'common']);
  const name = moduleName(shelf.module);
  return (
    <span className="module-name" data-thing={thingKey({ of: 'module', id: shelf.module.id })}>
      <span className="module-number">{shelf.module.number}</span>
      <span>{shelf.module.title}</span>
      {shelf.module.archived ? <span className="badge">{t('archived')}</span> : null}
      <MenuButton label={t('menu.of', { name })} entries={entries}>
        <IconButton icon="more" small label={t('menu.of', { name })} />
      </MenuButton>
    </span>
  );
}

function DocumentRow({ document, entries }: { readonly document: DocumentSummary; readonly entries: MenuEntries }) {
  const { t } = useTranslation(['library', 'common']);
  const label = t('menu.of', { name: document.title });
  return (
    <GridListItem
      id={document.id}
      textValue={document.title}
      className="document"
      onAction={() => go({ view: 'document', id: document.id })}
    >
      <span
        className="row"
        data-thing={thingKey({ of: 'document', id: document.id })}
        data-archived={document.archived}
      >
        <span className="row-title">
          <span className="row-name">{document.title}</span>
          <span className="row-kind">
            {t(`common:documentKind.${document.kind}`)}
            {document.archived ? <span className="badge">{t('archived')}</span> : null}
          </span>
        </span>
        <ProgressCell progress={document.progress} />
        <ModesCell progress={document.progress} />
        <FindingsCell progress={document.progress} />
        <LastEdit at={document.lastEdit} />
        <MenuButton label={label} entries={entries}>
          <IconButton icon="more" small label={label} />
        </MenuButton>
      </span>
    </GridListItem>
  );
}

function LastEdit({ at }: { readonly at: string | null }) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const now = useNow();
  if (at === null) return <span className="row-edited muted">{t('neverEdited')}</span>;
  const date = new Date(at);
  return (
    <time className="row-edited" dateTime={at} title={`${format.day(date, now)} ${format.time(date)}`}>
      {format.ago(date, now)}
    </time>
  );
}
