import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Concept } from '#shared/model/concept.ts';
import { WorkerOffice } from '#main/engine/worker-office.ts';
import { readTerms } from '#main/services/term-read.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { concept as given, term, unsigned } from '#tests/builders/glossary.ts';

const concept = (...terms: Parameters<typeof given>[0]) => unsigned(given(terms));
const withoutIds = (concepts: readonly Concept[]) =>
  concepts.map(({ id: _id, terms, ...rest }) => ({ ...rest, terms: terms.map(({ id: _term, ...more }) => more) }));
const NOW = '2026-05-01T10:00:00.000Z';
const list = async (it: TestClient, filter = {}) => await it.client.terms.list({ filter, from: 0, count: 100 });
const textsOf = ({ terms }: Concept): readonly string[] => terms.map((each) => `${each.language}:${each.text}`);
const announced = (it: TestClient): number => it.events.filter(({ event }) => event === 'termsChanged').length;

async function started(): Promise<TestClient> {
  const it = await openClient({ now: () => NOW });
  await withModule(it.client);
  await it.client.settings.write({ profile: { name: 'Ana', role: 'trainer', municipality: 'El Alto' } });
  return it;
}

async function imported(it: TestClient, name: string, text: string) {
  return await it.client.terms.import({ file: it.grant(name, text), toolkit: null });
}

describe('writing', () => {
  test('a new concept is signed and listed, and undone by removing it', async () => {
    const it = await started();
    const { concept: made, before } = await it.client.terms.write({ concept: concept('en:goal', 'es:objetivo') });
    expect(made).toMatchObject({ author: 'Ana', at: NOW });
    expect(before).toBeNull();
    expect((await list(it)).concepts).toEqual([made]);
    expect(await it.client.terms.remove({ concepts: ['goal'] })).toEqual({ removed: [made] });
    expect((await list(it)).total).toBe(0);
    expect(announced(it)).toBe(2);
  });

  test('a changed concept tells what it was, terms in their order', async () => {
    const it = await started();
    await it.client.terms.write({ concept: concept('en:goal', 'es:objetivo') });
    const { before } = await it.client.terms.write({ concept: { ...concept('en:goal'), domain: 'ODS' } });
    expect(before?.terms.map(({ text }) => text)).toEqual(['goal', 'objetivo']);
    expect((await list(it)).concepts[0]).toMatchObject({ domain: 'ODS', terms: [{ text: 'goal' }] });
  });

  test('what is removed is put back with everything it had', async () => {
    const it = await started();
    const terms = [{ ...term('es:alcaldía'), municipality: 'Cobija', note: 'N', partOfSpeech: 'noun' as const }];
    await it.client.terms.write({ concept: { ...concept('en:town hall'), terms } });
    const { removed } = await it.client.terms.remove({ concepts: ['town hall', 'unknown'] });
    await it.client.settings.write({ profile: { name: 'Luis', role: 'trainer', municipality: 'El Alto' } });
    await it.client.terms.restore({ concepts: removed });
    expect(removed[0]?.author).toBe('Ana');
    expect((await list(it)).concepts).toEqual(removed);
  });

  test('a concept that changed is set back with its author and time', async () => {
    let now = NOW;
    const it = await openClient({ now: () => now });
    const { concept: first } = await it.client.terms.write({ concept: concept('en:goal', 'es:objetivo') });
    now = '2026-06-01T10:00:00.000Z';
    const { before } = await it.client.terms.write({ concept: concept('en:goal') });
    await it.client.terms.restore({ concepts: [before ?? given([])] });
    expect((await list(it)).concepts).toEqual([first]);
  });

  test('of concepts to be set back all are, or none', async () => {
    const it = await started();
    const lost = { ...given(['en:goal']), toolkit: 'nowhere' };
    await expect(it.client.terms.restore({ concepts: [given(['en:town']), lost] })).rejects.toMatchObject({
      code: 'unknownToolkit',
    });
    expect((await list(it)).total).toBe(0);
  });

  test('a term belongs to one concept', async () => {
    const it = await started();
    await it.client.terms.write({ concept: concept('en:goal') });
    const thief = { ...concept('en:other'), terms: concept('en:goal').terms };
    await expect(it.client.terms.write({ concept: thief })).rejects.toMatchObject({ code: 'badRequest' });
  });

  test('a toolkit has to be there', async () => {
    const it = await started();
    const lost = { ...concept('en:goal'), toolkit: 'nowhere' };
    await expect(it.client.terms.write({ concept: lost })).rejects.toMatchObject({ code: 'unknownToolkit' });
  });
});

async function filled(): Promise<TestClient> {
  const it = await started();
  const write = async (each: Partial<Concept>, ...terms: Parameters<typeof given>[0]) =>
    await it.client.terms.write({ concept: { ...concept(...terms), ...each } });
  await write({ domain: 'ODS', toolkit: 't' }, 'en:target', 'es:meta', 'es:!objetivo');
  await write({ domain: 'Taller', definition: 'Quien acompaña' }, 'en:facilitator', 'es:facilitador/a');
  await write({}, 'qu:ayllu');
  return it;
}

describe('listing', () => {
  test.each([
    [{}, ['qu:ayllu', 'en:facilitator', 'en:target']],
    [{ text: 'ACOMPANA' }, ['en:facilitator']],
    [{ text: 'objetivo' }, ['en:target']],
    [{ domain: 'ODS' }, ['en:target']],
    [{ status: 'forbidden' as const }, ['en:target']],
    [{ language: 'qu-BO' }, ['qu:ayllu']],
    [{ toolkit: 'u' }, ['qu:ayllu', 'en:facilitator']],
  ])('%j', async (filter, heads) => {
    const it = await filled();
    const { concepts, total, domains } = await list(it, filter);
    expect(concepts.map((each) => textsOf(each)[0])).toEqual(heads);
    expect(total).toBe(heads.length);
    expect(domains).toEqual(['ODS', 'Taller']);
  });

  test('a page of it', async () => {
    const it = await filled();
    const page = await it.client.terms.list({ filter: {}, from: 1, count: 1 });
    expect([page.total, page.concepts.length, page.concepts[0]?.domain]).toEqual([3, 1, 'Taller']);
  });
});

describe('of a document', () => {
  test('the terms in both texts of a unit, those of other toolkits not', async () => {
    const it = await started();
    await it.client.terms.write({ concept: concept('en:goal', 'es:objetivo', 'es:!meta') });
    const other = { ...concept('en:report', 'es:informe'), toolkit: 't2' };
    await it.client.library.apply({
      command: {
        type: 'createToolkit',
        id: 't2',
        name: 'Otro',
        publisher: '',
        sourceLanguage: 'en',
        targetLanguage: 'es',
      },
    });
    await it.client.terms.write({ concept: other });
    const document = await importText(it, 'The goals of the report', 'Las metas del informe');
    const { units } = await it.client.units.page({ document, from: 0, count: 1 });
    const found = await it.client.terms.ofUnit({ unit: units[0]?.id ?? '' });
    expect(found.source).toEqual([
      { concept: 'goal', term: 'en:goal#0', from: 4, to: 9, status: 'preferred', unaccented: false },
    ]);
    expect(found.target).toMatchObject([{ concept: 'goal', status: 'forbidden', from: 4, to: 9 }]);
    const { concepts, municipality } = await it.client.terms.ofDocument({ document });
    expect([concepts.length, municipality]).toEqual([1, 'El Alto']);
  });

  test('a proposed pair makes a concept of the toolkit, a second joins it, a third changes nothing', async () => {
    const it = await started();
    const document = await importText(it, 'A handout', 'Un folleto');
    const first = await it.client.terms.propose({ document, source: 'handout', target: 'folleto' });
    expect(first.before).toBeNull();
    expect(first.concept).toMatchObject({ toolkit: 't', terms: [{ status: 'proposed' }, { status: 'proposed' }] });
    const second = await it.client.terms.propose({ document, source: 'Handout', target: 'material impreso' });
    expect(second.before).toEqual(first.concept);
    expect(textsOf(second.concept)).toEqual(['en:handout', 'es-BO:folleto', 'es-BO:material impreso']);
    const third = await it.client.terms.propose({ document, source: 'handout', target: 'Folleto' });
    expect(third.concept).toEqual(second.concept);
    expect(announced(it)).toBe(2);
  });
});

describe('files', () => {
  const CSV = 'en;es;Definición;Prohibido\ngoal;objetivo|fin;Lo que se busca;meta\n;solo;;\ntarget;meta;;\n';

  test('a table of two languages comes in, with what could not be used', async () => {
    const it = await started();
    expect(await imported(it, 'a.csv', CSV)).toEqual({
      added: 2,
      merged: 0,
      unchanged: 0,
      skipped: [{ line: 3, reason: 'noSource' }],
    });
    const [goal] = (await list(it)).concepts;
    expect(goal?.definition).toBe('Lo que se busca');
    expect(goal?.terms.map(({ text, status }) => [text, status])).toEqual([
      ['goal', 'preferred'],
      ['objetivo', 'preferred'],
      ['fin', 'admitted'],
      ['meta', 'forbidden'],
    ]);
  });

  test('the same table again changes nothing', async () => {
    const it = await started();
    await imported(it, 'a.csv', CSV);
    const before = await list(it);
    expect(await imported(it, 'b.csv', CSV)).toMatchObject({ added: 0, merged: 0, unchanged: 2 });
    expect(await list(it)).toEqual(before);
  });

  test.each([
    ['a word to be avoided in the second language', 'c,en,widget,preferred\nc,es,cachivache,forbidden\n'],
    ['nothing but a word to be avoided', 'c,es,cachivache,forbidden\n'],
    ['the same term twice', 'c,en,widget,preferred\nc,en,Widget,preferred\nc,es,aparato,preferred\n'],
  ])('an entry with %s is known when it comes again', async (_what, rows) => {
    const it = await started();
    const table = `concept,language,term,status\n${rows}`;
    expect(await imported(it, 'a.csv', table)).toMatchObject({ added: 1 });
    const before = await list(it);
    expect(await imported(it, 'b.csv', table)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await list(it)).toEqual(before);
  });

  test('a term given twice comes in once, a second preferred one beside it as admitted', async () => {
    const it = await started();
    await it.client.terms.write({ concept: concept('en:widget', 'es:aparato') });
    const table = 'en,es,es-BO,es-AR\nwidget,aparato,chisme,artefacto\n';
    await imported(
      it,
      'a.csv',
      'concept,language,term\nc,en,widget\nc,es,aparato\nc,qu,chisme\nc,qu,Chisme\nc,qu,otro\n',
    );
    const [widget] = (await list(it)).concepts;
    expect(widget?.terms.map(({ text, status }) => [text, status])).toEqual([
      ['widget', 'preferred'],
      ['aparato', 'preferred'],
      ['chisme', 'preferred'],
      ['otro', 'admitted'],
    ]);
    expect(await imported(it, 'b.csv', table)).toMatchObject({ merged: 1 });
  });

  test('of three languages two are enough', async () => {
    const it = await started();
    const table = 'en,es,qu\nward,distrito,\nhouse,,wasi\nalone,,\n,solo,\n';
    expect(await imported(it, 'a.csv', table)).toMatchObject({
      added: 2,
      skipped: [
        { line: 4, reason: 'noTarget' },
        { line: 5, reason: 'noSource' },
      ],
    });
  });

  test('a language is taken by its name; what is none is told', async () => {
    const it = await started();
    const table = 'Lengua,Término\nEspañol,vecino\nxx yy,nada\nes_BO,vecina\n';
    expect(await imported(it, 'a.csv', table)).toMatchObject({ added: 2, skipped: [{ line: 3, reason: 'badLine' }] });
    expect((await list(it)).concepts.map((each) => textsOf(each)[0])).toEqual(['es-BO:vecina', 'es:vecino']);
  });

  test('an entry that shares a term in both languages joins, and replaces nothing', async () => {
    const it = await started();
    await it.client.terms.write({ concept: { ...concept('en:goal', 'es:objetivo'), definition: 'Mía' } });
    expect(await imported(it, 'a.csv', CSV)).toMatchObject({ added: 1, merged: 1 });
    const [goal] = (await list(it)).concepts;
    expect([goal?.id, goal?.definition, goal?.terms.length]).toEqual(['goal', 'Mía', 4]);
  });

  test('a table without names is taken as English, Spanish, note', async () => {
    const it = await started();
    expect(await imported(it, 'a.tsv', 'goal\tobjetivo\tODS\n')).toMatchObject({ added: 1 });
    expect((await list(it)).concepts[0]).toMatchObject({
      note: 'ODS',
      terms: [{ text: 'goal' }, { text: 'objetivo' }],
    });
  });

  test('source beside target is a term', async () => {
    const it = await started();
    expect(await imported(it, 'a.csv', 'source,target,comment\ngoal,objetivo,ODS\n')).toMatchObject({ added: 1 });
    expect((await list(it)).concepts[0]).toMatchObject({ source: '', note: 'ODS', terms: [{ text: 'goal' }, {}] });
  });

  test('a concept of one toolkit comes back to it, whatever it is imported for', async () => {
    const it = await started();
    await it.client.terms.write({ concept: { ...concept('en:goal', 'es:objetivo'), toolkit: 't' } });
    const out = it.target('g.tbx');
    await it.client.terms.export({ filter: {}, as: 'tbx', to: out.token });
    const back = await it.client.terms.import({ file: it.grant('g.tbx'), toolkit: null });
    expect(back).toMatchObject({ added: 0, unchanged: 1 });
  });

  test.each(['tbx', 'csv'] as const)('what goes out as %s comes back the same', async (as) => {
    const it = await started();
    const terms = [
      { ...term('en:goal'), partOfSpeech: 'noun' as const },
      term('es:~=fin'),
      { ...term('es:!meta'), note: 'Ver «target»', municipality: 'Cobija' },
      { ...term('es:propósito'), status: 'proposed' as const, note: 'De un taller' },
    ];
    const facts = { domain: 'ODS', definition: 'Lo que <se> busca', source: 'A/RES/70/1', note: 'N;1' };
    await it.client.terms.write({ concept: { ...concept('en:goal'), ...facts, terms } });
    const before = await list(it);
    const out = it.target(`glosario.${as}`);
    expect(await it.client.terms.export({ filter: {}, as, to: out.token })).toMatchObject({ concepts: 1 });
    const file = it.grant(`glosario.${as}`);
    expect(await it.client.terms.import({ file, toolkit: null })).toMatchObject({ added: 0, unchanged: 1 });
    await it.client.terms.remove({ concepts: ['goal'] });
    expect(await it.client.terms.import({ file, toolkit: null })).toMatchObject({ added: 1 });
    expect(withoutIds((await list(it)).concepts)).toEqual(withoutIds(before.concepts));
  });

  test('TBX of 2008 comes in: superseded is deprecated, deprecated is forbidden', async () => {
    const it = await started();
    const entry = `<martif type="TBX"><martifHeader/><text><body><termEntry id="1"><descrip type="subjectField">ODS</descrip>
      <langSet xml:lang="en"><tig><term>goal</term></tig></langSet><langSet xml:lang="es">
      <tig><term>objetivo</term></tig><tig><term>meta</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      <tig><term>fin</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
      </langSet></termEntry></body></text></martif>`;
    expect(await imported(it, 'a.tbx', entry)).toMatchObject({ added: 1 });
    const [goal] = (await list(it)).concepts;
    expect(goal?.terms.map(({ status }) => status)).toEqual(['preferred', 'preferred', 'forbidden', 'deprecated']);
  });

  test('a file that is no glossary is refused by its name', async () => {
    const it = await started();
    await expect(imported(it, 'a.tbx', '<tmx/>')).rejects.toMatchObject({
      code: 'invalidTbx',
      params: { file: 'a.tbx', rule: 'rootIsNotTbx' },
    });
  });

  test('a file is read in a thread as beside it', async () => {
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(CSV) };
    expect(await new WorkerOffice().readTerms(file)).toEqual(structuredClone({ ...(await readTerms(file)) }));
  });

  test('a big file leaves turns for others, and can be cancelled between them', async () => {
    const it = await started();
    const rows = Array.from({ length: 3000 }, (_, index) => `term ${index}\ttérmino ${index}\t`);
    const work = imported(it, 'a.tsv', rows.join('\n'));
    await vi.waitFor(async () => {
      expect((await it.client.jobs.list({})).jobs.at(-1)?.done).toBeGreaterThan(0);
    });
    const job = (await it.client.jobs.list({})).jobs.at(-1);
    await it.client.jobs.cancel({ job: job?.id ?? '' });
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    const { total } = await list(it);
    expect(total).toBeLessThan(3000);
    expect(await imported(it, 'b.tsv', rows.join('\n'))).toMatchObject({ added: 3000 - total, unchanged: total });
  });
});

test('a cell that begins like a formula is no formula in the table', async () => {
  const it = await started();
  await it.client.terms.write({ concept: concept('en:=SUM(A1)') });
  const out = it.target('g.csv');
  await it.client.terms.export({ filter: {}, as: 'csv', to: out.token });
  expect(readFileSync(out.path, 'utf8')).toContain(",'=SUM(A1),");
});

test('a table in the encoding of old spreadsheets comes in', async () => {
  const it = await started();
  const path = join(it.workspace, 'old.csv');
  writeFileSync(path, Buffer.from('en;es\nbudget;presupuesto público\nyear;año\n', 'latin1'));
  await it.client.terms.import({ file: it.engine.grants.allow(path, 'read'), toolkit: null });
  expect((await list(it, { text: 'año' })).concepts.map((each) => textsOf(each))).toEqual([['en:year', 'es:año']]);
});
