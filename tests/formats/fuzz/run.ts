import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a fuzzing run prints, see fuzz-main.ts. */
export interface FuzzResult {
  readonly rounds: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly megabytes: number;
  readonly bad: readonly {
    readonly round: number;
    readonly file: string;
    readonly code: string;
    readonly detail: string;
  }[];
}

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url).pathname;
const HERE = new URL('./', import.meta.url).pathname;

/** Small files of every kind that is fuzzed: a round should damage what is read, not wait for it. */
const FILES = [
  'docx/features.docx',
  'docx/lists.docx',
  'docx/text-box.docx',
  'docx/notes.docx',
  'docx/comments.docx',
  'pptx/output.pptx',
  'odf/TestDocument04.odt',
  'odf/TestPresentation01.odp',
  'xliff12/okapi-BetweenSegments.xlf',
  'xliff12/Working_with_the_Review_tool.xlf',
  'tmx/TMXComplianceKit/ImportTest1A.tmx',
  'tmx/TMXComplianceKit/ImportTest2A.tmx',
];

/** Fuzzes in a process that may read and start threads, and neither write a file nor ask the network. */
export async function fuzz(rounds: number, seed = 1): Promise<FuzzResult> {
  const args = [
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--import',
    join(HERE, 'no-way-out.mjs'),
    join(HERE, 'fuzz-main.ts'),
    ...FILES.map((name) => join(CORPUS, name)),
    '--rounds',
    String(rounds),
    '--seed',
    String(seed),
  ];
  return await new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const line = stdout.trim().split('\n').at(-1) ?? '';
      if (line.startsWith('{')) resolve(JSON.parse(line) as FuzzResult);
      else reject(new Error(`${error?.message ?? ''}\n${stderr}`));
    });
  });
}
