/**
 * The one place where calls from a page arrive: each is checked for its sender (a window of ours, its main frame, our
 * origin) and its payload (schema) before anything else happens. Nothing else in the application listens to pages.
 */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import {
  languageSchema,
  menuPlaceSchema,
  pickFolderSchema,
  pickOpenSchema,
  pickSaveSchema,
} from '#shared/contract/bridge.ts';
import { CALL } from './channels.ts';
import { logLine } from './log.ts';
import { APP_ORIGIN, devServer } from './places.ts';

const nothing = z.undefined();

/** What each call carries. */
const PAYLOAD = {
  requestPort: nothing,
  pickOpen: pickOpenSchema,
  pickSave: pickSaveSchema,
  pickFolder: pickFolderSchema,
  grantDropped: z.string().min(1).max(32_767),
  reveal: z.string().regex(/^[0-9a-f]{32}$/u),
  copyText: z.string().max(1_000_000),
  restartEngine: nothing,
  openExternal: z.string().max(2_000),
  setLanguage: languageSchema,
  setMenuPlace: menuPlaceSchema,
  readyToClose: nothing,
} as const satisfies Record<keyof typeof CALL, z.ZodType>;

type CallName = keyof typeof CALL;

/** One handler per call; the payload has been checked, the window is the sender's. */
export type CallHandlers = {
  readonly [Name in CallName]: (payload: z.infer<(typeof PAYLOAD)[Name]>, window: BrowserWindow) => unknown;
};

export function listenToPages(windows: ReadonlySet<BrowserWindow>, handlers: CallHandlers): void {
  for (const name of Object.keys(CALL) as CallName[]) {
    const schema: z.ZodType = PAYLOAD[name];
    // The table above ties each handler to its schema, which the loop's union of names cannot express.
    const handler = handlers[name] as (payload: unknown, window: BrowserWindow) => unknown;
    ipcMain.handle(CALL[name], async (event, payload: unknown) => {
      const window = trustedSender(event, windows);
      const parsed = schema.safeParse(payload);
      if (window === null || !parsed.success) {
        logLine('warn', 'call refused', { call: name, sender: window !== null });
        throw new Error('refused');
      }
      return handler(parsed.data, window);
    });
  }
}

function trustedSender(event: IpcMainInvokeEvent, windows: ReadonlySet<BrowserWindow>): BrowserWindow | null {
  const window = BrowserWindow.fromWebContents(event.sender);
  const frame = event.senderFrame;
  if (window === null || !windows.has(window) || frame === null || frame !== event.sender.mainFrame) return null;
  return frame.origin === (devServer()?.origin ?? APP_ORIGIN) ? window : null;
}
