import { resolve } from 'node:path';
import { verifyBundle } from '#main/bundles/verify.ts';
import type { CliCommand } from '../command.ts';

export const command: CliCommand = {
  positionals: ['FILE.zip'],
  options: {},
  required: [],
  run: async ({ positionals }) => {
    const { ok, title, files, problems } = await verifyBundle(resolve(positionals[0] ?? ''));
    return { value: { ok, title, files: files.length, problems }, failed: !ok };
  },
};
