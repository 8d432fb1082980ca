import { useTranslation } from 'react-i18next';
import { isLoose } from '#renderer/editor/structure.ts';
import { ContextMenu, type MenuEntries } from '#renderer/ui/menu.tsx';
import { modeEntries, statusEntries } from './row-entries.tsx';
import { useActiveUnit, useBench, useWorkbench } from './workbench-context.ts';

/** What can be done with the row one is in: Alt+Enter, its gutter signs, or the right mouse button. */
export function RowMenu() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const at = useBench((state) => state.menu);
  const readOnly = useBench((state) => state.readOnly);
  const unit = useActiveUnit();
  if (unit === undefined || at === null) return null;
  const close = (): void => {
    workbench.store.setState({ menu: null });
    if (workbench.store.getState().reason === null) workbench.focus();
  };
  const { model } = workbench.session;
  const loose = isLoose(unit);
  const entries: MenuEntries = [
    {
      id: 'confirm',
      label: t('menu.confirm'),
      keys: 'Ctrl+Enter',
      isDisabled: readOnly,
      onAction: () => workbench.confirm(),
    },
    {
      id: 'review',
      label: t('menu.review'),
      keys: 'Ctrl+Shift+Enter',
      isDisabled: readOnly,
      onAction: () => workbench.review(),
    },
    null,
    ...statusEntries(workbench, unit, t),
    null,
    ...modeEntries(workbench, unit, t),
    {
      id: 'audience',
      label: t(unit.audience === 'facilitator' ? 'menu.forEveryone' : 'menu.forFacilitator'),
      icon: 'person',
      keys: 'Alt+8',
      isDisabled: readOnly,
      onAction: () => workbench.toggleAudience(),
    },
    null,
    { id: 'add', label: t('menu.add'), icon: 'add', isDisabled: readOnly, onAction: () => workbench.addBelow() },
    {
      id: 'split',
      label: t('menu.split'),
      keys: 'Enter',
      isDisabled: readOnly,
      onAction: () => workbench.split(),
    },
    {
      id: 'merge',
      label: t('menu.merge'),
      isDisabled: readOnly || model.next(unit.id, unit.placement.container) === undefined,
      onAction: () => workbench.merge(),
    },
    {
      id: 'up',
      label: t('menu.up'),
      icon: 'arrowUp',
      keys: 'Alt+Shift+↑',
      isDisabled: readOnly || model.previous(unit.id) === undefined,
      onAction: () => workbench.move(-1),
    },
    {
      id: 'down',
      label: t('menu.down'),
      icon: 'arrowDown',
      keys: 'Alt+Shift+↓',
      isDisabled: readOnly || model.next(unit.id, unit.placement.container) === undefined,
      onAction: () => workbench.move(1),
    },
    ...(loose
      ? [
          {
            id: 'remove',
            label: t('menu.remove'),
            icon: 'delete',
            isDisabled: readOnly,
            onAction: () => workbench.omit(),
          } as const,
        ]
      : []),
    null,
    {
      id: 'received',
      label: t('menu.received'),
      keys: 'Alt+R',
      onAction: () => workbench.store.setState(({ received }) => ({ received: !received })),
    },
    {
      id: 'history',
      label: t('menu.history'),
      icon: 'history',
      keys: 'Ctrl+H',
      onAction: () => workbench.store.setState({ panel: 'history' }),
    },
  ];
  return <ContextMenu label={t('menu.label')} at={at} entries={entries} onClose={close} />;
}
