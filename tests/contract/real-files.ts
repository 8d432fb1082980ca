import { readFileSync } from 'node:fs';
import type { TestClient } from '#tests/builders/client.ts';

/** Imports real files into module `m`; gives the document's id. */
export async function importFiles(it: TestClient, source: string, received?: string): Promise<string> {
  const grant = (path: string): string => it.engine.grants.allow(path, 'read');
  const plan = await it.client.imports.plan({
    source: grant(source),
    ...(received === undefined ? {} : { received: grant(received) }),
  });
  const rest = { module: 'm', kind: 'reading', title: 'T' } as const;
  return (await it.client.imports.commit({ plan: plan.plan, links: plan.links, ...rest })).document;
}

/** The bytes of the document as it goes out. */
export async function exportOf(it: TestClient, document: string): Promise<Buffer> {
  const { path, token } = it.target('out.docx');
  await it.client.exports.document({ document, as: 'file', to: token });
  return readFileSync(path);
}
