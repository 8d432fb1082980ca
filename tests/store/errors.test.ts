import { expect, test } from 'vitest';
import { storeError } from '#main/store/errors.ts';

function coded(code: string): Error {
  return Object.assign(new Error('x'), { code });
}

test.each([
  ['ENOSPC', 'diskFull'],
  ['SQLITE_FULL', 'diskFull'],
  ['EROFS', 'workspaceReadOnly'],
  ['SQLITE_CORRUPT_VTAB', 'workspaceDamaged'],
  ['SQLITE_IOERR_FSYNC', 'ioError'],
  ['EIO', 'ioError'],
])('%s is %s', (code, expected) => {
  expect(storeError(coded(code)).code).toBe(expected);
});

test.each(['ERR_MODULE_NOT_FOUND', 'ERR_INVALID_ARG_TYPE', 'SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_ERROR', ''])(
  'a mistake of ours is no fault of the disk: %s',
  (code) => {
    expect(storeError(coded(code))).toMatchObject({ code: 'internal', params: { detail: code } });
  },
);
