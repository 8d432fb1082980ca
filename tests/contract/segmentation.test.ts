import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

/** A sentence ends behind a semicolon, and nowhere else. */
const BY_SEMICOLON = `<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="no"/>
  <body>
    <languagerules><languagerule languagerulename="all">
      <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule></languagerules>
    <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
  </body>
</srx>`;
const SOURCE = 'Look for a card; write on it. Then go.';
const RECEIVED = 'Busque una tarjeta; escriba en ella. Luego vaya.';

async function opened(): Promise<{ readonly it: TestClient; readonly document: string; readonly toolkit: string }> {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, SOURCE, RECEIVED);
  const { toolkits } = await it.client.library.read({});
  return { it, document, toolkit: toolkits[0]?.id ?? '' };
}

async function take(it: TestClient, toolkit: string, name: string, text: string): Promise<void> {
  await it.client.segmentation.import({ toolkit, file: it.grant(name, text) });
}

/** What the memory says once it has followed. */
async function remembered(it: TestClient, toolkit: string): Promise<readonly string[]> {
  await counted(it, toolkit);
  const { memories } = await it.client.memory.list({});
  const memory = memories[0]?.id ?? '';
  const { entries } = await it.client.memory.entries({ memory, filter: '', from: 0, count: 100 });
  return entries.map(({ target }) => target).toSorted();
}

async function counted(it: TestClient, toolkit: string): Promise<number | undefined> {
  const { rows } = await it.client.statistics.analyse({ scope: { of: 'toolkit', id: toolkit } });
  return rows[0]?.total.segments;
}

async function segmentsOut(it: TestClient, document: string): Promise<readonly string[]> {
  const { token, path } = it.target('out.xlf');
  await it.client.exchange.out({ document, as: 'xliff21', to: token });
  return [...readFileSync(path, 'utf8').matchAll(/<source[^>]*>(.*?)<\/source>/gu)].map(([, text = '']) => text.trim());
}

describe('rules of an SRX file', () => {
  test('are those of memory, counts and XLIFF', async () => {
    const { it, document, toolkit } = await opened();
    await take(it, toolkit, 'punto y coma.srx', BY_SEMICOLON);
    expect(await it.client.segmentation.read({ toolkit })).toEqual({ file: 'punto y coma.srx' });
    expect(await remembered(it, toolkit)).toEqual(['Busque una tarjeta;', RECEIVED, 'escriba en ella. Luego vaya.']);
    expect(await counted(it, toolkit)).toBe(2);
    expect(await segmentsOut(it, document)).toContain('write on it. Then go.');
  });

  test('make the memory anew, and so does going back', async () => {
    const { it, toolkit } = await opened();
    const own = ['Busque una tarjeta; escriba en ella.', RECEIVED, 'Luego vaya.'];
    expect(await remembered(it, toolkit)).toEqual(own);
    await take(it, toolkit, 'a.srx', BY_SEMICOLON);
    expect(await remembered(it, toolkit)).not.toEqual(own);
    await it.client.segmentation.reset({ toolkit });
    expect(await it.client.segmentation.read({ toolkit })).toEqual({ file: null });
    expect(await remembered(it, toolkit)).toEqual(own);
  });

  test('hold for their toolkit alone', async () => {
    const { it, toolkit } = await opened();
    await it.client.library.apply({
      command: {
        type: 'createToolkit',
        id: 'other',
        name: 'Otro',
        publisher: '',
        sourceLanguage: 'en',
        targetLanguage: 'es-BO',
      },
    });
    await take(it, toolkit, 'a.srx', BY_SEMICOLON);
    expect(await it.client.segmentation.read({ toolkit: 'other' })).toEqual({ file: null });
  });

  test('that could run for ever are refused, and those in use stay', async () => {
    const { it, toolkit } = await opened();
    await take(it, toolkit, 'a.srx', BY_SEMICOLON);
    const hostile = BY_SEMICOLON.replace('<beforebreak>;', '<beforebreak>(\\w+\\s?)+;');
    await expect(take(it, toolkit, 'b.srx', hostile)).rejects.toMatchObject({ code: 'invalidSrx' });
    expect(await it.client.segmentation.read({ toolkit })).toEqual({ file: 'a.srx' });
  });
});
