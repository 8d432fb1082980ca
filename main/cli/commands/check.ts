import { resolve } from 'node:path';
import type { CheckSettings, Finding } from '#shared/checks/check.ts';
import { pairAsUnit } from '#shared/checks/pair.ts';
import { CHECKS, runSome } from '#shared/checks/registry.ts';
import type { FindingCounts } from '#shared/contract/checks.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { flag, text, type CliCommand, type CommandLine, type Output } from '../command.ts';
import { pairsOf } from '../pairs.ts';
import { optionalText, textOf } from '../values.ts';

/** A document of a workspace, or a file of pairs (original, tab, translation). */
export const command: CliCommand = {
  positionals: [],
  optional: 1,
  options: {
    workspace: text,
    report: text,
    pairs: text,
    source: text,
    target: text,
    checks: text,
    counts: flag,
  },
  required: [],
  run: async (line) => (optionalText(line, 'pairs') === undefined ? await ofDocument(line) : await ofPairs(line)),
};

/** `failed` when there are errors: what a script that exports wants to know. */
async function ofDocument(line: CommandLine): Promise<Output> {
  const document = line.positionals[0];
  if (document === undefined) throw new AdaptaError('badRequest', { at: 'DOCUMENT', reason: 'missing' });
  if (line.values['workspace'] === undefined) {
    throw new AdaptaError('badRequest', { at: '--workspace', reason: 'missing' });
  }
  const report = optionalText(line, 'report');
  // Pairs need neither workspace nor formats: loading them takes longer than checking a thousand.
  const { withSession } = await import('../session.ts');
  return await withSession(line, async ({ client, engine }) => {
    const { units, counts } = await client.checks.find({ documents: [document] });
    if (report !== undefined) {
      const as = report.toLowerCase().endsWith('.csv') ? 'csv' : 'html';
      const to = engine.grants.allow(resolve(report), 'write');
      await client.checks.report({ documents: [document], as, to });
    }
    return { value: { counts, units }, failed: counts.errors > 0 };
  });
}

/** One JSON a line for the pairs with findings, or with `--counts` how many there are of each code. */
async function ofPairs(line: CommandLine): Promise<Output> {
  const settings: CheckSettings = {
    sourceLanguage: optionalText(line, 'source') ?? 'en',
    targetLanguage: optionalText(line, 'target') ?? 'es',
  };
  const checks = wanted(optionalText(line, 'checks'));
  const lines: unknown[] = [];
  const codes = new Map<string, number>();
  const counts: Record<keyof FindingCounts, number> = { errors: 0, warnings: 0, hints: 0, ignored: 0 };
  let pairs = 0;
  for await (const some of pairsOf(resolve(textOf(line, 'pairs')))) {
    for (const [source, target] of some) {
      pairs += 1;
      const findings = runSome(checks, pairAsUnit(source, target), settings);
      for (const finding of findings) count(finding, codes, counts);
      if (findings.length > 0 && line.values['counts'] !== true) lines.push({ pair: pairs, source, target, findings });
    }
  }
  const failed = counts.errors > 0;
  if (line.values['counts'] === true) {
    const byCode = Object.fromEntries([...codes].toSorted(([, a], [, b]) => b - a));
    return { value: { pairs, counts, codes: byCode }, failed };
  }
  return { lines, failed };
}

function wanted(names: string | undefined): typeof CHECKS {
  if (names === undefined) return CHECKS;
  const list = names.split(',');
  const unknown = list.find((name) => !CHECKS.some((check) => check.name === name));
  if (unknown !== undefined) throw new AdaptaError('badRequest', { at: '--checks', reason: unknown });
  return CHECKS.filter(({ name }) => list.includes(name));
}

function count({ code, severity }: Finding, codes: Map<string, number>, counts: Record<string, number>): void {
  codes.set(code, (codes.get(code) ?? 0) + 1);
  const kind = severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'hints';
  counts[kind] = (counts[kind] ?? 0) + 1;
}
