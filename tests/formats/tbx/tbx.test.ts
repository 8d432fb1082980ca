import { collect } from '#tests/formats/flat/collect.ts';
import { expect, test } from 'vitest';
import { readTbx } from '#main/formats/tbx/read.ts';
import { writeTbx } from '#main/formats/tbx/write.ts';
import type { ReadTbxEntry, TbxEntry } from '#main/formats/tbx/model.ts';

async function read(source: string | Iterable<Uint8Array>): Promise<readonly ReadTbxEntry[]> {
  return await collect(readTbx(typeof source === 'string' ? [Buffer.from(source)] : source));
}

const ENTRY: TbxEntry = {
  id: 'c1',
  subject: 'gobierno local',
  definitions: [{ text: 'Entidad territorial', source: 'Ley 031' }],
  notes: ['Bolivia'],
  sources: ['AMB'],
  references: ['https://gob.bo/'],
  languages: [
    {
      language: 'en',
      definitions: [],
      notes: [],
      sources: [],
      references: [],
      terms: [{ term: 'municipal government', contexts: [], definitions: [], notes: [], sources: [], references: [] }],
    },
    {
      language: 'es-BO',
      definitions: [],
      notes: [],
      sources: [],
      references: [],
      terms: [
        {
          term: 'gobierno autónomo municipal',
          partOfSpeech: 'noun',
          gender: 'masculine',
          type: 'fullForm',
          status: 'preferred',
          contexts: [{ text: 'El GAM de Cobija' }],
          definitions: [],
          notes: [],
          sources: [],
          references: [],
        },
        {
          term: 'alcaldía',
          status: 'forbidden',
          contexts: [],
          definitions: [],
          notes: ['No es la institución'],
          sources: [],
          references: [],
        },
      ],
    },
  ],
};

test('what is written is read the same', async () => {
  const header = { language: 'es', title: 'Glosario', origin: 'Adapta' };
  const [entry] = await read(await collect(writeTbx(header, [ENTRY])));
  expect(entry).toEqual({ ...ENTRY, line: 5 });
});

test('TBX of 2008: martif, termEntry, langSet, tig and ntig', async () => {
  const source = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="e1"><descrip type="subjectField">SDG</descrip><descripGrp><descrip type="definition">A <hi>goal</hi></descrip><admin type="source">UN</admin></descripGrp>
<langSet xml:lang="en"><tig><term>target</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="es"><ntig><termGrp><term>meta</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>`;
  expect(await read(source)).toMatchObject([
    {
      id: 'e1',
      subject: 'SDG',
      definitions: [{ text: 'A goal', source: 'UN' }],
      languages: [
        { language: 'en', terms: [{ term: 'target', partOfSpeech: 'noun' }] },
        { language: 'es', terms: [{ term: 'meta', status: 'preferred' }] },
      ],
    },
  ]);
});

test('TBX of 2019 with categories as elements', async () => {
  const source = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader/><text><body><conceptEntry id="c5"><min:subjectField>ODS</min:subjectField>
<langSec xml:lang="es"><basic:definition>d</basic:definition><termSec><term>meta</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><basic:context>c</basic:context></termSec></langSec>
</conceptEntry></body></text></tbx>`;
  expect(await read(source)).toMatchObject([
    {
      subject: 'ODS',
      languages: [
        {
          definitions: [{ text: 'd' }],
          terms: [{ term: 'meta', partOfSpeech: 'noun', status: 'forbidden', contexts: [{ text: 'c' }] }],
        },
      ],
    },
  ]);
});

function tbx(inside: string): string {
  return `<tbx><text><body>\n<conceptEntry>${inside}</conceptEntry></body></text></tbx>`;
}

const BROKEN: readonly (readonly [rule: string, source: string])[] = [
  ['rootIsNotTbx', '\n<x/>'],
  ['languageMissing', tbx('')],
  ['languageMissing', tbx('<langSec><termSec><term>x</term></termSec></langSec>')],
  ['termMissing', tbx('<langSec xml:lang="es"/>')],
  ['termMissing', tbx('<langSec xml:lang="es"><termSec/></langSec>')],
  ['termPlace', tbx('<termSec><term>x</term></termSec>')],
];

test.each(BROKEN)('a file that breaks the rule %s is refused by it', async (rule, source) => {
  await expect(read(source)).rejects.toMatchObject({ code: 'invalidTbx', params: { rule, line: 2 } });
});

test('declarations in a document type are refused', async () => {
  await expect(read('<!DOCTYPE tbx [<!ENTITY a "x">]><tbx/>')).rejects.toMatchObject({ code: 'doctype' });
});
