/**
 * `node scripts/complete-lock.ts`, after `npm i` against a registry that does not carry every platform: npm then leaves the
 * other platforms' optional packages out of package-lock.json, and `npm ci` refuses the file ("Missing: … from lock
 * file"), everywhere. Writes them back by name, version and platform, which is all npm needs to leave them alone here and
 * to fetch them there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/root.ts';

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];
const C_LIBRARIES: Readonly<Record<string, string>> = { gnu: 'glibc', musl: 'musl' };

/** Packages of this kind end in their platform: `-linux-arm64-musl`, `/darwin-x64`, `-linux-arm-gnueabihf`. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[/-]/u);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = words.map((word) => C_LIBRARIES[word]).find((found) => found !== undefined);
  if (os === undefined || cpu === undefined) return null;
  return { cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }), os: [os] };
}

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
let added = 0;

for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (platform === null || !/^\d/u.test(version) || lock.packages[`node_modules/${name}`] !== undefined) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(parent.dev === true ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}

const names = Object.keys(lock.packages).toSorted((a, b) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name] as Entry]));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages of other platforms added to package-lock.json\n`);
