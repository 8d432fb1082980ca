import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { adapta } from './run-cli.ts';

function error(code: string, params: unknown = expect.anything()) {
  return { error: { code, params } };
}

test.each([
  ['no command', []],
  ['an unknown command', ['fly']],
  ['an unknown option', ['inspect', 'a.docx', '--fast']],
  ['a missing argument', ['inspect']],
  ['one argument too many', ['inspect', 'a.docx', 'b.docx']],
  ['a missing option', ['units', 'x']],
  ['a wrong kind', ['import', 'a.docx', '--kind', 'poem', '--workspace', '/nowhere']],
  ['an empty module', ['import', 'a.docx', '--module', ' ', '--workspace', '/nowhere']],
  ['an empty seed', ['rewrite', 'a.docx', '--seed', '', '--out', 'b.docx']],
  ['a wrong seed', ['rewrite', 'a.docx', '--seed', 'x', '--out', 'b.docx']],
])('%s is bad usage: 2', (_what, args) => {
  expect(adapta(...args)).toMatchObject({ code: 2, json: error('badRequest') });
});

test('a file or workspace that is not there: 2', () => {
  expect(adapta('inspect', '/nowhere/a.docx')).toMatchObject({ code: 2, json: error('fileNotFound') });
  expect(adapta('units', 'x', '--workspace', '/nowhere')).toMatchObject({ code: 2, json: error('fileNotFound') });
});

test('a file that is refused: 3', () => {
  const path = join(temporaryFolder(), 'a.docx');
  writeFileSync(path, 'no document');
  expect(adapta('inspect', path)).toMatchObject({ code: 3, json: error('notAnOfficeFile') });
});

test('a first import that is refused leaves no workspace behind', () => {
  const folder = temporaryFolder();
  const [path, workspace] = [join(folder, 'a.docx'), join(folder, 'workspace')];
  writeFileSync(path, 'no document');
  expect(adapta('import', path, '--workspace', workspace)).toMatchObject({ code: 3 });
  expect(existsSync(workspace)).toBe(false);
  mkdirSync(workspace);
  expect(adapta('import', path, '--workspace', workspace)).toMatchObject({ code: 3 });
  expect(readdirSync(workspace)).toEqual([]);
});

test('an import that is refused leaves a workspace as it was', async () => {
  const workspace = temporaryFolder();
  (await openStore(workspace)).close();
  const path = join(temporaryFolder(), 'a.docx');
  writeFileSync(path, 'no document');
  expect(adapta('import', path, '--workspace', workspace)).toMatchObject({ code: 3 });
  expect(adapta('units', 'x', '--workspace', workspace)).toMatchObject({ code: 2, json: error('unknownDocument') });
});

test('a workspace another process has: 3', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  expect(adapta('units', 'x', '--workspace', workspace)).toMatchObject({ code: 3, json: error('workspaceBusy') });
  store.close();
  expect(adapta('units', 'x', '--workspace', workspace)).toMatchObject({ code: 2, json: error('unknownDocument') });
});

test('with --json the answer is one line', () => {
  expect(adapta('fly', '--json').stdout.trim().split('\n')).toHaveLength(1);
});

test('--help says how each command is called: 0', () => {
  const { code, stdout } = adapta('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('adapta units DOCUMENT --workspace WORKSPACE');
});
