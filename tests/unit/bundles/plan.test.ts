import { describe, expect, it } from 'vitest';
import { compareModuleNumbers, layOut, planBundle } from '#main/bundles/plan.ts';
import type { BundleProfile } from '#main/bundles/types.ts';
import { bundleDocument, bundleRequest } from '#tests/builders/bundle.ts';

const warnings = (more: Parameters<typeof bundleDocument>[0]) =>
  planBundle(bundleRequest([bundleDocument(more)])).warnings.map(({ code, params }) => [code, params]);

function reportSize(profile: BundleProfile): number | undefined {
  const document = bundleDocument({ modes: { faithful: 1, adapted: 1, added: 0, omitted: 0 } });
  return planBundle(bundleRequest([document], { profile })).files.find(({ role }) => role === 'report')?.size;
}

describe('compareModuleNumbers', () => {
  it('takes a number as a path of numbers', () => {
    expect(['2.10', '2.9', '10', '2', '2.9.1'].toSorted(compareModuleNumbers)).toEqual([
      '2',
      '2.9',
      '2.9.1',
      '2.10',
      '10',
    ]);
  });

  it('puts documents without a module last', () => {
    expect([undefined, '9'].toSorted(compareModuleNumbers)[0]).toBe('9');
    expect(compareModuleNumbers(undefined, undefined)).toBe(0);
  });
});

describe('planBundle', () => {
  it('sorts modules by number and keeps the order of documents', () => {
    const documents = ['2.10', '2.9', '2.9'].map((moduleNumber, index) =>
      bundleDocument({ id: `doc-${index}`, title: `T${index}`, moduleNumber, moduleTitle: 'M' }),
    );
    const layout = layOut(bundleRequest(documents), () => false);
    expect(layout.modules.flatMap((module) => module.documents.map(({ file }) => file))).toEqual([
      '2.9 M/01 T1.docx',
      '2.9 M/02 T2.docx',
      '2.10 M/01 T0.docx',
    ]);
  });

  it('gathers documents outside modules', () => {
    const { moduleNumber: _, moduleTitle: __, ...loose } = bundleDocument();
    expect(planBundle(bundleRequest([loose])).files[0]?.path).toBe('data/Otros documentos/01 Actividad 1 - Mapa.docx');
  });

  it('does not say a number twice where it is the title too', () => {
    const plan = planBundle(bundleRequest([bundleDocument({ moduleNumber: '1', moduleTitle: '1' })]));
    expect(plan.files[0]?.path).toBe('data/1/01 Actividad 1 - Mapa.docx');
  });

  it('estimates a DOCX by its skeleton and a PDF by its words', () => {
    const files = planBundle(bundleRequest([bundleDocument({ skeletonBytes: 5000, words: 1000 })])).files;
    expect(files.find(({ role }) => role === 'document')?.size).toBe(5000);
    expect(files.find(({ role }) => role === 'pdf')?.size).toBe(66_000);
  });

  it('leaves out what can only be read', () => {
    const documents = [bundleDocument(), bundleDocument({ id: 'pdf', referenceOnly: true })];
    expect(planBundle(bundleRequest(documents)).leftOut).toEqual([{ document: 'pdf', code: 'referenceOnly' }]);
  });

  it('leaves the guide out for participants', () => {
    const documents = [bundleDocument(), bundleDocument({ id: 'guide', kind: 'facilitatorGuide' })];
    expect(planBundle(bundleRequest(documents, { profile: 'participants' })).leftOut).toEqual([
      { document: 'guide', code: 'facilitatorGuide' },
    ]);
    expect(planBundle(bundleRequest(documents)).leftOut).toEqual([]);
  });

  it('leaves out what has no unit for participants', () => {
    const answers = bundleDocument({ facilitatorUnits: 3 });
    expect(planBundle(bundleRequest([answers], { profile: 'participants' })).leftOut).toEqual([
      { document: 'doc-1', code: 'facilitatorOnly' },
    ]);
  });

  it('has a report for both profiles: the participants’ one only counts', () => {
    expect([reportSize('facilitator'), reportSize('participants')]).toEqual([7400, 6000]);
  });

  it('warns of nothing when everything is in order', () => {
    expect(warnings({})).toEqual([]);
  });

  it('warns of units that are not approved', () => {
    const statuses = { untranslated: 1, draft: 1, translated: 0, reviewed: 0, approved: 2 };
    expect(warnings({ statuses })).toEqual([['notApproved', { count: 2, of: 4 }]]);
  });

  it('warns of open findings', () => {
    expect(warnings({ openFindings: 4 })).toEqual([['openFindings', { count: 4, of: 3 }]]);
  });

  it('warns of a missing permission', () => {
    expect(warnings({ toolkit: { name: 'Kit', permission: ' ' } })).toEqual([['noPermission', {}]]);
  });

  it('warns of a name it had to change', () => {
    expect(warnings({ title: 'CON.' })).toEqual([['nameChanged', { why: 'edge reserved', name: '_CON' }]]);
  });

  it('warns of a title used twice, and keeps both files', () => {
    const plan = planBundle(
      bundleRequest([bundleDocument(), bundleDocument({ id: 'doc-2', title: 'ACTIVIDAD 1: Mapa' })]),
    );
    expect(plan.warnings).toEqual([
      { code: 'duplicateTitle', document: 'doc-2', params: { title: 'ACTIVIDAD 1: Mapa' } },
    ]);
    expect(new Set(plan.files.map(({ path }) => path)).size).toBe(plan.files.length);
  });

  it('suggests a name that fits beside others', () => {
    const workshop = { title: 'Innovación y gobierno digital para la gestión pública municipal', date: '2026-03-07' };
    expect(planBundle(bundleRequest([bundleDocument()], { workshop, profile: 'participants' })).name).toBe(
      '2026-03-07 Innovación y gobierno - participantes',
    );
  });
});
