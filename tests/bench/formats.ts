/**
 * `npm run bench -- formats [FILE…]`: reads, changes every unit and writes documents of any format, each in a fresh process,
 * beside LibreOffice (same format out), pandoc and OmegaT (console mode, a project of the one file) where they are installed.
 * Without files: d20 and d200 of the corpus, d200 as ODT where LibreOffice can make it. JSON on stdout, see docx.ts; the peers
 * run once.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cost, measure, type Cost } from './lib/cost.ts';
import { OMEGAT_PROJECT } from './lib/omegat.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const ONCE = fileURLToPath(new URL('rewrite-once.mjs', import.meta.url));
/** As package.json starts the command line. */
const NODE_OPTIONS = ['--max-semi-space-size=8'] as const;
const RUNS = 5;
/** What pandoc reads and writes. */
const PANDOC: ReadonlySet<string> = new Set(['docx', 'odt']);

const folder = mkdtempSync(join(tmpdir(), 'adapta-bench-'));

function officeArgs(file: string, to: string): readonly string[] {
  const home = `-env:UserInstallation=${pathToFileURL(join(folder, 'home')).href}`;
  return [home, '--headless', '--convert-to', to, '--outdir', join(folder, 'office'), file];
}

function given(): readonly string[] {
  const named = process.argv.slice(2);
  if (named.length > 0) return named;
  const files = ['pairs/d20.en.docx', 'pairs/d200.en.docx'].map((name) => join(CORPUS, name));
  spawnSync('soffice', officeArgs(files[1] ?? '', 'odt'));
  const odt = join(folder, 'office', 'd200.en.odt');
  if (!existsSync(odt)) return files;
  const kept = join(folder, 'd200.en.odt');
  copyFileSync(odt, kept);
  return [...files, kept];
}

/** A project of the one file, translated as it is. */
async function omegat(file: string): Promise<Cost | null> {
  const project = join(folder, 'omegat');
  rmSync(project, { recursive: true, force: true });
  for (const name of ['source', 'target', 'tm', 'omegat', 'glossary', 'dictionary'])
    mkdirSync(join(project, name), { recursive: true });
  writeFileSync(join(project, 'omegat.project'), OMEGAT_PROJECT);
  copyFileSync(file, join(project, 'source', basename(file)));
  return await measure(1, 'omegat', [project, '--mode=console-translate']);
}

try {
  const results = [];
  for (const file of given()) {
    const format = extname(file).slice(1).toLowerCase();
    const target = join(folder, `out.${format}`);
    await cost(process.execPath, [...NODE_OPTIONS, ONCE, file, target]);
    const adapta = await measure(RUNS, process.execPath, [...NODE_OPTIONS, ONCE, file, target]);
    const libreOffice = await measure(1, 'soffice', officeArgs(file, format));
    const pandoc = PANDOC.has(format)
      ? await measure(1, 'pandoc', [file, '-f', format, '-t', format, '-o', join(folder, `pandoc.${format}`)])
      : null;
    const written = adapta === null ? 0 : statSync(target).size;
    results.push({
      file: basename(file),
      bytes: statSync(file).size,
      written,
      adapta,
      libreOffice,
      pandoc,
      omegat: await omegat(file),
    });
  }
  const machine = { node: process.version, cores: availableParallelism(), load: loadavg()[0], runs: RUNS };
  process.stdout.write(`${JSON.stringify({ ...machine, results }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
