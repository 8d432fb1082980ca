/**
 * Types on a small disk until it is full, then makes room and types on: `disk-full-main.ts DISK`. Prints what happened as
 * JSON.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { importText, makeClient, withModule } from '#tests/builders/client.ts';
import { verify } from './verify.ts';
import type { UnitChange } from '#shared/model/commands.ts';

const [disk = ''] = process.argv.slice(2);
const ballast = join(disk, 'ballast');
writeFileSync(ballast, Buffer.alloc(300 * 1024));
const it = await makeClient({ workspace: join(disk, 'workspace') });
await withModule(it.client);
const document = await importText(it, 'One\nTwo');
const { units } = await it.client.units.page({ document, from: 0, count: 1 });
const unit = units[0]?.id ?? '';
const acknowledged: UnitChange[] = [];

async function type(text: string): Promise<string> {
  try {
    const edit = { type: 'edit', unit, content: plain(text) } as const;
    acknowledged.push(...(await it.client.units.apply({ document, commands: [edit] })).changes);
    return '';
  } catch (cause) {
    return codeOf(cause);
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof AdaptaError ? cause.code : String(cause);
}

let refused = '';
for (let index = 0; index < 5000 && refused === ''; index += 1)
  refused = await type(`${index} ${'palabra '.repeat(500)}`);
const before = acknowledged.length;
const { path, token } = it.target('out.docx');
const exported = await it.client.exports.document({ document, as: 'file', to: token }).then(() => '', codeOf);
const left = readdirSync(join(disk, 'workspace')).filter((name) => name.endsWith('.part'));
const partial = existsSync(path) || left.length > 0;
rmSync(ballast);
const retried = await type('otra vez');
await it.close();
const verdict = await verify(join(disk, 'workspace'), acknowledged);
process.stdout.write(JSON.stringify({ refused, before, exported, partial, retried, verdict }));
