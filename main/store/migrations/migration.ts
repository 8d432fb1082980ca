import type { Connection } from '../connection.ts';

/** One step of the schema. Never edited once released: what it did is what older workspaces have. */
export interface Migration {
  /** `user_version` after it. */
  readonly version: number;
  readonly what: string;
  /** Runs inside the transaction that also raises `user_version`. */
  up(db: Connection): void;
}
