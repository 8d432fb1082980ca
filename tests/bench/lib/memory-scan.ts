import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { Pattern, TOO_FAR } from '#shared/memory/edit-distance.ts';
import { signRoom, writeSigns } from '#shared/memory/normal-form.ts';
import { prepareText, scoreOf } from '#shared/memory/score.ts';
import { pairsOfFile } from '#main/services/memory-read.ts';

/** The best there is for a query: by Adapta's own score (0–100), and by letters alone (1 − edit distance / longer text). */
export interface BestThereIs {
  readonly score: number;
  readonly letters: number;
}

const LEAST = 70;
/** Part of the cache's name: raised when score or scan change. */
const VERSION = 3;

/**
 * Compares every query with every source of a TMX: no index, no signatures. What cannot be better than the best so far is
 * not compared to its end, nothing else is spared. Kept in the system's temporary folder, since it takes minutes.
 */
export async function fullScan(
  tmx: string,
  queriesFile: string,
  queries: readonly string[],
): Promise<readonly BestThereIs[]> {
  const { size, mtimeMs } = statSync(tmx);
  const name = createHash('sha256')
    .update(JSON.stringify([VERSION, tmx, size, mtimeMs, queriesFile, queries]))
    .digest('hex');
  const cache = join(tmpdir(), `adapta-full-scan-${name.slice(0, 16)}.json`);
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8')) as readonly BestThereIs[];
  const sources = await sourcesOf(tmx);
  const folded = new Texts(sources, writeSigns);
  const raw = new Texts(sources, writeLetters);
  const best = queries.map((query) => ({
    score: bestScore(query, sources, folded),
    letters: bestLetters(query, sources, raw),
  }));
  writeFileSync(cache, JSON.stringify(best));
  return best;
}

async function sourcesOf(path: string): Promise<readonly string[]> {
  const sources = new Set<string>();
  for await (const { pairs } of pairsOfFile({ path, sourceLanguage: 'en', targetLanguage: 'es' }, 10_000))
    for (const { source } of pairs) sources.add(source);
  return [...sources];
}

/** UTF-16 units in bytes: those beyond Latin-1 share some, so that no distance comes out longer than it is. */
function writeLetters(text: string, out: Uint8Array): number {
  const length = Math.min(text.length, out.length);
  for (let at = 0; at < length; at += 1) out[at] = text.charCodeAt(at) & 0xff;
  return length;
}

class Texts {
  readonly bytes: Uint8Array;
  readonly starts: Float64Array;
  readonly write: (text: string, out: Uint8Array) => number;

  constructor(texts: readonly string[], write: (text: string, out: Uint8Array) => number) {
    this.write = write;
    this.starts = new Float64Array(texts.length + 1);
    const room = signRoom();
    let bytes = new Uint8Array(1 << 20);
    let used = 0;
    for (const [index, text] of texts.entries()) {
      const length = write(text, room);
      if (used + length > bytes.length) {
        const more = new Uint8Array(bytes.length * 2 + length);
        more.set(bytes);
        bytes = more;
      }
      bytes.set(room.subarray(0, length), used);
      used += length;
      this.starts[index + 1] = used;
    }
    this.bytes = bytes;
  }
}

function bestScore(query: string, sources: readonly string[], texts: Texts): number {
  const prepared = prepareText(query);
  return scan(query, texts, (index) => scoreOf(prepared, prepareText(sources[index] ?? '')).score);
}

function bestLetters(query: string, sources: readonly string[], texts: Texts): number {
  return (
    scan(query, texts, (index) => {
      const other = sources[index] ?? '';
      return 100 * (1 - distance(query, other) / Math.max(1, query.length, other.length));
    }) / 100
  );
}

/** The highest score there is, 0 when none reaches the least. */
function scan(query: string, { bytes, starts, write }: Texts, score: (index: number) => number): number {
  const room = signRoom();
  const own = room.slice(0, write(query, room));
  const pattern = new Pattern(own);
  let best = 0;
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? 0;
    const longer = Math.max(own.length, to - from);
    const limit = Math.floor((1 - Math.max(LEAST, best) / 100) * longer + 1e-9);
    if (Math.abs(own.length - (to - from)) > limit) continue;
    if (pattern.distance(bytes, from, to, limit) === TOO_FAR) continue;
    const points = score(index);
    if (points >= LEAST && points > best) best = points;
  }
  return best;
}
