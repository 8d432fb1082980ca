import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemorySummary } from '#shared/contract/memory.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { useMemoryName } from './memory-name.ts';

/** The memories in the order they are asked. */
export function MemoryList({
  memories,
  shown,
  onShow,
}: {
  readonly memories: readonly MemorySummary[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}) {
  const { t } = useTranslation('memory');
  return (
    <ListBox
      aria-label={t('list')}
      className="memories"
      items={memories}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={shown === null ? [] : [shown]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onShow(String(key));
      }}
    >
      {(memory) => <Line memory={memory} />}
    </ListBox>
  );
}

function Line({ memory }: { readonly memory: MemorySummary }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const name = useMemoryName()(memory);
  const facts = [
    t('entries', { count: memory.entries, n: format.number(memory.entries) }),
    t('languages', { source: memory.sourceLanguage, target: memory.targetLanguage }),
    ...(memory.sandbox ? [t('practice')] : []),
    ...(memory.writable ? [] : [t('readOnly')]),
    ...(memory.enabled ? [] : [t('disabled')]),
  ];
  return (
    <ListBoxItem id={memory.id} textValue={name} className="memory-line" data-enabled={memory.enabled}>
      <Icon name={memory.writable ? 'edit' : 'archive'} size={14} />
      <span className="memory-name">{name}</span>
      <span className="muted memory-facts">{facts.join(' · ')}</span>
    </ListBoxItem>
  );
}
