/** `app://`: the only way a page gets at bytes. Roots are listed here; everything else is 404. */
import { lstat, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Session, protocol } from 'electron';
import { imageSize } from 'image-size';
import { INERT_POLICY, NONCE_MARK, PRINT_POLICY, freshNonce, pagePolicy } from './csp.ts';
import { APP_ORIGIN, PRINT_ORIGIN, places } from './places.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
const IMAGES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};
const MAX_IMAGE_BYTES = 64 * 1024 * 1024;
const MAX_IMAGE_PIXELS = 40_000_000;

/** Plain names only: no escapes, no dot files, no way up, no other drive. */
const SAFE_PATH = /^(?:[A-Za-z0-9_@-][A-Za-z0-9_@.-]*\/)*[A-Za-z0-9_@-][A-Za-z0-9_@.-]*$/u;
const HASH = /^[0-9a-f]{64}$/u;

/** Must run before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the application's page, the fonts, and images of the workspace by hash. */
export function servePages(session: Session, workspace: string): void {
  session.protocol.handle('app', async (request) => {
    const path = pathUnder(request, APP_ORIGIN);
    if (path === null) return refused();
    const [first, second, ...more] = path.split('/');
    if (first === 'file') return second !== undefined && more.length === 0 ? serveImage(workspace, second) : refused();
    if (first === 'fonts') return serveFile(places.fonts, path.slice('fonts/'.length));
    return path === '' || path === 'index.html' ? servePage() : serveFile(places.renderer, path);
  });
}

/** Serves pages to be printed from memory, and the fonts. */
export function servePrints(session: Session, page: (id: string) => string | undefined): void {
  session.protocol.handle('app', async (request) => {
    const path = pathUnder(request, PRINT_ORIGIN);
    if (path?.startsWith('fonts/') === true) return serveFile(places.fonts, path.slice('fonts/'.length));
    const html = path === null ? undefined : page(path);
    return html === undefined ? refused() : answer(html, 'text/html; charset=utf-8', PRINT_POLICY);
  });
}

/** The path below an origin, without the leading slash; `null` for other hosts, methods, and anything escaped. */
function pathUnder(request: Request, origin: string): string | null {
  const url = new URL(request.url);
  if (
    request.method !== 'GET' ||
    `${url.protocol}//${url.host}` !== origin ||
    url.username !== '' ||
    url.password !== ''
  )
    return null;
  const path = url.pathname.slice(1);
  return path === '' || SAFE_PATH.test(path) ? path : null;
}

async function servePage(): Promise<Response> {
  const nonce = freshNonce();
  const html = await readFile(join(places.renderer, 'index.html'), 'utf8');
  return answer(html.replaceAll(NONCE_MARK, nonce), 'text/html; charset=utf-8', pagePolicy(nonce));
}

async function serveFile(root: string, path: string): Promise<Response> {
  const type = TYPES[extname(path)];
  if (type === undefined || !SAFE_PATH.test(path)) return refused();
  try {
    return answer(await readFile(join(root, path)), type, INERT_POLICY);
  } catch {
    return refused();
  }
}

/** Only raster images, by what the bytes say; header read first, so that a huge one is never decoded. */
async function serveImage(workspace: string, hash: string): Promise<Response> {
  if (!HASH.test(hash)) return refused();
  try {
    const path = join(workspace, 'files', hash);
    const facts = await lstat(path);
    if (!facts.isFile() || facts.size > MAX_IMAGE_BYTES) return refused();
    const bytes = await readFile(path);
    const { type, width, height } = imageSize(bytes);
    const mime = IMAGES[type ?? ''];
    return mime === undefined || width * height > MAX_IMAGE_PIXELS ? refused() : answer(bytes, mime, INERT_POLICY);
  } catch {
    return refused();
  }
}

function answer(body: string | Uint8Array, type: string, policy: string): Response {
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}

function refused(): Response {
  return new Response(null, { status: 404, headers: { 'Content-Security-Policy': INERT_POLICY } });
}
