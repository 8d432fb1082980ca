/** The application menu. Its items send commands; only window matters (zoom, clipboard, quit) are Electron's own roles. */
import { Menu, type MenuItemConstructorOptions, app } from 'electron';
import type { InterfaceLanguage, MenuPlace } from '#shared/contract/bridge.ts';
import { MENU, type MenuCommand, type MenuEntry } from '#shared/contract/menu.ts';
import { textsIn } from './texts.ts';

export interface MenuHooks {
  command(command: MenuCommand): void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

export function showMenu(language: InterfaceLanguage, place: MenuPlace, hooks: MenuHooks): void {
  const texts = textsIn(language);

  const command = (name: MenuCommand): Item => {
    const entry: MenuEntry = MENU[name];
    return {
      id: name,
      label: texts.commands[name],
      ...(entry.keys === undefined ? {} : { accelerator: entry.keys }),
      registerAccelerator: entry.owner === 'shell',
      enabled: place !== 'dialog' && (entry.where === 'everywhere' || entry.where === place),
      click: () => hooks.command(name),
    };
  };
  const commands = (...names: MenuCommand[]): Item[] => names.map(command);
  const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label });

  const languages: Item[] = [
    { ...command('languageEs'), type: 'radio', checked: language === 'es' },
    { ...command('languageEn'), type: 'radio', checked: language === 'en' },
  ];

  const file: Item[] = [
    ...commands('newToolkit', 'importDocument'),
    LINE,
    ...commands('exportFile', 'exportPdf'),
    LINE,
    ...commands('exportReview', 'exportXliff', 'exportXliff12', 'receiveReturned'),
    LINE,
    ...commands('createBundle', 'verifyBundle'),
    LINE,
    ...commands('editProfile', 'showBackups', 'resetSample'),
    LINE,
    role('quit', texts.roles.quit),
  ];
  const edit: Item[] = [
    ...commands('undo', 'redo'),
    LINE,
    role('cut', texts.roles.cut),
    role('copy', texts.roles.copy),
    role('paste', texts.roles.paste),
    role('pasteAndMatchStyle', texts.roles.pastePlain),
    { ...role('selectAll', texts.roles.selectAll), registerAccelerator: false },
    LINE,
    ...commands('bold', 'italic', 'underline', 'link'),
    LINE,
    command('find'),
  ];
  const view: Item[] = [
    ...commands('showLibrary', 'showTerms', 'showMemory', 'showStatistics'),
    LINE,
    ...commands('toggleSidebar', 'togglePanel', 'toggleReceived', 'showJobs'),
    LINE,
    role('zoomIn', texts.roles.zoomIn),
    role('zoomOut', texts.roles.zoomOut),
    role('resetZoom', texts.roles.resetZoom),
    role('togglefullscreen', texts.roles.fullscreen),
    LINE,
    { label: texts.menus.language, submenu: languages },
    ...(app.isPackaged ? [] : [LINE, role('reload', texts.roles.reload), role('toggleDevTools', texts.roles.tools)]),
  ];
  const documentMenu: Item[] = [
    ...commands('confirmUnit', 'nextNeedsWork', 'nextUnit', 'previousUnit'),
    LINE,
    ...commands('nextFinding', 'previousFinding', 'fixFinding'),
    LINE,
    ...commands('searchMemory', 'proposeTerm', 'pretranslate'),
    LINE,
    ...commands('unitActions', 'splitUnit', 'mergeUnit', 'addUnit', 'omitUnit', 'moveUnitUp', 'moveUnitDown'),
    LINE,
    ...commands('showHistory', 'showAlignment', 'showImportReport'),
  ];
  const help: Item[] = commands('showShortcuts', 'showAbout');

  const submenu = (label: string, items: Item[]): Item => ({ label, submenu: items });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      submenu(texts.menus.file, file),
      submenu(texts.menus.edit, edit),
      submenu(texts.menus.view, view),
      submenu(texts.menus.document, documentMenu),
      submenu(texts.menus.help, help),
    ]),
  );
}
