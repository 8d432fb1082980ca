/** Native dialogs. What they return leaves this file as grants only. */
import { basename } from 'node:path';
import { type BrowserWindow, type FileFilter, app, dialog, shell } from 'electron';
import type { FileGrant, InterfaceLanguage, PickFolder, PickOpen, PickSave } from '#shared/contract/bridge.ts';
import type { Grants } from './grants.ts';
import { fill, textsIn } from './texts.ts';

const MAX_URL = 2_000;

const filtersOf = (filters: PickOpen['filters']): FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

export async function pickOpen(window: BrowserWindow, options: PickOpen, grants: Grants): Promise<FileGrant[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: options.title,
    filters: filtersOf(options.filters),
    properties: options.many ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  if (canceled) return [];
  const given = await Promise.all(filePaths.map((path) => grants.read(path)));
  return given.filter((grant) => grant !== null);
}

export async function pickSave(window: BrowserWindow, options: PickSave, grants: Grants): Promise<FileGrant | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: options.title,
    filters: filtersOf(options.filters),
    defaultPath: `${app.getPath('documents')}/${basename(options.name.replaceAll('\\', '/'))}`,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : grants.write(filePath);
}

export async function pickFolder(
  window: BrowserWindow,
  options: PickFolder,
  grants: Grants,
): Promise<FileGrant | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: options.title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [path] = filePaths;
  return canceled || path === undefined ? null : grants.folder(path);
}

/** The one way out: https and mailto, after the person has seen where it leads. Resolves to whether it was opened. */
export async function openExternal(
  window: BrowserWindow,
  address: string,
  language: InterfaceLanguage,
): Promise<boolean> {
  const target = externalTarget(address);
  if (target === null) return false;
  const { dialogs } = textsIn(language);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: target.mail ? fill(dialogs.writeMail, { host: target.host }) : dialogs.openLink,
    detail: target.mail ? '' : fill(dialogs.openLinkDetail, { host: target.host, url: target.url }),
    buttons: [dialogs.open, dialogs.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(target.url);
  return true;
}

/** What may be handed to the system, with the host to show; `null` for anything else. A page is asked for over TLS only. */
export function externalTarget(address: string): { url: string; host: string; mail: boolean } | null {
  if (address.length > MAX_URL || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:')
    // The address alone: some mail programs take a file to attach from what may follow it.
    return url.pathname.includes('@') ? { url: `mailto:${url.pathname}`, host: url.pathname, mail: true } : null;
  if (url.protocol === 'http:') url.protocol = 'https:';
  // A name before the host (https://bank.example@evil.example) only serves to mislead.
  return url.protocol === 'https:' && url.host !== '' && url.username === '' && url.password === ''
    ? { url: url.href, host: url.host, mail: false }
    : null;
}
