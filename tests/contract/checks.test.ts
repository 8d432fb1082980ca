import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { UnitFindings } from '#shared/contract/checks.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import type { CheckCode } from '#shared/checks/codes.ts';
import { plain } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

const SOURCE = 'There are 17 goals.\nCollect the cards from everyone.\nCollect the cards from everyone.';
const RECEIVED = 'Hay 16 objetivos.\nRecoja las tarjetas de todos.\nJunte las  fichas de cada quien.';

async function opened(): Promise<{ readonly it: TestClient; readonly document: string }> {
  const it = await openClient();
  await withModule(it.client);
  return { it, document: await importText(it, SOURCE, RECEIVED) };
}

async function found(it: TestClient, document: string): Promise<readonly UnitFindings[]> {
  return (await it.client.checks.find({ documents: [document] })).units;
}

async function unitAt(it: TestClient, document: string, at: number): Promise<UnitRecord> {
  const { units } = await it.client.units.page({ document, from: at, count: 1 });
  return units[0] as UnitRecord;
}

function codes(units: readonly UnitFindings[], unit: string): readonly string[] {
  return units.find((each) => each.unit === unit)?.findings.map(({ code }) => code) ?? [];
}

async function counted(it: TestClient, document: string): Promise<number> {
  const { documents } = await it.client.library.read({});
  return documents.find(({ id }) => id === document)?.progress.findings ?? -1;
}

async function ignore(it: TestClient, unit: UnitRecord, source: string, code: CheckCode, params = {}): Promise<void> {
  await it.client.checks.ignore({
    unit: unit.id,
    finding: findingKey({ code, params }),
    texts: textsKey({ record: unit, source: plain(source) }),
    reason: 'Así lo quiere la AMB.',
  });
}

describe('findings of a document', () => {
  it('come from the units and from comparing them', async () => {
    const { it, document } = await opened();
    const units = await found(it, document);
    expect(units.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['numberDiffers'],
      ['sameSourceDiffers'],
      ['doubleSpace', 'sameSourceDiffers'],
    ]);
  });

  it('are counted by severity', async () => {
    const { it, document } = await opened();
    const { counts } = await it.client.checks.find({ documents: [document] });
    expect(counts).toEqual({ errors: 0, warnings: 4, hints: 0, ignored: 0 });
  });

  it('reach across the documents of a toolkit', async () => {
    const { it, document } = await opened();
    const other = await importText(it, 'Collect the cards from everyone.', 'Guarde las tarjetas de la gente.');
    const [unit] = await found(it, other);
    expect(unit?.findings).toMatchObject([{ code: 'sameSourceDiffers' }]);
    expect((await it.client.checks.find({ documents: [other, document] })).units.map((each) => each.document)).toEqual([
      other,
      document,
      document,
      document,
    ]);
  });

  it('know the glossary', async () => {
    const { it, document } = await opened();
    const term = { status: 'preferred', municipality: '', note: '' } as const;
    await it.client.terms.write({
      concept: {
        id: 'c',
        toolkit: null,
        domain: '',
        definition: '',
        source: '',
        note: '',
        terms: [
          { id: 'c-en', language: 'en', text: 'card', ...term },
          { id: 'c-es', language: 'es', text: 'cartulina', ...term },
        ],
      },
    });
    const unit = await unitAt(it, document, 1);
    expect(codes(await found(it, document), unit.id)).toContain('termNotUsed');
  });

  it('of an unknown document are refused', async () => {
    const { it } = await opened();
    await expect(found(it, 'nowhere')).rejects.toMatchObject({ code: 'unknownDocument' });
  });
});

describe('a finding left as it is', () => {
  const params = { number: '17', found: '16' };

  it('is told apart, with the reason', async () => {
    const { it, document } = await opened();
    const unit = await unitAt(it, document, 0);
    await ignore(it, unit, 'There are 17 goals.', 'numberDiffers', params);
    const [first] = await found(it, document);
    expect(first).toMatchObject({ findings: [], ignored: [{ reason: 'Así lo quiere la AMB.' }] });
  });

  it('is no longer counted in the library', async () => {
    const { it, document } = await opened();
    expect(await counted(it, document)).toBe(2);
    await ignore(it, await unitAt(it, document, 0), 'There are 17 goals.', 'numberDiffers', params);
    expect(await counted(it, document)).toBe(1);
  });

  it('is told again when somebody says so', async () => {
    const { it, document } = await opened();
    const unit = await unitAt(it, document, 0);
    await ignore(it, unit, 'There are 17 goals.', 'numberDiffers', params);
    await it.client.checks.unignore({ unit: unit.id, finding: findingKey({ code: 'numberDiffers', params }) });
    expect(codes(await found(it, document), unit.id)).toEqual(['numberDiffers']);
    expect(await counted(it, document)).toBe(2);
  });

  it('is told again when the text changes', async () => {
    const { it, document } = await opened();
    const unit = await unitAt(it, document, 0);
    await ignore(it, unit, 'There are 17 goals.', 'numberDiffers', params);
    const content = plain('Son 16 objetivos.');
    await it.client.units.apply({ document, commands: [{ type: 'edit', unit: unit.id, content }] });
    expect(codes(await found(it, document), unit.id)).toEqual(['numberDiffers']);
    expect(await counted(it, document)).toBe(2);
  });

  it('is still left when the workspace is opened again', async () => {
    const { it, document } = await opened();
    await ignore(it, await unitAt(it, document, 0), 'There are 17 goals.', 'numberDiffers', params);
    await it.close();
    const again = await openClient({ workspace: it.workspace });
    expect((await again.client.checks.ofDocument({ document })).ignored).toHaveLength(1);
  });

  it('of an unknown unit is refused', async () => {
    const { it } = await opened();
    const wish = { unit: 'nobody', finding: 'doubleSpace', texts: 'x', reason: 'x' };
    await expect(it.client.checks.ignore(wish)).rejects.toMatchObject({ code: 'unknownUnit' });
  });
});

describe('settings of a toolkit', () => {
  it('check everything and any quotation marks at first', async () => {
    const { it, document } = await opened();
    expect((await it.client.checks.ofDocument({ document })).settings).toEqual({ off: [], quotes: 'any' });
  });

  it('switch a check off, in the library too', async () => {
    const { it, document } = await opened();
    await it.client.checks.settings({ toolkit: 't', set: { off: ['numbers-kept', 'consistency'], quotes: 'any' } });
    const units = await found(it, document);
    expect(units.map(({ findings }) => findings.map(({ code }) => code))).toEqual([['doubleSpace']]);
    expect(await counted(it, document)).toBe(1);
  });
});

describe('the report', () => {
  it('is a page without scripts', async () => {
    const { it, document } = await opened();
    const { path, token } = it.target('avisos.html');
    expect(await it.client.checks.report({ documents: [document], as: 'html', to: token })).toMatchObject({
      findings: 4,
    });
    const page = readFileSync(path, 'utf8');
    expect(page).toContain('El original dice 17 y el texto 16.');
    expect(page).not.toContain('<script');
  });

  it('is a table, a row for each finding', async () => {
    const { it, document } = await opened();
    await ignore(it, await unitAt(it, document, 0), 'There are 17 goals.', 'numberDiffers', {
      number: '17',
      found: '16',
    });
    const { path, token } = it.target('avisos.csv');
    await it.client.checks.report({ documents: [document], as: 'csv', to: token, language: 'en' });
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toContain('The original says 17 and the text 16.');
    expect(rows[1]).toContain('Así lo quiere la AMB.');
  });
});
