import type { Contract, FeatureName, InputOf, OutputOf } from '#shared/contract/index.ts';

/** Who asks: hears progress, and can cancel. */
export interface CallContext {
  readonly signal: AbortSignal;
  progress(update: { step?: string; progress?: number; done?: number; total?: number; subject?: string }): void;
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
