import { toPlainText } from '#shared/model/plain-text.ts';
import type { CheckUnit, Finding } from './check.ts';

/** What other units say changes without this one: it is no part of what a finding is. */
const ELSEWHERE: ReadonlySet<string> = new Set(['other']);

/**
 * Names a finding within its unit: its code and the params that matter. Findings alike in both (two double spaces) are one
 * to those who ignore them.
 */
export function findingKey({ code, params }: Pick<Finding, 'code' | 'params'>): string {
  const told = Object.entries(params)
    .filter(([name]) => !ELSEWHERE.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return told.length === 0 ? code : `${code} ${JSON.stringify(Object.fromEntries(told))}`;
}

/**
 * Names the two texts a finding was ignored for: another original or another target has another key. A hash of 106 bits (no
 * guard against anybody who wants two texts to have the same).
 */
export function textsKey({ record, source }: Pick<CheckUnit, 'record' | 'source'>): string {
  const texts = `${toPlainText(source)}\u0000${toPlainText(record.content)}`;
  return hash(texts, 0) + hash(texts, 1);
}

/** cyrb53: two multiplicative hashes of 32 bits side by side, mixed at the end. */
function hash(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}
