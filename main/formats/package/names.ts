import { AdaptaError } from '#shared/model/errors.ts';

const DRIVE = /^[a-z]:/iu;

/**
 * Refuses a name that could leave the archive's root on any system: absolute, with a drive, a backslash, a `..`
 * segment or a NUL. A backslash is refused wherever it stands, because Windows would take it for a separator.
 */
export function checkEntryName(name: string): void {
  const unsafe =
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    DRIVE.test(name) ||
    name.split('/').includes('..');
  if (unsafe) throw new AdaptaError('zipSlip', { name: name.slice(0, 200) });
}

/** The form under which two names are one on a file system that folds case or normalises (Windows, macOS). */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Resolves a relationship target against the folder of the part it belongs to; the result has no leading slash. */
export function resolvePartName(base: string, target: string): string {
  const bare = decodeTarget(target.replace(/[?#].*$/u, ''));
  const segments = bare.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const segment of bare.split(/[/\\]/u)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeTarget(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The part that holds a part's relationships (OPC part 2, 9.3.3). */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}
