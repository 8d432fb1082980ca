import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '#renderer/app/frame/frame.tsx';
import { StatusContent } from '#renderer/app/frame/status-line.tsx';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { go } from '#renderer/app/routes.ts';
import { useClient, useEngineEvent, useSession } from '#renderer/app/session.ts';
import { keysOf } from '#renderer/features/help/keys.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { SearchField } from '#renderer/ui/field.tsx';
import { ContextMenu, MenuButton } from '#renderer/ui/menu.tsx';
import { DocumentList, ListHeads } from './document-list.tsx';
import { DropTarget } from './drop-target.tsx';
import { LibraryDialogs, type Asked } from './library-dialogs.tsx';
import { useLibrary } from './library-store.ts';
import { documentsOf, LibraryToolbar } from './library-toolbar.tsx';
import { LibraryTree } from './library-tree.tsx';
import { searched, shelves as shelvesOf, type ToolkitShelf } from './order.ts';
import { Places } from './places.tsx';
import { SampleNote, useSampleReset } from './sample.tsx';
import { nameOf, thingKey, type Thing } from './things.ts';
import { useThingEntries } from './thing-menu.tsx';
import { useImportFiles } from './use-import-files.ts';
import { useActions } from './use-actions.ts';
import { thingAt, thingKeys } from './use-thing-keys.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useShownPlace } from './use-shown-place.ts';
import { useReadyWords } from './use-ready-words.ts';
import './library.css';

/** Home: toolkits in the sidebar, the documents of one in the middle. */
export function LibraryView() {
  const { t } = useTranslation('library');
  const { transport } = useSession();
  const client = useClient();
  const { library, error, read } = useLibrary();
  const actions = useActions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const [context, setContext] = useState<{ readonly thing: Thing; readonly x: number; readonly y: number } | null>(
    null,
  );
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const all = library === null ? [] : searched(shelvesOf(library, withArchived), query);
  const place = useShownPlace(all);
  const readyWords = useReadyWords(place.shown);
  const reset = useSampleReset();
  const importFiles = useImportFiles(place.module ?? place.shown?.modules[0]?.module.id ?? null);

  useEffect(() => transport.onConnected(() => void read(client)), [transport, client, read]);
  useEngineEvent('libraryChanged', () => void read(client));
  useUndoKeys(actions);
  useMenuCommand('find', () => search.current?.focus());
  useMenuCommand('newToolkit', () => setAsked({ ask: 'newToolkit' }));
  useMenuCommand('importDocument', () => importFiles.pick());
  useMenuCommand('createBundle', () => go({ view: 'bundle', documents: documentsOf(place.shown) }));
  useMenuCommand('resetSample', reset.ask);

  const entries = useThingEntries(
    library,
    actions,
    (ask, thing) => setAsked({ ask, thing }),
    (module) => importFiles.pick(module),
  );
  const openContext = (event: React.MouseEvent): void => {
    const thing = thingAt(event.target) ?? thingAt(within(event.target));
    if (thing === null) return;
    event.preventDefault();
    setContext({ thing, ...pointOf(event) });
  };
  const keys = (event: React.KeyboardEvent): void =>
    thingKeys(event, actions, (thing) => setAsked({ ask: 'rename', thing }));
  const title = place.shown?.toolkit.name ?? t('title');

  return (
    <>
      <Frame
        title={title}
        mainLabel={title}
        sidebarLabel={t('toolkits')}
        sidebar={
          <div className="sidebar" onKeyDownCapture={keys} onContextMenu={openContext} role="presentation">
            <div className="sidebar-heading">
              <h2>{t('toolkits')}</h2>
              <MenuButton
                label={t('add')}
                entries={[
                  {
                    id: 'toolkit',
                    label: t('newToolkit'),
                    icon: 'kit',
                    ...keysEntry('newToolkit'),
                    onAction: () => setAsked({ ask: 'newToolkit' }),
                  },
                  {
                    id: 'module',
                    label: t('newModule'),
                    icon: 'add',
                    isDisabled: place.shown === null,
                    onAction: () => {
                      if (place.shown !== null)
                        setAsked({ ask: 'newModule', thing: { of: 'toolkit', id: place.shown.toolkit.id } });
                    },
                  },
                  null,
                  {
                    id: 'archived',
                    label: t('archivedShown'),
                    icon: withArchived ? 'check' : 'archive',
                    onAction: () => setWithArchived(!withArchived),
                  },
                ]}
              >
                <IconButton icon="add" small label={t('add')} />
              </MenuButton>
            </div>
            <div className="sidebar-search">
              <SearchField label={t('search')} value={query} onChange={setQuery} inputRef={search} />
            </div>
            <LibraryTree
              shelves={all}
              shown={place.key}
              expanded={query === '' ? place.expanded : everyKey(all)}
              onExpanded={place.setExpanded}
              onShow={place.show}
            />
            <Places />
          </div>
        }
        toolbar={
          <LibraryToolbar
            shelf={place.shown}
            entries={entries}
            onImport={() => importFiles.pick()}
            onBundle={() => go({ view: 'bundle', documents: documentsOf(place.shown) })}
          />
        }
      >
        <DropTarget onDrop={importFiles.drop}>
          <div className="library-main" onKeyDownCapture={keys} onContextMenu={openContext} role="presentation">
            {error === null ? null : <ErrorNotice error={error} />}
            {place.shown?.toolkit.sandbox === true ? <SampleNote onReset={reset.ask} /> : null}
            {library === null ? null : (
              <Shown
                shelf={place.shown}
                searching={query !== ''}
                entries={entries}
                onAsk={setAsked}
                onImport={importFiles.pick}
              />
            )}
          </div>
        </DropTarget>
      </Frame>
      {library === null ? null : (
        <LibraryDialogs
          asked={asked}
          library={library}
          onClose={() => setAsked(null)}
          onDo={(command) => {
            const thing = asked !== null && 'thing' in asked ? asked.thing : null;
            const said =
              command.type === 'moveDocument' && thing !== null
                ? t('done.moved', { name: nameOf(thing, library) })
                : undefined;
            void (async () => {
              const done = await actions.apply(command, said);
              if (done && command.type === 'createToolkit') place.show({ of: 'toolkit', id: command.id });
            })();
          }}
        />
      )}
      <ContextMenu
        at={context}
        onClose={() => setContext(null)}
        label={context === null || library === null ? '' : t('menu.of', { name: nameOf(context.thing, library) })}
        entries={context === null ? [] : entries(context.thing)}
      />
      {reset.dialog}
      <StatusContent>{readyWords}</StatusContent>
    </>
  );
}

function Shown({
  shelf,
  searching,
  entries,
  onAsk,
  onImport,
}: {
  readonly shelf: ToolkitShelf | null;
  readonly searching: boolean;
  readonly entries: React.ComponentProps<typeof DocumentList>['entries'];
  readonly onAsk: (asked: Asked) => void;
  readonly onImport: (module: string) => void;
}) {
  const { t } = useTranslation('library');
  if (shelf === null) {
    return (
      <EmptyState text={t('empty.library')}>
        <Button look="primary" icon="add" onPress={() => onAsk({ ask: 'newToolkit' })}>
          {t('newToolkit')}
        </Button>
      </EmptyState>
    );
  }
  if (shelf.modules.length === 0 && searching) return <EmptyState text={t('nothingFound')} />;
  if (shelf.modules.length === 0) {
    return (
      <EmptyState text={t('empty.toolkit')}>
        <Button
          look="primary"
          icon="add"
          onPress={() => onAsk({ ask: 'newModule', thing: { of: 'toolkit', id: shelf.toolkit.id } })}
        >
          {t('newModule')}
        </Button>
      </EmptyState>
    );
  }
  const any = documentsOf(shelf).length > 0;
  return (
    <>
      {any ? <ListHeads /> : null}
      <DocumentList
        label={t('documentsOf', { name: shelf.toolkit.name })}
        modules={shelf.modules}
        entries={entries}
        onImport={onImport}
      />
      {any ? <p className="muted">{t('dropHint')}</p> : null}
    </>
  );
}

/** All of a tree open: what was found must be in sight. */
function everyKey(all: readonly ToolkitShelf[]): ReadonlySet<string> {
  return new Set(
    all.flatMap(({ toolkit, modules }) => [
      thingKey({ of: 'toolkit', id: toolkit.id }),
      ...modules.map(({ module }) => thingKey({ of: 'module', id: module.id })),
    ]),
  );
}

function keysEntry(command: 'newToolkit'): { readonly keys?: string } {
  const keys = keysOf(command);
  return keys === undefined ? {} : { keys };
}

/** The labelled part of the row an element stands in: the menu key and the right button act on whole rows. */
function within(target: EventTarget): Element | null {
  return target instanceof Element ? (target.closest('[role="row"]')?.querySelector('[data-thing]') ?? null) : null;
}

/** Where a context menu opens; the menu key reports no pointer. */
function pointOf(event: React.MouseEvent): { readonly x: number; readonly y: number } {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const box = (event.target as Element).getBoundingClientRect();
  return { x: box.left + 24, y: box.bottom };
}
