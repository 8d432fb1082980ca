import type { Content } from '#shared/model/content.ts';
import type { UnitFacts, UnitState } from '../format.ts';
import { ownFields } from './state.ts';

/** What a unit of the file is to become. */
export interface Wish {
  /** The translation; null: there is none. */
  readonly content: Content | null;
  /** Absent: the state of the work stays as the file has it. */
  readonly facts?: Pick<UnitFacts, 'mode' | 'status' | 'audience' | 'adaptation'>;
}

/** Whether the file already says of the work what is to be said: then its own way of saying it stays. */
export function saysAlready(state: UnitState, facts: Wish['facts']): boolean {
  if (facts === undefined) return true;
  const own = { mode: 'faithful', audience: 'everyone', adaptation: null, ...state } as const;
  return state.status === facts.status && sameFields(ownFields(own), ownFields(facts));
}

export function sameFields(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}
