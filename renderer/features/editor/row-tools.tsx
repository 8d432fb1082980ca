import { useEffect, useState, type MouseEvent as ReactMouseEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import { isLoose } from '#renderer/editor/structure.ts';
import { Icon, type IconName } from '#renderer/ui/icons.tsx';
import { useActiveUnitLater, useBench, useWorkbench } from './workbench-context.ts';
import type { Workbench } from './workbench.ts';

/**
 * Split, join, add, omit and move at the edge of the row under the mouse, or else of the one the caret is in. One group
 * for all rows, put into the row's gutter: rows stay light, and it moves and scrolls with its row. Outside the Tab order:
 * the row's menu (Alt+Enter) does the same by keyboard.
 */
export function RowTools() {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const asking = useBench((state) => state.reason !== null);
  const active = useActiveUnitLater();
  const [host] = useState(makeHost);
  const hovered = useHovered(workbench, host);
  const unit = hovered === null ? active : workbench.session.model.get(hovered);
  // A reason is asked for on that same edge.
  const id = asking ? undefined : unit?.id;

  useEffect(() => {
    if (id === undefined) return undefined;
    workbench.surface.row(id)?.querySelector('.gutter.mode')?.append(host);
    host.classList.remove('resting');
    return () => host.remove();
  }, [workbench, host, id]);
  useEffect(() => host.setAttribute('aria-label', t('tools')), [host, t]);

  if (unit === undefined || id === undefined || readOnly) return null;
  return createPortal(<Tools unit={unit} active={unit.id === active?.id} />, host);
}

function makeHost(): HTMLElement {
  const host = document.createElement('div');
  host.className = 'row-tools';
  host.role = 'group';
  host.contentEditable = 'false';
  return host;
}

/** The row under the mouse. While one types, the tools rest until the hand or the mouse does something else. */
function useHovered(workbench: Workbench, host: HTMLElement): UnitId | null {
  const [hovered, setHovered] = useState<UnitId | null>(null);
  useEffect(() => {
    const over = ({ target }: PointerEvent): void => {
      const row = target instanceof Element ? target.closest('.unit') : null;
      setHovered((row instanceof HTMLElement ? row.dataset['unit'] : undefined) ?? null);
    };
    const out = (): void => setHovered(null);
    const wake = (): void => host.classList.remove('resting');
    const rest = ({ key }: KeyboardEvent): void => {
      if (key.length > 1) return wake();
      setHovered(null);
      host.classList.add('resting');
    };
    return workbench.surface.editor.registerRootListener((root, before) => {
      before?.removeEventListener('pointerover', over);
      before?.removeEventListener('pointerleave', out);
      before?.removeEventListener('pointermove', wake);
      before?.removeEventListener('keydown', rest);
      root?.addEventListener('pointerover', over);
      root?.addEventListener('pointerleave', out);
      root?.addEventListener('pointermove', wake, { passive: true });
      root?.addEventListener('keydown', rest);
    });
  }, [workbench, host]);
  return hovered;
}

interface Tool {
  readonly id: 'split' | 'merge' | 'add' | 'omit' | 'remove' | 'up' | 'down';
  readonly icon: IconName;
  readonly keys?: string;
  readonly off: boolean;
  readonly act: () => void;
}

function Tools({ unit, active }: { readonly unit: UnitRecord; readonly active: boolean }) {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const { model } = workbench.session;
  const last = model.next(unit.id, unit.placement.container) === undefined;
  const first = model.previous(unit.id) === undefined;
  const tools: readonly Tool[] = [
    { id: 'split', icon: 'split', keys: 'Enter', off: !active, act: () => workbench.split() },
    { id: 'merge', icon: 'merge', off: last, act: () => workbench.merge() },
    { id: 'add', icon: 'add', off: false, act: () => workbench.addBelow() },
    isLoose(unit)
      ? { id: 'remove', icon: 'delete', keys: 'Alt+7', off: false, act: () => workbench.omit() }
      : { id: 'omit', icon: 'omit', keys: 'Alt+7', off: unit.mode === 'omitted', act: () => workbench.omit() },
    { id: 'up', icon: 'arrowUp', keys: 'Alt+Shift+↑', off: first, act: () => workbench.move(-1) },
    { id: 'down', icon: 'arrowDown', keys: 'Alt+Shift+↓', off: last, act: () => workbench.move(1) },
  ];
  const press = (act: () => void): void => {
    if (workbench.surface.active !== unit.id) workbench.go(unit.id);
    act();
  };
  return tools.map(({ id, icon, keys, off, act }) => (
    <button
      key={id}
      type="button"
      className="row-tool"
      tabIndex={-1}
      disabled={off}
      aria-label={t(`menu.${id}`)}
      title={keys === undefined ? t(`menu.${id}`) : `${t(`menu.${id}`)} (${keys})`}
      onMouseDown={keepCaret}
      onClick={() => press(act)}
    >
      <Icon name={icon} size={14} />
    </button>
  ));
}

/** The press is no move of the caret. */
function keepCaret(event: ReactMouseEvent): void {
  event.preventDefault();
}
