import { createHash } from 'node:crypto';
import type { BundleFile } from './types.ts';

/** RFC 8493, 2.1.1: the declaration, byte for byte. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** RFC 8493, 2.1.3: line ends and the per cent sign itself are percent-encoded in a path. */
export function encodeBagPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

/** The inverse of {@link encodeBagPath}; leaves other escapes alone, as the clause asks. */
export function decodeBagPath(path: string): string {
  return path.replaceAll(/%0A/giu, '\n').replaceAll(/%0D/giu, '\r').replaceAll('%25', '%');
}

/** A manifest of files relative to the bag, sorted by path. */
export function manifestText(files: readonly BundleFile[]): string {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256: hash }) => `${hash}  ${encodeBagPath(path)}\n`)
    .join('');
}

export type ManifestReading =
  | { readonly ok: true; readonly hashes: ReadonlyMap<string, string> }
  | { readonly ok: false };

/**
 * Reads a manifest (RFC 8493, 2.1.3); an asterisk before the path, as md5sum writes it, is allowed. Not ok: a line of
 * another form, a path twice, or one that leaves the bag (5.1 warns of them).
 */
export function readManifest(text: string): ManifestReading {
  const hashes = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (line.trim() === '') continue;
    const [, hash, encoded] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/u.exec(line) ?? [];
    if (hash === undefined || encoded === undefined) return { ok: false };
    const path = decodeBagPath(encoded).replace(/^\.\//u, '');
    if (leavesBag(path) || hashes.has(path)) return { ok: false };
    hashes.set(path, hash.toLowerCase());
  }
  return { ok: true, hashes };
}

function leavesBag(path: string): boolean {
  return /^[/~]|^[a-z]:|\\|\0/iu.test(path) || path.split('/').includes('..');
}

/** Labels and values of `bag-info.txt` (RFC 8493, 2.2.2); a value is one line. Empty values are left out. */
export function bagInfoText(entries: readonly (readonly [label: string, value: string])[]): string {
  return entries
    .map(([label, value]) => [label, value.replaceAll(/\s+/gu, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** Reads `bag-info.txt`: labels lower case, continued lines joined; of a repeated label the first. */
export function readBagInfo(text: string): ReadonlyMap<string, string> {
  const info = new Map<string, string>();
  const joined = text.replaceAll(/(?:\r\n|\n|\r)[ \t]+/gu, ' ');
  for (const line of joined.split(/\r\n|\n|\r/u)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const label = line.slice(0, colon).trim().toLowerCase();
    if (!info.has(label)) info.set(label, line.slice(colon + 1).trim());
  }
  return info;
}

/** RFC 8493, 2.2.2, `Payload-Oxum`: octets, a full stop, number of files. */
export function payloadOxum(payload: readonly BundleFile[]): string {
  return `${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`;
}
