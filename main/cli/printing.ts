import type { PrintPort } from '#main/services/deps.ts';

/** Prints through Electron where this machine has it; null where it has not. Only loaded by commands that print. */
export async function printPort(): Promise<PrintPort | null> {
  const { canPrint, printWithElectron } = await import('#scripts/print.ts');
  if (!canPrint()) return null;
  return { print: async (html, options) => await printWithElectron(html, options) };
}
