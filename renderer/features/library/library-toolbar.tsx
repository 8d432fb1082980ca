import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { MenuButton, type MenuEntries } from '#renderer/ui/menu.tsx';
import type { ToolkitShelf } from './order.ts';
import type { Thing } from './things.ts';

/** The toolkit's name with its actions, and the two ways on: a bundle out, a document in. */
export function LibraryToolbar({
  shelf,
  entries,
  onImport,
  onBundle,
}: {
  readonly shelf: ToolkitShelf | null;
  readonly entries: (thing: Thing) => MenuEntries;
  readonly onImport: () => void;
  readonly onBundle: () => void;
}) {
  const { t } = useTranslation('library');
  return (
    <>
      <h1 className="toolbar-title">{shelf?.toolkit.name ?? t('title')}</h1>
      {shelf === null ? null : (
        <>
          <span className="toolbar-language">{shelf.toolkit.targetLanguage}</span>
          <MenuButton
            label={t('toolkitActions')}
            placement="bottom start"
            entries={entries({ of: 'toolkit', id: shelf.toolkit.id })}
          >
            <IconButton icon="more" small label={t('toolkitActions')} />
          </MenuButton>
        </>
      )}
      <span className="toolbar-space" />
      <Button icon="bundle" onPress={onBundle} isDisabled={documentsOf(shelf).length === 0}>
        {t('workshop')}
      </Button>
      <Button look="primary" icon="import" onPress={onImport} isDisabled={shelf === null || shelf.modules.length === 0}>
        {t('import')}
      </Button>
    </>
  );
}

/** All documents of a toolkit, in the order shown. */
export function documentsOf(shelf: ToolkitShelf | null): readonly string[] {
  return shelf?.modules.flatMap(({ documents }) => documents.map((document) => document.id)) ?? [];
}
