import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import {
  CALLS,
  CLASSES,
  NAMES,
  SQL_HOME,
  atHome,
  judgeImport,
  lineLimit,
  looksLikeSql,
  roomOf,
} from '#scripts/lint/layers.ts';
import { ROOT, inRoot } from '#scripts/lib/root.ts';

/** Every source file git knows or would take, by its path from the root. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.tsx'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(?:shared|main|renderer|scripts|tests|resources)\//u.test(file));

function read(file: string): string {
  try {
    return readFileSync(inRoot(file), 'utf8');
  } catch {
    return '';
  }
}

/** Every module a file asks for: imports, re-exports, dynamic imports, and the types of `import('…')`. */
function specifiersIn(file: string): string[] {
  const source = read(file);
  const { module } = parseSync(file, source);
  const text = (start: number, end: number): string => source.slice(start, end);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => text(moduleRequest.start + 1, moduleRequest.end - 1)),
    ...[...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/gu)].map((match) => match[1] ?? ''),
  ].filter((specifier) => specifier !== '' && !/[$…]/u.test(specifier));
}

describe('the tree', () => {
  test('has source files to look at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test('imports run one way only', () => {
    const offences = files.flatMap((file) =>
      specifiersIn(file).flatMap((specifier) => judgeImport(file, specifier) ?? []),
    );
    expect(offences).toEqual([]);
  });

  test('only renderer/editor knows Lexical', () => {
    const users = files.filter(
      (file) =>
        !file.startsWith('tests/') && specifiersIn(file).some((name) => /^(?:lexical|@lexical\/.*)$/u.test(name)),
    );
    expect(users.filter((file) => roomOf(file) !== 'renderer/editor')).toEqual([]);
  });

  test('raw interfaces are named only in their homes', () => {
    const banned = [
      ...Object.entries(NAMES).map(([name, home]) => ({ pattern: new RegExp(`\\b${name}\\b`, 'u'), home })),
      ...Object.entries(CALLS).map(([name, home]) => ({ pattern: new RegExp(`\\b${name}\\(`, 'u'), home })),
      ...Object.entries(CLASSES).map(([name, home]) => ({ pattern: new RegExp(`\\bnew ${name}\\(`, 'u'), home })),
    ];
    const offences = files.flatMap((file) =>
      banned
        .filter(({ pattern, home }) => !atHome(file, home) && pattern.test(read(file)))
        .map(({ home }) => `${file}: ${home.what}`),
    );
    expect(offences).toEqual([]);
  });

  test('SQL stands only in the queries and migrations of the store', () => {
    expect(files.filter((file) => !atHome(file, SQL_HOME) && looksLikeSql(read(file)))).toEqual([]);
  });

  test('no file is longer than its limit', () => {
    const long = files.filter((file) => read(file).split('\n').length - 1 > lineLimit(file));
    expect(long).toEqual([]);
  });

  test('no rule is switched off in a file', () => {
    const switches = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)/u;
    expect(files.filter((file) => file !== 'tests/unit/layers.test.ts' && switches.test(read(file)))).toEqual([]);
  });
});

describe('the lint rule', () => {
  const planted = mkdtempSync(join(tmpdir(), 'adapta-lint-'));
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  /** What oxlint says about one file with this text at this place of an otherwise empty tree. */
  function lint(file: string, text: string): string {
    mkdirSync(dirname(join(planted, file)), { recursive: true });
    writeFileSync(join(planted, file), text);
    try {
      execFileSync(inRoot('node_modules/.bin/oxlint'), ['-c', inRoot('scripts/config/oxlintrc.json'), file], {
        cwd: planted,
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  test.each([
    [
      'a service in the shell',
      'main/shell/a.ts',
      "import { open } from '#main/store/store.ts';\nexport const a = open;\n",
      'main/shell must not import main/store',
    ],
    [
      'the engine in the renderer',
      'renderer/app/a.ts',
      "export const a = () => import('#main/engine/engine.ts');\n",
      'must not import main/engine',
    ],
    [
      'Node in shared',
      'shared/text/a.ts',
      "import { sep } from 'node:path';\nexport const a = sep;\n",
      'node:path may be imported only by',
    ],
    [
      'Lexical outside the editor',
      'renderer/features/library/a.ts',
      "import { $getRoot } from 'lexical';\nexport const a = $getRoot;\n",
      'lexical may be imported only by renderer/editor',
    ],
    [
      'tests in the product',
      'main/services/a.ts',
      "export type A = import('#tests/builders/a.ts').A;\n",
      'must not import tests',
    ],
    [
      'a package nobody classified',
      'main/services/b.ts',
      "import x from 'left-pad';\nexport const a = x;\n",
      'left-pad is not classified',
    ],
    [
      'a folder nobody classified',
      'main/sync/a.ts',
      "import { join } from 'node:path';\nexport const a = join;\n",
      'lies in no room',
    ],
    [
      'a way up between rooms',
      'main/services/x/c.ts',
      "import { a } from '../../store/a.ts';\nexport const b = a;\n",
      'not a way up',
    ],
    [
      'ipcMain in a second place',
      'main/shell/b.ts',
      "import { ipcMain } from 'electron';\nexport const a = ipcMain;\n",
      'ipcMain has one home',
    ],
    [
      'an unverified write',
      'main/services/d.ts',
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('a', 'b');\n",
      'writeFileSync has one home',
    ],
    [
      'a database beside the store',
      'main/services/e.ts',
      "export const a = new Database('x');\n",
      'new Database has one home',
    ],
    [
      'SQL outside the queries',
      'main/services/f.ts',
      "export const a = 'SELECT id FROM unit WHERE id = ?';\n",
      'SQL has one home',
    ],
    ['a file that is too long', 'main/services/g.ts', 'export {};\n'.repeat(401), 'too many lines'],
  ])('refuses %s', (_what, file, text, message) => {
    expect(lint(file, text)).toContain(message);
  });

  test('lets an import that runs the right way pass', () => {
    expect(lint('main/services/ok.ts', "import { a } from '#main/store/a.ts';\nexport const b = a;\n")).toBe('');
  });
});
