import type { z } from 'zod';
import { backups } from './backups.ts';
import { checks } from './checks.ts';
import { comments } from './comments.ts';
import { exchange } from './exchange.ts';
import { exports } from './exports.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { library } from './library.ts';
import { memory } from './memory.ts';
import type { Method } from './method.ts';
import { segmentation } from './segmentation.ts';
import { app, settings } from './settings.ts';
import { statistics } from './statistics.ts';
import { terms } from './terms.ts';
import { units } from './units.ts';

/** Raised whenever a schema changes; a test pins the contract's hash to it. */
export const CONTRACT_VERSION = 1;

/** The one bridge between renderer and engine: features → methods. */
export const contract = {
  app,
  settings,
  library,
  imports,
  units,
  comments,
  exports,
  exchange,
  backups,
  memory,
  terms,
  checks,
  segmentation,
  statistics,
  jobs,
} as const;

export type Contract = typeof contract;
export type FeatureName = keyof Contract;

export type InputOf<M> = M extends Method<infer Input> ? z.infer<Input> : never;
export type OutputOf<M> = M extends Method<z.ZodType, infer Output> ? z.infer<Output> : never;

/** The typed client: `client.units.page({…})`. The same shape over a port, in memory, and from the command line. */
export type Client = {
  readonly [Feature in FeatureName]: {
    readonly [Name in keyof Contract[Feature]]: (
      input: InputOf<Contract[Feature][Name]>,
    ) => Promise<OutputOf<Contract[Feature][Name]>>;
  };
};

/** Every method by its wire name, `feature.method`. */
export function methodsByName(): ReadonlyMap<string, Method> {
  return new Map(
    Object.entries(contract).flatMap(([feature, methods]) =>
      Object.entries(methods).map(([name, definition]) => [`${feature}.${name}`, definition as Method] as const),
    ),
  );
}
