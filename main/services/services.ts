import type { Contract, FeatureName, InputOf, OutputOf } from '#shared/contract/index.ts';

/** Who asks: hears progress, and can cancel. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly progress: (update: {
    readonly step?: string;
    readonly progress?: number;
    readonly done?: number;
    readonly total?: number;
    readonly subject?: string;
  }) => void;
}

/** What answers the contract: the client's shape, synchronous or not. */
export type Services = {
  readonly [Feature in FeatureName]: {
    readonly [Name in keyof Contract[Feature]]: (
      input: InputOf<Contract[Feature][Name]>,
      context: CallContext,
    ) => OutputOf<Contract[Feature][Name]> | Promise<OutputOf<Contract[Feature][Name]>>;
  };
};
