import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorySummary } from '#shared/contract/memory.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ConfirmDialog, Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { Checkbox, TextField } from '#renderer/ui/field.tsx';
import { MenuButton, type MenuEntries } from '#renderer/ui/menu.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useMemoryName } from './memory-name.ts';
import { useMemoryFiles } from './memory-files.ts';
import type { Memories } from './use-memories.ts';

/** What can be done with one memory: asked or not, written or not, its place, its files. */
export function MemoryTools({ memory, memories }: { readonly memory: MemorySummary; readonly memories: Memories }) {
  const { t } = useTranslation(['memory', 'common']);
  const client = useClient();
  const format = useFormat();
  const files = useMemoryFiles();
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const name = useMemoryName()(memory);
  const all = memories.memories ?? [];
  const at = all.findIndex(({ id }) => id === memory.id);
  const move = (by: -1 | 1): void => {
    const before = by === -1 ? all[at - 2] : all[at + 1];
    void memories.apply({ type: 'move', id: memory.id, after: before?.id ?? null });
  };
  const entries: MenuEntries = [
    {
      id: 'import',
      label: t('files.into'),
      icon: 'import',
      isDisabled: !memory.writable,
      onAction: () => void files.take(memory),
    },
    { id: 'export', label: t('files.export'), icon: 'export', onAction: () => void files.put(memory, name) },
    null,
    { id: 'up', label: t('up'), icon: 'arrowUp', isDisabled: at <= 0, onAction: () => move(-1) },
    { id: 'down', label: t('down'), icon: 'arrowDown', isDisabled: at === all.length - 1, onAction: () => move(1) },
    { id: 'rename', label: t('rename'), icon: 'edit', onAction: () => setAsked('rename') },
    {
      id: 'dedupe',
      label: t('dedupe'),
      icon: 'merge',
      isDisabled: !memory.writable,
      onAction: () =>
        void saying(async () => {
          const { removed } = await client.memory.deduplicate({ memory: memory.id });
          toast(t('deduped', { count: removed, n: format.number(removed) }));
        }),
    },
    null,
    {
      id: 'delete',
      label: t('delete'),
      icon: 'delete',
      danger: true,
      isDisabled: memory.kind !== 'imported',
      onAction: () => setAsked('delete'),
    },
  ];
  return (
    <div className="memory-tools">
      <h2>{name}</h2>
      <Checkbox
        isSelected={memory.enabled}
        onChange={(enabled) => void memories.apply({ type: 'enabled', id: memory.id, enabled })}
      >
        {t('enabled')}
      </Checkbox>
      <Checkbox
        isSelected={memory.writable}
        onChange={(writable) => void memories.apply({ type: 'writable', id: memory.id, writable })}
      >
        {t('writable')}
      </Checkbox>
      <MenuButton label={t('tools', { name })} entries={entries}>
        <IconButton icon="more" label={t('tools', { name })} />
      </MenuButton>
      {asked === 'rename' ? (
        <Rename
          name={name}
          onClose={() => setAsked(null)}
          onRename={(next) => void memories.apply({ type: 'rename', id: memory.id, name: next })}
        />
      ) : null}
      <ConfirmDialog
        title={t('deleteTitle', { name })}
        body={t('deleteBody', { count: memory.entries, n: format.number(memory.entries) })}
        confirm={t('delete')}
        isOpen={asked === 'delete'}
        onClose={() => setAsked(null)}
        onConfirm={() => void memories.apply({ type: 'delete', id: memory.id })}
      />
    </div>
  );
}

function Rename({
  name,
  onClose,
  onRename,
}: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onRename: (name: string) => void;
}) {
  const { t } = useTranslation(['memory', 'common']);
  const [next, setNext] = useState(name);
  const done = (): void => {
    onRename(next.trim());
    onClose();
  };
  return (
    <Dialog title={t('renameTitle', { name })} isOpen onClose={onClose}>
      <form
        className="memory-rename"
        onSubmit={(event) => {
          event.preventDefault();
          if (next.trim() !== '') done();
        }}
      >
        <TextField label={t('name')} value={next} onChange={setNext} maxLength={200} takesFocus />
        <DialogActions>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={next.trim() === ''}>
            {t('common:action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
