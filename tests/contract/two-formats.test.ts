import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { docx, image, p } from '#tests/builders/docx/index.ts';

async function importPair(it: TestClient, source: Uint8Array, name: string, received: string): Promise<string> {
  const given = it.target('original.docx').path;
  writeFileSync(given, source);
  const plan = await it.client.imports.plan({
    source: it.engine.grants.allow(given, 'read'),
    received: it.grant(name, received),
  });
  const rest = { module: 'm', kind: 'reading', title: 'T' } as const;
  return (await it.client.imports.commit({ plan: plan.plan, links: plan.links, ...rest })).document;
}

test('an original in one format and its translation in another go out as the translation, and what cannot come along is told', async () => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const source = docx(
    p('Welcome to the workshop of digital government'),
    p('See ', image()),
    p('The end of the first day'),
  );
  const received = 'Bienvenida al taller de gobierno digital\n\nFin del primer día\n';
  const document = await importPair(it, source, 'traducción.md', received);
  const { path, token } = it.target('salida.md');
  const { findings } = await it.client.exports.document({ document, as: 'file', to: token });
  const written = readFileSync(path, 'utf8');
  expect(written).toContain('Bienvenida al taller');
  expect(written).toContain('See');
  expect(findings.map(({ code }) => code)).toContain('placeholderLost');
});
