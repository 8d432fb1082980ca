import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cost, type Cost } from './cost.ts';
import { OMEGAT_PROJECT } from './omegat.ts';

/** Queries a peer answers: it takes seconds for each. */
const QUERIES = 5;

/** Builds the database as `build_tmdb` does, or answers queries from it; times on stdout. */
const TMDB = `
import sys, time, json, resource
from translate.storage import tmdb, factory
what, path = sys.argv[1], sys.argv[2]
db = tmdb.TMDB(path)
if what == 'load':
    db.add_store(factory.getobject(sys.argv[3]), 'en', 'es')
else:
    times = []
    for query in json.loads(open(sys.argv[3], encoding='utf8').read()):
        start = time.time()
        db.translate_unit(query, 'en', 'es')
        times.append(1000 * (time.time() - start))
    print(json.dumps(sorted(times)))
`;

/** What loading costs OmegaT (a project with nothing else to do) and translate-toolkit, and what a look-up costs the latter. */
export async function memoryPeers(folder: string, tmx: string, texts: readonly string[]): Promise<unknown> {
  return { omegat: await omegat(folder, tmx), translateToolkit: await translateToolkit(folder, tmx, texts) };
}

async function omegat(folder: string, tmx: string): Promise<Cost | null> {
  const project = join(folder, 'omegat');
  for (const name of ['source', 'target', 'tm', 'omegat', 'glossary', 'dictionary'])
    mkdirSync(join(project, name), { recursive: true });
  writeFileSync(join(project, 'omegat.project'), OMEGAT_PROJECT);
  writeFileSync(join(project, 'source', 'a.txt'), 'Nothing to translate.\n');
  copyFileSync(tmx, join(project, 'tm', 'memory.tmx'));
  return (
    (await cost('omegat', [project, '--mode=console-translate', `--config-dir=${join(folder, 'config')}`])) ?? null
  );
}

async function translateToolkit(folder: string, tmx: string, texts: readonly string[]): Promise<unknown> {
  const [script, database, queries] = ['tmdb.py', 'tm.db', 'queries.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(script, TMDB);
  writeFileSync(queries, JSON.stringify(texts.slice(0, QUERIES)));
  const load = await cost('/usr/bin/python3', [script, 'load', database, tmx]);
  if (load === undefined) return null;
  const run = spawnSync('/usr/bin/python3', [script, 'ask', database, queries], { encoding: 'utf8' });
  const times = run.status === 0 ? (JSON.parse(run.stdout) as readonly number[]) : [];
  return { load, lookup: { p50: times[Math.floor(times.length / 2)] ?? null, max: times.at(-1) ?? null } };
}
