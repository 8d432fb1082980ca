import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField } from 'react-aria-components';
import { useFormat } from '#renderer/i18n/format.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Finder } from './finder.ts';
import { useBench, useWorkbench } from './workbench-context.ts';

/** Search in both columns, without regard to accents and case; opens with Ctrl+F, Esc goes back to the text. */
export function FindBar() {
  const open = useBench((state) => state.find !== null);
  return open ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const { t } = useTranslation('editor');
  const format = useFormat();
  const workbench = useWorkbench();
  const find = useBench((state) => state.find);
  const version = useBench((state) => state.version);
  const finder = useRef<Finder | null>(null);
  const input = useRef<HTMLInputElement>(null);
  finder.current ??= new Finder(workbench);

  const again = useEffectEvent(() => finder.current?.search(find?.query ?? '', false));
  useEffect(() => again(), [version]);
  useEffect(() => {
    input.current?.select();
    return () => finder.current?.clear();
  }, []);

  const close = (): void => {
    finder.current?.clear();
    workbench.store.setState({ find: null });
    workbench.focus();
  };
  const keys = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'F3') finder.current?.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { query = '', count = 0, index = -1 } = find ?? {};
  const words =
    query === ''
      ? ''
      : count === 0
        ? t('find.none')
        : t('find.of', { at: format.number(index + 1), count: format.number(count) });

  return (
    <div className="find-bar" role="search" onKeyDown={keys}>
      <TextField className="find-field" value={query} onChange={(next) => finder.current?.search(next, true)}>
        <Label className="visually-hidden">{t('find.label')}</Label>
        <Input className="input" placeholder={t('find.label')} ref={input} />
      </TextField>
      <span className="find-count" role="status">
        {words}
      </span>
      <IconButton
        icon="arrowUp"
        label={t('find.previous')}
        keys="Shift+Enter"
        small
        onPress={() => finder.current?.step(-1)}
      />
      <IconButton icon="arrowDown" label={t('find.next')} keys="Enter" small onPress={() => finder.current?.step(1)} />
      <IconButton icon="close" label={t('find.close')} keys="Esc" small onPress={close} />
    </div>
  );
}
