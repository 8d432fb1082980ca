import { applyFix } from '#shared/checks/apply-fix.ts';
import type { Finding } from '#shared/checks/check.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';

/** Mends a finding of the active unit: an edit like any other, one step to undo. */
export function fixFinding(workbench: Workbench, finding: Finding): void {
  const unit = workbench.active();
  if (unit === undefined || finding.fix === undefined) return;
  const [first] = finding.fix;
  workbench.replaceText(applyFix(unit.content, finding.fix), (first?.from ?? 0) + (first?.text.length ?? 0));
}

/** Mends the first finding of the active unit that can be mended without a doubt; false when there is none. */
export function fixFirst(workbench: Workbench): boolean {
  const finding = shownFindings(workbench)?.find(({ fix }) => fix !== undefined);
  if (finding === undefined) return false;
  fixFinding(workbench, finding);
  return true;
}

/** Asks in the panel why the first finding of the active unit is to be left; false when there is none. */
export function ignoreFirst(workbench: Workbench): boolean {
  if (shownFindings(workbench)?.[0] === undefined) return false;
  workbench.store.setState({ ignoring: 0 });
  workbench.showPanel('findings');
  return true;
}

/** In the order of the panel. */
function shownFindings(workbench: Workbench): readonly Finding[] | undefined {
  workbench.surface.takeOver();
  const unit: UnitRecord | undefined = workbench.active();
  if (unit === undefined || workbench.session.readOnly) return undefined;
  const { open, hints } = workbench.knowledge.findings.of(unit);
  return [...open, ...hints];
}
