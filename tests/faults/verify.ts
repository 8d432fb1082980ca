import type { UnitChange } from '#shared/model/commands.ts';
import { openConnection } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { join } from 'node:path';

export interface Verdict {
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  /** Acknowledged changes that are not in the history. */
  readonly missing: number;
  /** Units whose text is not that of their last revision. */
  readonly torn: number;
}

/** Opens a workspace after a fault as the next start does, and looks for what was promised. */
export async function verify(workspace: string, acknowledged: readonly UnitChange[]): Promise<Verdict> {
  const store = await openStore(workspace);
  try {
    let missing = 0;
    let torn = 0;
    for (const [unit, changes] of Map.groupBy(acknowledged, (change) => change.unit)) {
      const revisions = store.revisions.ofUnit(unit);
      const stored = new Set(revisions.map((revision) => JSON.stringify(revision.after)));
      missing += changes.filter((change) => !stored.has(JSON.stringify(change.after))).length;
      const now = store.units.get(unit) ?? null;
      if (JSON.stringify(now) !== JSON.stringify(revisions[0]?.after ?? null)) torn += 1;
    }
    return { integrity: integrityOf(workspace), missing, torn };
  } finally {
    store.close();
  }
}

function integrityOf(workspace: string): string {
  const db = openConnection(join(workspace, 'library.sqlite'));
  try {
    return String(db.pragma('integrity_check', { simple: true }));
  } finally {
    db.close();
  }
}

/** How many rounds: a sample in every test run, all of them by `npm run faults`. */
export function rounds(sample: number): number {
  return Number(process.env['FAULTS'] ?? sample);
}

/** Milliseconds that so many rounds may take on a machine that does much else besides: a hang is found, nothing is timed. */
export function patience(count: number): number {
  return 60_000 + count * 20_000;
}
