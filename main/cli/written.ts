import type { Output } from './command.ts';

/** Findings that mean something of the file did not get through; the others are about the state of the work. */
const LOSSES: ReadonlySet<string> = new Set([
  'placeholderLost',
  'formatLost',
  'linkLost',
  'styleMissing',
  'containerMissing',
]);

interface Written {
  readonly bytes: number;
  readonly sha256?: string;
  readonly findings: readonly { readonly code: string }[];
}

/** What a command that wrote a file prints: exit code 1 when something was lost on the way. */
export function writtenOutput(value: Written): Output {
  return { value, failed: value.findings.some((finding) => LOSSES.has(finding.code)) };
}
