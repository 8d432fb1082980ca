import type * as common from '#main/formats/common/plan.ts';
import type { DocxBlock } from '../model.ts';

export { isUnchanged, planContainer } from '#main/formats/common/plan.ts';

/** One paragraph of the result: a block of the skeleton where it stands or moved, or a new one. */
export type Planned = common.Planned<DocxBlock>;
export type Plan = common.Plan<DocxBlock>;
