import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { noticeKind, rightNotice } from '#main/bundles/notice.ts';
import { countAdaptations } from '#main/bundles/report-summary.ts';
import { anonymousReportPage, reportPage } from '#main/bundles/report.ts';
import { indexPage, openingPage, type SiteDocument } from '#main/bundles/site.ts';
import { bundleLanguage, bundleText, fill, longDate, readableSize } from '#main/bundles/text.ts';
import en from '#resources/locales/bundle.en.json' with { type: 'json' };
import es from '#resources/locales/bundle.es.json' with { type: 'json' };
import { adaptation, bundleDocument } from '#tests/builders/bundle.ts';

const workshop = { title: 'Gobierno <digital>', date: '2026-03-07', place: 'El Alto & La Paz' };
const FAITHFUL = { faithful: 9, adapted: 0, added: 0, omitted: 0 };

function siteDocument(more: Partial<SiteDocument> = {}): SiteDocument {
  return {
    title: 'Actividad 1: ¿qué es?',
    kind: 'activity',
    language: 'es-BO',
    extension: 'docx',
    file: { path: '2.1 Módulo/01 Actividad #1?.docx', size: 12_345 },
    pdf: { path: '2.1 Módulo/01 Actividad #1?.pdf', size: 2_345_678 },
    ...more,
  };
}

function index(language = 'es-BO', document = siteDocument()): string {
  const modules = [{ number: '2.1', title: 'Módulo', documents: [document] }];
  return indexPage({ workshop, profile: 'facilitator', language, modules, report: 'Informe.html', notice: ['Aviso.'] });
}

function report(...adaptations: readonly ReturnType<typeof adaptation>[]): string {
  return reportPage({
    workshop,
    language: 'es',
    notice: ['Aviso.'],
    documents: [{ title: 'Actividad 1', moduleNumber: '2.1', language: 'es-BO', adaptations }],
  });
}

const ACTIVE = new Set(['script', 'img', 'link', 'iframe', 'object', 'embed', 'form', 'base', 'video', 'audio', 'svg']);
type Node = DefaultTreeAdapterTypes.Node;

function elementsOf(node: Node): readonly DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

describe.each([
  ['the index', index()],
  ['the opening page', openingPage('data/index.html', 'es')],
  ['the report', report(adaptation({ target: '<script>alert(1)</script>', note: '<img src=x onerror=alert(1)>' }))],
  [
    'the report that only counts',
    anonymousReportPage({
      workshop,
      language: 'es',
      notice: ['Aviso.'],
      documents: [{ title: 'Actividad 1', adaptations: [adaptation()] }],
    }),
  ],
])('%s', (_name, html) => {
  it('holds no script and fetches nothing', () => {
    const elements = elementsOf(parse(html));
    expect(elements.filter(({ tagName }) => ACTIVE.has(tagName))).toEqual([]);
    expect(
      elements
        .flatMap(({ attrs }) => attrs)
        .filter(({ name, value }) => /^(?:src|srcset|on\w+)$|style/u.test(name) || /^\w+:/u.test(value)),
    ).toEqual([]);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/@import|url\(/u);
  });

  it('is HTML without an error', () => {
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => void errors.push(code) });
    expect(errors).toEqual([]);
  });

  it('names its language and has one heading of the first level', () => {
    expect(html).toMatch(/<html lang="es/u);
    expect(html.match(/<h1>/gu)).toHaveLength(1);
  });
});

describe('the index', () => {
  it('escapes what people typed', () => {
    expect(index()).toContain('<h1>Gobierno &lt;digital&gt;</h1>');
    expect(index()).toContain('El Alto &amp; La Paz');
  });

  it('links so that # and ? stay part of the name', () => {
    expect(index()).toContain('href="2.1%20M%C3%B3dulo/01%20Actividad%20%231%3F.docx"');
  });

  it('writes dates and sizes as people in Bolivia do', () => {
    expect(index()).toContain('7 de marzo de 2026');
    expect(index()).toContain('2,3 MB');
  });

  it('speaks English for English content', () => {
    expect(index('en')).toContain('7 March 2026');
    expect(index('en')).toContain('Module 2.1 · Módulo');
  });

  it('marks what is for the facilitator only', () => {
    expect(index('es', siteDocument({ kind: 'facilitatorGuide' }))).toContain('Solo para quien facilita');
    expect(index()).not.toContain('Solo para quien facilita');
  });
});

describe('the report', () => {
  it('says what, why, by whom and when', () => {
    const html = report(adaptation({ note: 'La ley boliviana' }));
    for (const part of [
      'adaptado · ley o norma',
      'María Quispe, 20 de febrero de 2026',
      'La ley boliviana',
      'Ley 341',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('marks the words that changed', () => {
    const html = report(adaptation({ received: 'El condado decide.', target: 'El municipio decide.' }));
    expect(html).toContain('El <del>condado</del> decide.');
    expect(html).toContain('El <ins>municipio</ins> decide.');
  });

  it('shows what was omitted and what was added', () => {
    const html = report(
      adaptation({ mode: 'omitted', source: 'ZIP code', received: 'Código ZIP', target: '', reason: 'infrastructure' }),
      adaptation({ mode: 'added', source: '', received: '', target: 'Caso de Cobija', reason: 'example-or-case' }),
    );
    expect(html).toContain('<del>Código ZIP</del>');
    expect(html).toContain('<ins>Caso de Cobija</ins>');
  });

  it('counts by mode and by reason', () => {
    const { reason: _, ...unexplained } = adaptation({ mode: 'added' });
    const counts = countAdaptations([adaptation(), adaptation(), unexplained]);
    expect(counts.modes).toEqual({ adapted: 2, added: 1, omitted: 0 });
    expect([...counts.reasons]).toEqual([
      ['law', 2],
      ['none', 1],
    ]);
  });

  it('shows a missing reason and a missing signature as such', () => {
    const { reason: _, author: __, at: ___, ...bare } = adaptation();
    expect(report(bare)).toContain('adaptado · sin motivo anotado');
    expect(report(bare)).toContain('párrafo · sin firma');
  });

  it('shortens a long text', () => {
    expect(report(adaptation({ mode: 'added', target: 'palabra '.repeat(500) })).length).toBeLessThan(10_000);
  });

  it('says when there is nothing to report', () => {
    expect(report()).toContain('Todas las unidades son fieles');
  });
});

describe('the right notice', () => {
  const document = bundleDocument();

  it('announces a translation as long as every unit is faithful', () => {
    expect(noticeKind([FAITHFUL, FAITHFUL])).toBe('translation');
    expect(rightNotice([document], 'es', 'facilitator')[0]).toMatch(
      /^Esta es una traducción .*La edición auténtica es el original\.$/u,
    );
  });

  it.each(['adapted', 'added', 'omitted'] as const)('announces an adaptation as soon as one unit is %s', (mode) => {
    expect(noticeKind([FAITHFUL, { ...FAITHFUL, [mode]: 1 }])).toBe('adaptation');
  });

  it('says that the publisher did not make it', () => {
    const adapted = { ...document, modes: { ...FAITHFUL, adapted: 1 } };
    expect(rightNotice([adapted], 'en', 'facilitator')[0]).toContain('The adaptation was not made by Naciones Unidas');
  });

  it('stays a sentence when nobody wrote down who published', () => {
    const [wording] = rightNotice([{ ...document, toolkit: { name: 'Kit' } }], 'es', 'participants');
    expect(wording).toMatch(/publicado por otra entidad\. La traducción no fue realizada por esa entidad/u);
  });

  it('carries the permission, or says there is none, to the facilitator', () => {
    expect(rightNotice([document], 'es', 'facilitator').at(-1)).toBe('Permiso: Nota del 14 de junio de 2023');
    const bare = { ...document, toolkit: { name: 'Kit' } };
    expect(rightNotice([bare], 'es', 'facilitator').at(-1)).toBe(es.notice.noPermission);
  });

  it('names each toolkit once', () => {
    expect(rightNotice([document, document], 'es', 'participants')).toHaveLength(2);
  });
});

/** Keys with the names of their places, whatever the order and number of these. */
function keys(value: object): unknown {
  return Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    typeof inner === 'object' && inner !== null ? keys(inner) : placesOf(String(inner)),
  ]);
}

function placesOf(sentence: string): readonly string[] {
  return [...new Set(sentence.match(/\{\w+\}/gu))].toSorted();
}

describe('the sentences of a bundle', () => {
  it('exist in both languages', () => {
    expect(keys(en)).toEqual(keys(es));
  });

  it('fall back to Spanish, for the languages of Bolivia too', () => {
    expect(['en-US', 'es-BO', 'quh', 'ayr', 'gn', 'pt'].map(bundleLanguage)).toEqual([
      'en',
      'es',
      'es',
      'es',
      'es',
      'es',
    ]);
    expect(bundleText('ayr')).toBe(bundleText('es'));
  });

  it('show a value that is missing', () => {
    expect(fill('{a} y {b}', { a: 1 })).toBe('1 y {b}');
  });

  it('leave a date alone that is none', () => {
    expect(longDate('pronto', 'es')).toBe('pronto');
  });

  it('write small sizes in kB', () => {
    expect([readableSize(10, 'es'), readableSize(999_400, 'es'), readableSize(1_234_567, 'en')]).toEqual([
      '1 kB',
      '999 kB',
      '1.2 MB',
    ]);
  });
});
