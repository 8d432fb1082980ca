import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Verdict } from './trial.ts';

/**
 * One file in a process of its own: `node check-main.ts FILE [--seed N] [--keep PATH]`, a verdict as JSON on stdout. Which laws
 * are tried is told by the name's ending.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});

interface Laws {
  readonly checkFile: (path: string, options: { readonly seed?: number; readonly keep?: string }) => Promise<Verdict>;
}

async function lawsOf(extension: string): Promise<Laws> {
  switch (extension) {
    case '.pptx':
    case '.pptm':
    case '.ppsx':
    case '.potx':
      return await import('../pptx/laws.ts');
    case '.odt':
    case '.ott':
    case '.fodt':
    case '.odp':
    case '.otp':
    case '.fodp':
      return await import('../odf/laws.ts');
    case '.xlf':
    case '.xliff':
      return await import('../xliff/laws.ts');
    case '.html':
    case '.htm':
      return await import('../html/laws.ts');
    case '.md':
      return await import('../markdown/laws.ts');
    case '.txt':
      return await import('../text/laws.ts');
    default:
      return await import('./check-file.ts');
  }
}

const [path = ''] = positionals;
const { checkFile } = await lawsOf(extname(path).toLowerCase());
const verdict = await checkFile(path, {
  seed: Number(values.seed),
  ...(values.keep === undefined ? {} : { keep: values.keep }),
});
process.stdout.write(`${JSON.stringify(verdict)}\n`);
