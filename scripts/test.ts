/**
 * `npm test`: types, lint, format, every vitest test, and the end-to-end tests in a real Electron. Goes on after a failure,
 * so that one run tells everything; the last line is `N passed, N failed`, and the exit code says the same.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_TOOLS, ensureSystemPackages } from './lib/debian.ts';
import { ensureElectron } from './lib/electron-binary.ts';
import { CACHE } from './lib/root.ts';
import { run } from './lib/run.ts';

const RESULTS = join(CACHE, 'test-results');
const LIMIT = 14 * 60_000;

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** Tests that say of themselves that they cannot run here. */
  readonly skipped?: number;
  /** Names of what failed. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function timed(name: string, work: () => Promise<Omit<Outcome, 'name' | 'seconds'>>): Promise<Outcome> {
  say(`\n── ${name}`);
  const start = performance.now();
  const outcome = await work();
  return { name, ...outcome, seconds: (performance.now() - start) / 1000 };
}

/** A tool that passes or fails as a whole. */
function whole(name: string, command: string, ...args: string[]): Promise<Outcome> {
  return timed(name, async () => {
    const ok = (await run(command, args, { limit: LIMIT })) === 0;
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: ok ? [] : [name] };
  });
}

function vitest(name: string, config: string): Promise<Outcome> {
  return timed(name, async () => {
    const file = join(RESULTS, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await run('vitest', ['run', '--config', config, ...reporters], { limit: LIMIT });
    return count(name, file, code);
  });
}

/** Counts tests; a file that could not even be read, or a run that broke off, is one failure more. */
function count(name: string, file: string, code: number): Omit<Outcome, 'name' | 'seconds'> {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return { passed: 0, failed: 1, failures: [`${name}: no report`] };
  }
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const failures = [
    ...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...report.testResults
      .filter(
        ({ status, assertionResults }) =>
          status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
      )
      .map((result) => result.name),
  ];
  if (code !== 0 && failures.length === 0) failures.push(`${name}: exit code ${code}`);
  const having = (...wanted: string[]): number => tests.filter(({ status }) => wanted.includes(status)).length;
  const skipped = having('pending', 'skipped', 'todo');
  return { passed: having('passed'), failed: failures.length, skipped, failures };
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const outcomes: Outcome[] = [];
outcomes.push(
  await timed('machine', async () => {
    const ready = await ensureElectron(say)
      .then((electron) => ensureSystemPackages(electron.program, TEST_TOOLS, say))
      .catch((error: unknown) => {
        say(String(error));
        return false;
      });
    return { passed: ready ? 1 : 0, failed: ready ? 0 : 1, failures: ready ? [] : ['machine'] };
  }),
);
for (const step of ['types', 'lint', 'format:check']) outcomes.push(await whole(step, 'npm', 'run', '-s', step));
outcomes.push(await vitest('tests', 'scripts/config/vitest.config.ts'));
outcomes.push(await vitest('end-to-end', 'scripts/config/vitest.e2e.config.ts'));

const lines = outcomes.map(({ name, passed, failed, skipped = 0, seconds }) => {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
  return `${name.padEnd(12)} ${counts} ${seconds.toFixed(1).padStart(7)} s${skipped === 0 ? '' : ` (${skipped} skipped)`}`;
});
const failures = outcomes.flatMap((outcome) => outcome.failures);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
process.stdout.write(
  `\n${[...lines, ...failures.map((failure) => `failed: ${failure}`)].join('\n')}\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
