/**
 * The control channel between the shell (Electron's main process) and the engine (utilityProcess). It travels over the
 * engine's `process.parentPort`, apart from the MessagePort that carries the contract between renderer and engine. Here
 * pass only the things neither side can do alone: ports, file grants, printing, start and end.
 */
import { z } from 'zod';
import { ERROR_CODES } from '#shared/model/errors.ts';

/**
 * What a person chose in a dialog or dropped on the window. The engine keeps token → path; the renderer only ever sees
 * token, name and size, and the engine refuses tokens it was never told (`unknownGrant`).
 */
export const grantSchema = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{32}$/u),
  /** Absolute. */
  path: z.string().min(1).max(32_767),
  /** `write` lets the engine create or replace exactly this file, or write inside exactly this folder. */
  access: z.enum(['read', 'write']),
  kind: z.enum(['file', 'folder']),
});
export type Grant = z.infer<typeof grantSchema>;

/**
 * How an HTML page becomes a PDF. Page size and margins come from the page's own `@page` rules, language and title from
 * `<html lang>` and `<title>`; tags and the outline (from h1…h6) are always on. The page runs no script and reaches
 * nothing but `data:` URLs and the bundled typeface: `<link rel="stylesheet" href="/fonts/noto-sans.css">`, then
 * `font-family: 'Noto Sans'` (400 and 700, upright and italic). Header and footer have the system's fonts only.
 */
export const printOptionsSchema = z.strictObject({
  /** HTML with the classes `pageNumber`, `totalPages`, `title`, `date` filled in by Chromium; inline styles only, font size must be set. */
  headerTemplate: z.string().max(200_000).optional(),
  footerTemplate: z.string().max(200_000).optional(),
  /** Millimetres, for when the page sets no `@page` margin. */
  margins: z
    .strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() })
    .partial()
    .optional(),
});
export type PrintOptions = z.infer<typeof printOptionsSchema>;

const requestId = z.int().nonnegative();
const errorCode = z.enum(ERROR_CODES);
const errorParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** Shell → engine. */
export const toEngineSchema = z.discriminatedUnion('type', [
  /** Always first. The engine opens the workspace and answers `ready` or `failed`. */
  z.strictObject({
    type: z.literal('start'),
    /** Absolute folder of the workspace; created when missing. */
    workspace: z.string().min(1),
    /** Absolute folder that holds `sample/`, `locales/` …; inside the archive when packaged (readable by node:fs). */
    resources: z.string().min(1),
    appVersion: z.string(),
  }),
  /** `ports[0]` of the event is the engine's end of a renderer's channel. A later port replaces the one of the same window. */
  z.strictObject({ type: z.literal('port'), window: z.int() }),
  z.strictObject({ type: z.literal('grant'), grant: grantSchema }),
  z.strictObject({ type: z.literal('printed'), id: requestId, bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ type: z.literal('printRefused'), id: requestId, code: z.enum(['printFailed', 'printUnavailable']) }),
  /** Commit what is pending, close the files, answer `closed`. The shell waits 5 s, then ends the process. */
  z.strictObject({ type: z.literal('quit') }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

/** Engine → shell. */
export const toShellSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  /** The workspace cannot be opened (`workspaceBusy`, `workspaceNewer` …). The window says so and offers to try again. */
  z.strictObject({ type: z.literal('failed'), code: errorCode, params: errorParams }),
  z.strictObject({ type: z.literal('print'), id: requestId, html: z.string(), options: printOptionsSchema }),
  z.strictObject({ type: z.literal('closed') }),
]);
export type ToShell = z.infer<typeof toShellSchema>;
