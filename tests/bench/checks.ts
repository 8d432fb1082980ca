/**
 * `npm run bench -- checks [PAIRS.tsv[.gz]] [--pairs 100000] [--runs 3] [--each 200] [--seed 1] [--no-peers]`: the quality
 * checks over pairs (original, tab, translation; without a file, those of the corpus). JSON: processor seconds of the command
 * line beside translate-toolkit's pofilter, with all checks of either and with those both have; findings per 1,000 pairs by
 * code; and of mistakes made on purpose, how many are found. `--sample N` prints as many findings to be judged instead.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { CheckSettings, Finding } from '#shared/checks/check.ts';
import { DocumentChecker } from '#shared/checks/consistency/document-checker.ts';
import { pairAsUnit } from '#shared/checks/pair.ts';
import { runChecks } from '#shared/checks/registry.ts';
import { termFinderOf } from '#shared/checks/terms/term-finder.ts';
import type { Concept } from '#shared/model/concept.ts';
import { compileGlossary } from '#shared/terms/glossary.ts';
import { measure, type Cost } from './lib/cost.ts';
import { MUTATIONS, seeded, type Mutation, type TextPair } from './lib/mutations.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/memory/en-es-20k.tsv.gz', import.meta.url));
const CLI = fileURLToPath(new URL('../../main/cli/index.ts', import.meta.url));

/** Checks of ours beside those of pofilter that look for the same. */
const SAME: Readonly<Record<string, string>> = {
  'target-empty': 'blank,untranslated',
  'target-equals-source': 'unchanged',
  'sentence-count': 'sentencecount',
  'numbers-kept': 'numbers',
  'codes-kept': 'printf,xmltags,pythonbraceformat,variables',
  'addresses-kept': 'urls,emails',
  'acronyms-kept': 'acronyms',
  'end-mark': 'endpunc',
  brackets: 'brackets',
  'quotes-paired': 'doublequoting',
  'spaces-at-marks': 'puncspacing',
  'double-space': 'doublespacing',
  'edge-blanks': 'startwhitespace,endwhitespace',
  'doubled-word': 'doublewords',
  'plural-in-brackets': 'simpleplurals',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    pairs: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    each: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    peers: { type: 'boolean', default: true },
  },
});

const LANGUAGES: CheckSettings = { sourceLanguage: 'en', targetLanguage: 'es' };

function readPairs(path: string): readonly TextPair[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const pairs = lines.flatMap((line): readonly TextPair[] => {
    const [source, target] = line.split('\t', 2);
    return source === undefined || target === undefined || source === '' ? [] : [[source, target]];
  });
  return pairs.slice(0, Number(values.pairs));
}

/** Words the corpus has many of, so that a term can be replaced. */
function glossary(): CheckSettings {
  const words = [
    ['file', 'archivo', 'fichero'],
    ['folder', 'carpeta', 'directorio'],
    ['user', 'usuario'],
    ['window', 'ventana'],
    ['password', 'contraseña', 'clave'],
    ['server', 'servidor'],
  ] as const;
  const concepts = words.map(([english, ...spanish], index): Concept => {
    const term = (text: string, language: string, at: number) => ({
      id: `${index} ${at}`,
      language,
      text,
      status: at > 1 ? ('admitted' as const) : ('preferred' as const),
      municipality: '',
      note: '',
    });
    const terms = [term(english, 'en', 0), ...spanish.map((text, at) => term(text, 'es', at + 1))];
    return { id: english, toolkit: null, domain: '', definition: '', source: '', note: '', author: '', at: '', terms };
  });
  return { ...LANGUAGES, terms: termFinderOf(compileGlossary(concepts, { ...LANGUAGES, municipality: '' }), concepts) };
}

function findingsOf([source, target]: TextPair, settings: CheckSettings = LANGUAGES): readonly Finding[] {
  return runChecks(pairAsUnit(source, target), settings);
}

function perThousand(pairs: readonly TextPair[]): unknown {
  const counts = new Map<string, number>();
  let withSome = 0;
  for (const pair of pairs) {
    const findings = findingsOf(pair);
    if (findings.some(({ severity }) => severity !== 'info')) withSome += 1;
    for (const { code, severity } of findings)
      counts.set(`${code} ${severity}`, (counts.get(`${code} ${severity}`) ?? 0) + 1);
  }
  const share = (count: number): number => Math.round((count / pairs.length) * 1_000_000) / 1000;
  const byCode = [...counts].toSorted(([, a], [, b]) => b - a).map(([key, count]) => [key, share(count)]);
  return { pairsWithErrorsOrWarnings: share(withSome), byCode: Object.fromEntries(byCode) };
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const out = [...items];
  for (let index = out.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [out[index], out[other]] = [out[other] as T, out[index] as T];
  }
  return out;
}

/** Of mistakes of one kind, the share that is found where it was not before. */
function recallOf(mutation: Mutation, pairs: readonly TextPair[], settings: CheckSettings): unknown {
  const random = seeded(Number(values.seed));
  const hasCode = (pair: TextPair): boolean =>
    findingsOf(pair, settings).some(({ code }) => mutation.codes.includes(code));
  const missed: TextPair[] = [];
  let tried = 0;
  for (const pair of pairs) {
    if (tried === Number(values.each)) break;
    if (pair[0] === pair[1]) continue;
    const mutated = mutation.make(pair, random);
    if (mutated === null || mutated[1] === pair[1] || hasCode(pair)) continue;
    tried += 1;
    if (!hasCode(mutated)) missed.push(mutated);
  }
  const recall = tried === 0 ? null : Math.round(((tried - missed.length) / tried) * 1000) / 1000;
  return { tried, recall, missed: missed.slice(0, 3) };
}

function asPo(pairs: readonly TextPair[]): string {
  const head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n';
  return [
    head,
    ...pairs.map(
      ([source, target], at) => `msgctxt "${at}"\nmsgid ${JSON.stringify(source)}\nmsgstr ${JSON.stringify(target)}\n`,
    ),
  ].join('\n');
}

/** Our own command, for which having found something is no failure. */
function found(args: readonly string[]): readonly string[] {
  return ['-c', '"$@" || [ $? = 1 ]', 'sh', process.execPath, ...args];
}

async function costs(pairs: readonly TextPair[]): Promise<Readonly<Record<string, Cost | null>>> {
  const folder = mkdtempSync(join(tmpdir(), 'adapta-bench-'));
  try {
    const [tsv, po, out] = ['pairs.tsv', 'pairs.po', 'out.po'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(tsv, pairs.map((pair) => `${pair.join('\t')}\n`).join(''));
    writeFileSync(po, asPo(pairs));
    const runs = Number(values.runs);
    const own = ['check', '--pairs', tsv, '--source', 'en', '--target', 'es', '--json', '--counts'];
    const peer = ['--progress=none', '--language=es', po, out];
    const tests = Object.values(SAME).flatMap((names) => names.split(',').map((name) => `--test=${name}`));
    return {
      adapta: await measure(runs, 'sh', found([CLI, ...own])),
      adaptaSame: await measure(runs, 'sh', found([CLI, ...own, '--checks', Object.keys(SAME).join(',')])),
      ...(values.peers
        ? {
            pofilter: await measure(runs, 'pofilter', peer),
            pofilterSame: await measure(runs, 'pofilter', [...tests, ...peer]),
          }
        : {}),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document of 20,000 units as it is worked on: milliseconds to put all in, to ask for all, and from a change to all it touches. */
function live(pairs: readonly TextPair[]): unknown {
  const checker = new DocumentChecker(glossary());
  const units = pairs.slice(0, 20_000).map(([source, target], at) => pairAsUnit(source, target, `u${at}`));
  const start = performance.now();
  for (const unit of units) checker.set(unit);
  const put = performance.now();
  for (const { record } of units) checker.findingsOf(record.id);
  const asked = performance.now();
  const random = seeded(Number(values.seed));
  const times = Array.from({ length: 500 }, () => {
    const unit = units[Math.floor(random() * units.length)] ?? pairAsUnit('', '');
    const [text = ''] = unit.record.content.map((run) => ('text' in run ? run.text : ''));
    const from = performance.now();
    for (const id of checker.set(
      pairAsUnit(unit.source.map((run) => ('text' in run ? run.text : '')).join(''), `${text} más`, unit.record.id),
    )) {
      checker.findingsOf(id);
    }
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(times[Math.floor(share * (times.length - 1))] ?? 0);
  return {
    units: units.length,
    put: rounded(put - start),
    ask: rounded(asked - put),
    change: { p50: at(0.5), p95: at(0.95), max: at(1) },
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

/** Errors and warnings to be judged by hand, drawn by the seed. */
function sample(pairs: readonly TextPair[], count: number): readonly unknown[] {
  const all = pairs.flatMap((pair) =>
    findingsOf(pair)
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, params, range }) => ({
        code,
        params,
        at: range === undefined ? '' : pair[1].slice(range.from, range.to),
        pair,
      })),
  );
  return shuffled(all, seeded(Number(values.seed))).slice(0, count);
}

const pairs = readPairs(positionals[0] ?? CORPUS);
if (values.sample === undefined) {
  const mixed = shuffled(pairs, seeded(Number(values.seed)));
  const settings = glossary();
  const report = {
    pairs: pairs.length,
    seed: Number(values.seed),
    cost: await costs(pairs),
    live: live(pairs),
    findingsPerThousand: perThousand(pairs),
    recall: Object.fromEntries(MUTATIONS.map((mutation) => [mutation.name, recallOf(mutation, mixed, settings)])),
  };
  process.stdout.write(`${JSON.stringify(report, undefined, 1)}\n`);
} else {
  for (const one of sample(pairs, Number(values.sample))) process.stdout.write(`${JSON.stringify(one)}\n`);
}
