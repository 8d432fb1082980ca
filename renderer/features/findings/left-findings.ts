import type { CheckUnit, Finding } from '#shared/checks/check.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import type { IgnoredFinding } from '#shared/contract/checks.ts';
import type { UnitId } from '#shared/model/unit.ts';

/** What people of a toolkit decided to leave as it is, by unit and finding. */
export class LeftFindings {
  readonly #byUnit = new Map<UnitId, Map<string, IgnoredFinding>>();

  set(all: readonly IgnoredFinding[]): void {
    this.#byUnit.clear();
    for (const one of all) this.add(one);
  }

  add(because: IgnoredFinding): void {
    const known = this.#byUnit.get(because.unit) ?? new Map<string, IgnoredFinding>();
    known.set(because.finding, because);
    this.#byUnit.set(because.unit, known);
  }

  remove({ unit, finding }: IgnoredFinding): void {
    this.#byUnit.get(unit)?.delete(finding);
  }

  /** Parts a unit's findings into those still open and those left; what was left for other texts is open again. */
  part(
    findings: readonly Finding[],
    given: () => CheckUnit,
  ): { open: readonly Finding[]; ignored: readonly { finding: Finding; because: IgnoredFinding }[] } {
    if (findings.length === 0 || this.#byUnit.size === 0) return { open: findings, ignored: [] };
    const unit = given();
    const left = this.#byUnit.get(unit.record.id);
    if (left === undefined) return { open: findings, ignored: [] };
    const texts = textsKey(unit);
    const reasons = findings.map((finding) => {
      const because = left.get(findingKey(finding));
      return { finding, because: because?.texts === texts ? because : undefined };
    });
    return {
      open: reasons.flatMap(({ finding, because }) => (because === undefined ? finding : [])),
      ignored: reasons.flatMap(({ finding, because }) => (because === undefined ? [] : { finding, because })),
    };
  }
}
