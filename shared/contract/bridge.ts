/**
 * `window.adapta`: everything the page may ask of the shell. The preload implements it; the shell checks sender and
 * payload of each call in one place. Everything else goes over the engine's port.
 */
import { z } from 'zod';
import type { MenuCommand } from '#shared/contract/menu.ts';
import { type InterfaceLanguage, interfaceLanguageSchema } from '#shared/contract/settings.ts';
import type { ErrorCode, ErrorParams } from '#shared/model/errors.ts';

export const languageSchema = interfaceLanguageSchema;
export type { InterfaceLanguage };

/** A file the person chose, as the page may know it. `size` in bytes; 0 for a folder or a file not yet written. */
export interface FileGrant {
  readonly token: string;
  /** File name without folders. */
  readonly name: string;
  readonly size: number;
}

const filter = z.strictObject({
  name: z.string().max(200),
  /** Lower case, without the dot. */
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/u)).max(60),
});

export const pickOpenSchema = z.strictObject({
  title: z.string().max(200),
  filters: z.array(filter).max(10),
  /** Several files at once. */
  many: z.boolean(),
});
export type PickOpen = z.infer<typeof pickOpenSchema>;

export const pickSaveSchema = z.strictObject({
  title: z.string().max(200),
  filters: z.array(filter).max(10),
  /** File name proposed; folders in it are dropped. */
  name: z.string().max(255),
});
export type PickSave = z.infer<typeof pickSaveSchema>;

export const pickFolderSchema = z.strictObject({ title: z.string().max(200) });
export type PickFolder = z.infer<typeof pickFolderSchema>;

/** Which commands of the menu make sense now. */
export const menuPlaceSchema = z.enum(['library', 'document', 'dialog']);
export type MenuPlace = z.infer<typeof menuPlaceSchema>;

export type EngineState =
  | { readonly state: 'starting' }
  | { readonly state: 'ready' }
  /** The workspace could not be opened; `restartEngine` tries again. */
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** The process ended unasked. The port is dead; offer `restartEngine`, then ask for a new port at `ready`. */
  | { readonly state: 'gone' };

export interface PlatformInfo {
  readonly os: 'linux' | 'darwin' | 'win32';
  readonly appVersion: string;
  /** The language of the interface the shell starts with: the one chosen last, else Spanish. */
  readonly language: InterfaceLanguage;
}

export { PORT_MESSAGE } from '#shared/contract/port.ts';

/** `TFile` is the DOM's `File`; this folder knows no DOM. */
export interface AdaptaBridge<TFile> {
  readonly platform: PlatformInfo;
  /**
   * Asks for a fresh channel to the engine. The port cannot cross the preload as a value: it arrives as a `message` event
   * on window, from the window's own origin, with data `PORT_MESSAGE`. Earlier ports are closed.
   */
  requestPort(): void;
  /** Empty when cancelled. */
  pickOpen(options: PickOpen): Promise<readonly FileGrant[]>;
  pickSave(options: PickSave): Promise<FileGrant | null>;
  pickFolder(options: PickFolder): Promise<FileGrant | null>;
  /** For a file of a drop or paste event. `null` when it has no path (made by a script) or is no ordinary file. */
  grantDropped(file: TFile): Promise<FileGrant | null>;
  /** Shows a file written through a grant in the system's file manager. */
  reveal(token: string): Promise<void>;
  /** Returns the way to stop listening. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Called at once with the present state, then on every change. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  restartEngine(): Promise<void>;
  /** Puts plain text on the clipboard. Use this: the page itself has no permissions, so `navigator.clipboard` is refused. */
  copyText(text: string): Promise<void>;
  /** `save` runs before the window closes; the window waits for it, at most 3 s. One at a time: the last one given counts. */
  beforeClosing(save: () => Promise<void>): void;
  /** http(s) and mailto only, after asking the person with the host shown. Resolves to whether it was opened. */
  openExternal(url: string): Promise<boolean>;
  /** Menu and native dialogs change at once; remembered for the next start. Call it when the menu sends `languageEs` or `languageEn`. */
  setLanguage(language: InterfaceLanguage): Promise<void>;
  setMenuPlace(place: MenuPlace): void;
}
