import { useRef, useState } from 'react';
import { GridList, GridListItem, type Selection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemoryEntry, MemorySummary } from '#shared/contract/memory.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Checkbox, SearchField, TextField } from '#renderer/ui/field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { OriginWords } from './entry-words.tsx';
import { useMemoryName } from './memory-name.ts';
import { PAGE, useEntries } from './use-entries.ts';

/** What a memory holds, the newest first: to look through, mend and clear out. */
export function EntryTable({ memory, changes }: { readonly memory: MemorySummary; readonly changes: number }) {
  const { t } = useTranslation(['memory', 'common']);
  const client = useClient();
  const format = useFormat();
  const name = useMemoryName()(memory);
  const [filter, setFilter] = useState('');
  const [from, setFrom] = useState(0);
  const [selected, setSelected] = useState<Selection>(new Set());
  const [edited, setEdited] = useState<MemoryEntry | null>(null);
  const page = useEntries(memory.id, filter, from, changes);
  const entries = page.answer?.entries ?? [];
  const search = useRef<HTMLInputElement>(null);
  /** What is chosen is on the page that is seen: nothing unseen is deleted. */
  const turnTo = (next: number): void => {
    setFrom(next);
    setSelected(new Set());
  };
  const total = page.answer?.total ?? 0;
  // The last page may have lost its last entry.
  if (from > 0 && page.answer !== null && from >= total) turnTo(Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE);
  const chosen = selected === 'all' ? entries : entries.filter(({ id }) => selected.has(id));
  const remove = async (): Promise<void> => {
    await saying(async () => {
      const { undo } = await client.memory.deleteEntries({ ids: chosen.map(({ id }) => id) });
      setSelected(new Set());
      search.current?.focus();
      toast(t('deleted', { count: undo.length, n: format.number(undo.length) }), {
        label: t('common:action.undo'),
        run: () => void saying(async () => await client.memory.restoreEntries({ entries: undo })),
      });
    });
  };
  return (
    <>
      <div className="entries-bar">
        <SearchField
          label={t('filter')}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            turnTo(0);
          }}
          inputRef={search}
        />
        <Button
          look="plain"
          icon="delete"
          isDisabled={chosen.length === 0 || !memory.writable}
          onPress={() => void remove()}
        >
          {t('deleteChosen')}
        </Button>
        <Pager from={from} total={total} onGo={turnTo} />
      </div>
      {page.error === null ? null : <ErrorNotice error={page.error} />}
      {page.answer?.entries.length === 0 ? (
        <EmptyState text={t(filter === '' ? 'emptyMemory' : 'nothingFound')} />
      ) : null}
      {entries.length === 0 ? null : (
        <GridList
          aria-label={t('entriesOf', { name })}
          className="entries"
          items={entries}
          selectionMode="multiple"
          selectedKeys={selected}
          onSelectionChange={setSelected}
        >
          {(entry) => (
            <GridListItem id={entry.id} textValue={entry.source} className="entry">
              <Checkbox slot="selection" />
              <span lang={memory.sourceLanguage}>{entry.source}</span>
              <span lang={memory.targetLanguage}>{entry.target}</span>
              <IconButton
                icon="edit"
                small
                label={t('edit')}
                isDisabled={!memory.writable}
                onPress={() => setEdited(entry)}
              />
              <span className="entry-origin muted">
                <OriginWords origin={entry.origin} />
              </span>
            </GridListItem>
          )}
        </GridList>
      )}
      {edited === null ? null : <EditEntry entry={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Pager({
  from,
  total,
  onGo,
}: {
  readonly from: number;
  readonly total: number;
  readonly onGo: (from: number) => void;
}) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  if (total === 0) return null;
  const to = Math.min(from + PAGE, total);
  return (
    <span className="pager">
      <span className="muted">
        {t('page', { from: format.number(from + 1), to: format.number(to), total: format.number(total) })}
      </span>
      <IconButton icon="back" small label={t('pageBefore')} isDisabled={from === 0} onPress={() => onGo(from - PAGE)} />
      <IconButton icon="chevron" small label={t('pageAfter')} isDisabled={to === total} onPress={() => onGo(to)} />
    </span>
  );
}

function EditEntry({ entry, onClose }: { readonly entry: MemoryEntry; readonly onClose: () => void }) {
  const { t } = useTranslation(['memory', 'common']);
  const client = useClient();
  const [source, setSource] = useState(entry.source);
  const [target, setTarget] = useState(entry.target);
  const save = async (): Promise<void> => {
    const done = await saying(async () => await client.memory.editEntry({ id: entry.id, source, target }));
    if (done === null) return;
    const { before } = done;
    toast(t('edited'), {
      label: t('common:action.undo'),
      run: () =>
        void saying(
          async () => await client.memory.editEntry({ id: before.id, source: before.source, target: before.target }),
        ),
    });
    onClose();
  };
  return (
    <Dialog title={t('editTitle')} isOpen onClose={onClose} wide>
      <TextField label={t('source')} lines={4} value={source} onChange={setSource} maxLength={20_000} takesFocus />
      <TextField label={t('target')} lines={4} value={target} onChange={setTarget} maxLength={20_000} />
      <p className="muted">
        <OriginWords origin={entry.origin} />
      </p>
      <DialogActions>
        <Button onPress={onClose}>{t('common:action.cancel')}</Button>
        <Button look="primary" isDisabled={source.trim() === ''} onPress={() => void save()}>
          {t('common:action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
