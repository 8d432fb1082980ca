/** Commands of the application menu and their keys, one table for the shell's menu and the renderer's tooltips. */

/**
 * Who listens to the keys. `shell`: the menu does and sends the command to the page. `page`: the page's own key handling
 * does, because the meaning depends on the caret (Ctrl+Z in a search field is not the document's undo); the menu only
 * shows the keys and sends the command when clicked.
 */
export type KeyOwner = 'shell' | 'page';

export interface MenuEntry {
  /** Electron accelerator: `CmdOrCtrl+O`. */
  readonly keys?: string;
  readonly owner: KeyOwner;
  /** Where the command makes sense; elsewhere it is greyed out. */
  readonly where: 'everywhere' | 'library' | 'document';
}

export const MENU = {
  // Archivo
  newToolkit: { keys: 'CmdOrCtrl+N', owner: 'shell', where: 'library' },
  importDocument: { keys: 'CmdOrCtrl+O', owner: 'shell', where: 'library' },
  exportFile: { keys: 'CmdOrCtrl+E', owner: 'shell', where: 'document' },
  exportPdf: { keys: 'CmdOrCtrl+Shift+E', owner: 'shell', where: 'document' },
  exportReview: { owner: 'shell', where: 'document' },
  exportXliff: { owner: 'shell', where: 'document' },
  exportXliff12: { owner: 'shell', where: 'document' },
  receiveReturned: { owner: 'shell', where: 'everywhere' },
  createBundle: { keys: 'CmdOrCtrl+Shift+B', owner: 'shell', where: 'everywhere' },
  verifyBundle: { owner: 'shell', where: 'everywhere' },
  editProfile: { owner: 'shell', where: 'everywhere' },
  showBackups: { owner: 'shell', where: 'everywhere' },
  resetSample: { owner: 'shell', where: 'library' },
  // Editar
  undo: { keys: 'CmdOrCtrl+Z', owner: 'page', where: 'everywhere' },
  redo: { keys: 'CmdOrCtrl+Y', owner: 'page', where: 'everywhere' },
  find: { keys: 'CmdOrCtrl+F', owner: 'shell', where: 'everywhere' },
  bold: { keys: 'CmdOrCtrl+B', owner: 'page', where: 'document' },
  italic: { keys: 'CmdOrCtrl+I', owner: 'page', where: 'document' },
  underline: { keys: 'CmdOrCtrl+U', owner: 'page', where: 'document' },
  link: { keys: 'CmdOrCtrl+K', owner: 'page', where: 'document' },
  // Ver
  showLibrary: { keys: 'CmdOrCtrl+L', owner: 'shell', where: 'everywhere' },
  showTerms: { keys: 'CmdOrCtrl+Shift+G', owner: 'shell', where: 'everywhere' },
  showMemory: { keys: 'CmdOrCtrl+Shift+M', owner: 'shell', where: 'everywhere' },
  showStatistics: { keys: 'CmdOrCtrl+Shift+S', owner: 'shell', where: 'everywhere' },
  toggleSidebar: { keys: 'F9', owner: 'shell', where: 'everywhere' },
  togglePanel: { keys: 'Shift+F9', owner: 'shell', where: 'document' },
  toggleReceived: { keys: 'Alt+R', owner: 'page', where: 'document' },
  showJobs: { owner: 'shell', where: 'everywhere' },
  languageEs: { owner: 'shell', where: 'everywhere' },
  languageEn: { owner: 'shell', where: 'everywhere' },
  // Documento
  confirmUnit: { keys: 'CmdOrCtrl+Enter', owner: 'page', where: 'document' },
  nextUnit: { keys: 'Alt+Down', owner: 'page', where: 'document' },
  previousUnit: { keys: 'Alt+Up', owner: 'page', where: 'document' },
  nextNeedsWork: { keys: 'F8', owner: 'shell', where: 'document' },
  nextFinding: { keys: 'F7', owner: 'page', where: 'document' },
  previousFinding: { keys: 'Shift+F7', owner: 'page', where: 'document' },
  fixFinding: { keys: 'Alt+C', owner: 'page', where: 'document' },
  searchMemory: { keys: 'F3', owner: 'page', where: 'document' },
  proposeTerm: { keys: 'Alt+Shift+T', owner: 'page', where: 'document' },
  pretranslate: { owner: 'shell', where: 'document' },
  unitActions: { keys: 'Alt+Enter', owner: 'page', where: 'document' },
  splitUnit: { owner: 'shell', where: 'document' },
  mergeUnit: { owner: 'shell', where: 'document' },
  addUnit: { owner: 'shell', where: 'document' },
  omitUnit: { owner: 'shell', where: 'document' },
  moveUnitUp: { keys: 'Alt+Shift+Up', owner: 'page', where: 'document' },
  moveUnitDown: { keys: 'Alt+Shift+Down', owner: 'page', where: 'document' },
  showHistory: { keys: 'CmdOrCtrl+H', owner: 'shell', where: 'document' },
  showAlignment: { owner: 'shell', where: 'document' },
  showImportReport: { owner: 'shell', where: 'document' },
  // Ayuda
  showShortcuts: { keys: 'F1', owner: 'shell', where: 'everywhere' },
  showAbout: { owner: 'shell', where: 'everywhere' },
} as const satisfies Record<string, MenuEntry>;

export type MenuCommand = keyof typeof MENU;

export const isMenuCommand = (name: unknown): name is MenuCommand =>
  typeof name === 'string' && Object.hasOwn(MENU, name);

/** In the order of the menu. */
export const MENU_COMMANDS: readonly MenuCommand[] = Object.keys(MENU).filter(isMenuCommand);
