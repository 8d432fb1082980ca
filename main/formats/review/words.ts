import type { Mode, Status } from '#shared/model/unit.ts';

/** What a review table says to people, in the language of the adapted text. */
export interface ReviewWords {
  /** BCP 47. */
  readonly language: string;
  /** How to fill it in, under the title. */
  readonly hint: string;
  readonly columns: {
    readonly number: string;
    readonly source: string;
    readonly target: string;
    readonly status: string;
    readonly comment: string;
  };
  readonly status: Readonly<Record<Status, string>>;
  /** Said under the status where a unit is not faithful. */
  readonly mode: Readonly<Record<Mode, string>>;
}
