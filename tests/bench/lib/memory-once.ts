/**
 * One process of the memory benchmark: opens a workspace's memory as the reading thread does and answers every query,
 * twice. JSON on stdout: milliseconds of the first look-up with opening, of each look-up (cold, warm: wall and processor),
 * resident megabytes, and what was found.
 */
import { readFileSync } from 'node:fs';
import { MemoryDesk } from '#main/services/memory-desk.ts';

const [workspace = '', queries = '', count = '5', least = '70'] = process.argv.slice(2);
const texts = readFileSync(queries, 'utf8')
  .split('\n')
  .filter((line) => line !== '');

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const opened = performance.now();
const desk = new MemoryDesk(workspace, 'reader');
const wish = { sourceLanguage: 'en', targetLanguage: 'es', sandbox: null, count: Number(count), least: Number(least) };
let first = 0;
const cold: number[] = [];
const found = texts.map((text) => {
  const start = performance.now();
  const answer = desk.find({ text, ...wish });
  if (first === 0) first = performance.now() - opened;
  cold.push(performance.now() - start);
  return answer.map(({ score, entry }) => ({ score, source: entry.source }));
});
const warm: number[] = [];
const cpu: number[] = [];
for (const text of texts) {
  const start = performance.now();
  const before = processor();
  desk.find({ text, ...wish });
  cpu.push(processor() - before);
  warm.push(performance.now() - start);
}
const memory = process.memoryUsage().rss / 2 ** 20;
process.stdout.write(`${JSON.stringify({ first, cold, warm, cpu, memory, found })}\n`);
desk.close();
