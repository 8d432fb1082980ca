import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The three laws over every DOCX of the given folders: `npm run corpus [-- FOLDER… --seed N --jobs N --no-validate --no-office]`.
 * Each file runs in a process of its own with a time limit. Prints a table of failures and a JSON summary; exit code 1 on any
 * failure, crash or hang.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    limit: { type: 'string', default: '30' },
    validate: { type: 'boolean', default: true },
    office: { type: 'boolean', default: true },
  },
});

const CORPUS = new URL('../../shared/corpus/', import.meta.url).pathname;
const CHECK = new URL('../tests/formats/laws/check-main.ts', import.meta.url).pathname;

interface Failure {
  readonly law: string;
  readonly code: string;
  readonly detail: string;
}

interface Verdict {
  readonly file: string;
  readonly refused?: string;
  readonly failures: readonly Failure[];
  readonly blocks: number;
  readonly ms: Readonly<Record<string, number>>;
  readonly megabytes: number;
}

function filesOf(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.docx') && !name.includes('~$'))
      .toSorted()
      .map((name) => join(folder, name)),
  );
}

function lost(path: string, code: string, detail: string): Verdict {
  return { file: path, failures: [{ law: 'crash', code, detail }], blocks: 0, ms: {}, megabytes: 0 };
}

function check(path: string, keep: string): Promise<Verdict> {
  const flags = ['--seed', values.seed, ...(values.validate ? ['--validate', '--keep', keep] : [])];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHECK, path, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        child.kill('SIGKILL');
      },
      Number(values.limit) * 1000,
    );
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (isLate) resolve(lost(path, 'hang', `over ${values.limit} s`));
      else if (code !== 0) resolve(lost(path, 'exit', `${code} ${errors.slice(-300)}`));
      else resolve({ ...(JSON.parse(out) as Verdict), file: path });
    });
  });
}

/** Converts everything kept in one call, into text, and tells which files LibreOffice would not open. */
function office(folder: string): readonly Failure[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  if (!values.office || files.length === 0 || spawnSync('soffice', ['--version']).status !== 0) return [];
  const out = join(folder, 'out');
  const home = `-env:UserInstallation=file://${join(folder, 'home')}`;
  const all = files.map((name) => join(folder, name));
  spawnSync('soffice', [home, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...all], {
    timeout: 1_800_000,
  });
  const made = new Set(readdirSync(out));
  return files
    .filter((name) => !made.has(name.replace(/docx$/u, 'txt')))
    .map((name) => ({ law: 'office', code: 'notConverted', detail: name }));
}

const folders = positionals.length > 0 ? positionals : ['docx', 'pairs', 'hostile'].map((name) => join(CORPUS, name));
const queue = [...filesOf(folders)];
const keep = mkdtempSync(join(tmpdir(), 'corpus-'));
const verdicts: Verdict[] = [];

async function worker(): Promise<void> {
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const verdict = await check(path, keep);
    verdicts.push(verdict);
    for (const { law, code, detail } of verdict.failures) process.stdout.write(`${path}\t${law}\t${code}\t${detail}\n`);
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, () => worker()));
const unopened = office(keep);
for (const { law, code, detail } of unopened) process.stdout.write(`${detail}\t${law}\t${code}\n`);
rmSync(keep, { recursive: true });

const refused = Object.groupBy(
  verdicts.filter((verdict) => verdict.refused !== undefined),
  (verdict) => verdict.refused ?? '',
);
const all = [...verdicts.flatMap((verdict) => verdict.failures), ...unopened];
const summary = {
  files: verdicts.length,
  read: verdicts.filter((verdict) => verdict.refused === undefined && verdict.blocks > 0).length,
  clean: verdicts.filter((verdict) => verdict.failures.length === 0).length,
  blocks: verdicts.reduce((sum, verdict) => sum + verdict.blocks, 0),
  refused: Object.fromEntries(Object.entries(refused).map(([code, list]) => [code, list?.length ?? 0])),
  failures: Object.fromEntries(
    Object.entries(Object.groupBy(all, ({ law }) => law)).map(([law, list]) => [law, list?.length ?? 0]),
  ),
  slowestReadMs: Math.max(0, ...verdicts.map((verdict) => verdict.ms['read'] ?? 0)),
  mostMegabytes: Math.max(0, ...verdicts.map((verdict) => verdict.megabytes)),
};
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exitCode = all.length > 0 ? 1 : 0;
