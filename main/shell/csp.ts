import { randomBytes } from 'node:crypto';

/** Stands in the built page where the nonce of the load belongs. */
export const NONCE_MARK = '__CSP_NONCE__';

export const freshNonce = (): string => randomBytes(16).toString('base64');

/** The policy of the application's page: own files only, styles also with the nonce of this load. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
  ].join('; ');
}

/** The policy of a page to be printed: it shows, and does nothing. */
export const PRINT_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The policy of anything that is not a page. */
export const INERT_POLICY = "default-src 'none'; sandbox";

/** With the development server only: its reloading needs inline scripts and a socket. */
export function devPolicy(server: URL): string {
  return `default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: app:; font-src 'self' data:; connect-src 'self' ws://${server.host}; object-src 'none'; frame-src 'none'`;
}
