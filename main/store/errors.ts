import { AdaptaError, type ErrorCode } from '#shared/model/errors.ts';

const BY_SYSTEM_CODE: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EROFS: 'workspaceReadOnly',
  EACCES: 'workspaceReadOnly',
  EPERM: 'workspaceReadOnly',
};

const BY_SQLITE_CODE: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_READONLY', 'workspaceReadOnly'],
  ['SQLITE_CANTOPEN', 'workspaceReadOnly'],
  ['SQLITE_PERM', 'workspaceReadOnly'],
  ['SQLITE_NOTADB', 'workspaceDamaged'],
  ['SQLITE_CORRUPT', 'workspaceDamaged'],
  ['SQLITE_BUSY', 'workspaceBusy'],
  ['SQLITE_IOERR', 'ioError'],
];

/** What the operating system says (`EIO`), not what Node or SQLite say of a wrong call (`ERR_…`, `SQLITE_ERROR`). */
const SYSTEM_CODE = /^E(?!RR_)[A-Z0-9]+$/u;

/** Names what SQLite or the file system refused. An AdaptaError passes through; anything unknown is a fault. */
export function storeError(cause: unknown): AdaptaError {
  if (cause instanceof AdaptaError) return cause;
  const code = codeOf(cause);
  const known = BY_SYSTEM_CODE[code] ?? BY_SQLITE_CODE.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (known !== undefined) return new AdaptaError(known, { detail: code }, { cause });
  return new AdaptaError(SYSTEM_CODE.test(code) ? 'ioError' : 'internal', { detail: code }, { cause });
}

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}
