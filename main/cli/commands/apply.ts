import { resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { openFile } from '#main/services/open-file.ts';
import { text, type CliCommand } from '../command.ts';
import { EditSession } from '../edit-session.ts';
import { readEdit } from '../edits.ts';
import { readDocument } from '../open-document.ts';
import { withSession } from '../session.ts';
import { textOf } from '../values.ts';

/** Applies a file of edits, all or nothing; a refusal names the line. */
export const command: CliCommand = {
  positionals: ['DOCUMENT'],
  options: { from: text, workspace: text },
  required: ['from', 'workspace'],
  run: async (line) => {
    const document = line.positionals[0] ?? '';
    const { bytes } = await openFile(resolve(textOf(line, 'from')));
    const edits = linesOf(textOfFile(bytes));
    const value = await withSession(line, async ({ client }) => {
      const session = new EditSession(document, await readDocument(client, document));
      for (const { number, json } of edits)
        naming(number, () => {
          session.add(readEdit(json));
        });
      const commands = session.commands;
      const { changes } = commands.length === 0 ? { changes: [] } : await client.units.apply({ document, commands });
      return { edits: edits.length, changes: changes.length, named: Object.fromEntries(session.named) };
    });
    return { value };
  },
};

interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly json: string;
}

function linesOf(file: string): readonly Line[] {
  return file.split('\n').flatMap((json, index) => (json.trim() === '' ? [] : [{ number: index + 1, json }]));
}

/** A file in another encoding is refused as a whole: every accent of it would be stored as a replacement character. */
function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AdaptaError('badRequest', { at: '--from', reason: 'utf-8' }, { cause });
  }
}

/** Says which line of the file was refused, and why. */
function naming(line: number, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (!(cause instanceof AdaptaError)) throw cause;
    throw new AdaptaError('badEdits', { ...cause.params, line, code: cause.code }, { cause });
  }
}
