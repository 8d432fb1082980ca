import { MENU, type MenuCommand, type MenuEntry } from '#shared/contract/menu.ts';

const NAMES: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};
const MAC: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** Keys as people read them: `CmdOrCtrl+Shift+Up` → `Ctrl+Shift+↑`. */
export function printedKeys(accelerator: string, os: 'linux' | 'darwin' | 'win32'): string {
  return accelerator
    .split('+')
    .map((part) => (os === 'darwin' ? MAC[part] : undefined) ?? NAMES[part] ?? part)
    .join('+');
}

/** The keys of a menu command on this machine, for tooltips and menus; undefined when it has none. */
export function keysOf(command: MenuCommand): string | undefined {
  const entry: MenuEntry = MENU[command];
  return entry.keys === undefined ? undefined : printedKeys(entry.keys, window.adapta.platform.os);
}
