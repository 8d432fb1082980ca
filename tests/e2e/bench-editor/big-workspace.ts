/** Makes a workspace with one very long document, through the services, without a window. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '#shared/contract/client.ts';
import { startEngine } from '#main/engine/engine.ts';
import type { Office } from '#main/services/office.ts';
import { textOffice } from '#tests/builders/client-text-office.ts';

export const BIG_TITLE = 'Documento muy largo';

const WORDS =
  'el taller municipal reúne a las servidoras y los servidores públicos que atienden cada día a la gente en ventanilla y quieren mejorar un servicio con datos abiertos metas claras y plazos que se cumplan en todo el territorio'.split(
    ' ',
  );

/** Lines of a plausible document: headings, list items, short and long paragraphs. Always the same. */
export function longText(units: number): string {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const sentence = (words: number): string =>
    Array.from({ length: words }, () => WORDS[next(WORDS.length)] ?? 'el').join(' ');
  const lines: string[] = [];
  for (let index = 0; index < units; index += 1) {
    if (index % 40 === 0) lines.push(`# ${index / 40 + 1} ${sentence(5)}`);
    else if (index % 5 === 0) lines.push(`- ${sentence(6 + next(12))}`);
    else lines.push(`${sentence(8 + next(50))} ${index}.`);
  }
  return lines.join('\n');
}

/** A workspace in `folder` with the sample and a document of so many units, each with its received translation. */
export async function makeBigWorkspace(folder: string, units: number): Promise<void> {
  const pairs: Office = {
    ...textOffice,
    align: (source) =>
      Promise.resolve(source.map((_block, index) => ({ source: [index], received: [index], confidence: 1 }))),
  };
  const engine = await startEngine({
    workspace: folder,
    resources: join(folder, 'none'),
    version: '0.0.0',
    office: pairs,
    print: null,
    sample: false,
  });
  try {
    const client = createClient((method, params) => engine.router.call(method, params));
    const language = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
    await client.library.apply({
      command: { type: 'createToolkit', id: 'big', name: 'Banco de pruebas', publisher: '', ...language },
    });
    await client.library.apply({
      command: { type: 'createModule', id: 'big-module', toolkit: 'big', number: '1', title: 'Medir' },
    });
    await client.settings.write({ profile: { name: 'María', role: 'trainer', municipality: '' } });
    const file = (name: string): string => {
      const path = join(folder, name);
      writeFileSync(path, longText(units));
      return engine.grants.allow(path, 'read');
    };
    const plan = await client.imports.plan({ source: file('source.txt'), received: file('received.txt') });
    await client.imports.commit({
      plan: plan.plan,
      links: plan.links,
      module: 'big-module',
      kind: 'reading',
      title: BIG_TITLE,
    });
  } finally {
    await engine.close();
  }
}
