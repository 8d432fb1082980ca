import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField, type KeyboardEvent } from 'react-aria-components';
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
  const [finder] = useState(() => new Finder(workbench));
  const input = useRef<HTMLInputElement>(null);
  const { query = '', count = 0, index = -1 } = find ?? {};

  useEffect(() => {
    input.current?.select();
    const stop = workbench.store.subscribe((state, before) => {
      if (state.version !== before.version) finder.search(state.find?.query ?? '', false);
    });
    return () => {
      stop();
      finder.clear();
    };
  }, [workbench, finder]);

  const close = (): void => {
    workbench.store.setState({ find: null });
    workbench.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'F3') finder.step(event.shiftKey ? -1 : 1);
    else event.continuePropagation();
  };
  const words =
    count === 0 ? t('find.none') : t('find.of', { at: format.number(index + 1), count: format.number(count) });

  return (
    <search className="find-bar">
      <TextField className="find-field" value={query} onChange={(next) => finder.type(next)} onKeyDown={keys}>
        <Label className="visually-hidden">{t('find.label')}</Label>
        <Input className="input" placeholder={t('find.label')} ref={input} />
      </TextField>
      <output className="find-count">{query === '' ? '' : words}</output>
      <IconButton icon="arrowUp" label={t('find.previous')} keys="Shift+Enter" small onPress={() => finder.step(-1)} />
      <IconButton icon="arrowDown" label={t('find.next')} keys="Enter" small onPress={() => finder.step(1)} />
      <IconButton icon="close" label={t('find.close')} keys="Esc" small onPress={close} />
    </search>
  );
}
