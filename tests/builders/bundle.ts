import type { AdaptationEntry, BundleDocument, BundleRequest } from '#main/bundles/types.ts';

/** A document for a bundle; its files are the given texts as bytes. */
export function bundleDocument(
  more: Partial<BundleDocument> & { readonly files?: readonly [docx: string, pdf: string] } = {},
): BundleDocument {
  const [docx, pdf] = more.files ?? ['docx bytes', 'pdf bytes'];
  const encoder = new TextEncoder();
  return {
    id: 'doc-1',
    kind: 'activity',
    title: 'Actividad 1: Mapa',
    moduleNumber: '2.1',
    moduleTitle: 'Instituciones eficaces',
    language: 'es-BO',
    toolkit: { name: 'Kit', publisher: 'Naciones Unidas', permission: 'Nota del 14 de junio de 2023' },
    modes: { faithful: 3, adapted: 0, added: 0, omitted: 0 },
    statuses: { untranslated: 0, draft: 0, translated: 0, reviewed: 0, approved: 3 },
    facilitatorUnits: 0,
    openFindings: 0,
    skeletonBytes: 1000,
    words: 100,
    adaptations: [],
    extension: 'docx',
    referenceOnly: false,
    file: async () => encoder.encode(docx),
    pdf: async () => encoder.encode(pdf),
    ...more,
  };
}

export function bundleRequest(documents: readonly BundleDocument[], more: Partial<BundleRequest> = {}): BundleRequest {
  return {
    profile: 'facilitator',
    workshop: { title: 'Gobierno digital', date: '2026-03-07', place: 'El Alto' },
    documents,
    language: 'es-BO',
    at: '2026-02-22T10:00:00.000Z',
    software: 'Adapta 0.1.0',
    ...more,
  };
}

export function adaptation(more: Partial<AdaptationEntry> = {}): AdaptationEntry {
  return {
    unit: 'unit-1',
    kind: 'paragraph',
    mode: 'adapted',
    audience: 'everyone',
    source: 'The Freedom of Information Act applies.',
    received: 'Se aplica la Ley de Libertad de Información.',
    target: 'Se aplica la Ley 341 de Participación y Control Social.',
    reason: 'law',
    reference: 'Ley 341',
    author: 'María Quispe',
    at: '2026-02-20T15:00:00Z',
    ...more,
  };
}
