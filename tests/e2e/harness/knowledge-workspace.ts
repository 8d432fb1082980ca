/** Makes a workspace with a document to translate, a memory and a glossary, through the services, without a window. */
import { makeClient } from '#tests/builders/client.ts';

export const TITLE = 'Manual de prueba';

const ORIGINAL = [
  '# Session 1: Welcome',
  'Ask participants to name 3 services their city offers online.',
  'Write each service on a card.',
  'Collect the cards in 10 minutes.',
  'The toolkit belongs to the municipality.',
  'Write each service on a card.',
  'Thank the participants.',
];

const MEMORY = [
  [
    'Ask participants to name 3 services their city offers online.',
    'Pida a las y los participantes que nombren 3 servicios que su ciudad ofrece en línea.',
  ],
  ['Ask participants to name 5 services their city offers.', 'Pida que nombren 5 servicios de su ciudad.'],
  ['Collect the cards.', 'Recoja las tarjetas.'],
  ['Thank the participants.', 'Agradezca a las y los participantes.'],
];

/** `folder` becomes a workspace; its document's units are those of ORIGINAL, none of them translated. */
export async function makeKnowledgeWorkspace(folder: string): Promise<void> {
  const it = await makeClient({ workspace: folder });
  const { client } = it;
  const language = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
  try {
    await client.settings.write({ profile: { name: 'María', role: 'translator', municipality: 'GAM El Alto' } });
    await client.library.apply({
      command: { type: 'createToolkit', id: 'kit', name: 'Kit de prueba', publisher: 'ONU', ...language },
    });
    await client.library.apply({
      command: { type: 'createModule', id: 'module', toolkit: 'kit', number: '1', title: 'Uno' },
    });
    const plan = await client.imports.plan({ source: it.grant('original.txt', ORIGINAL.join('\n')) });
    await client.imports.commit({
      plan: plan.plan,
      links: plan.links,
      module: 'module',
      kind: 'facilitatorGuide',
      title: TITLE,
    });
    const pairs = MEMORY.map((pair) => pair.join('\t')).join('\n');
    await client.memory.import({ file: it.grant('memoria.tsv', pairs), memory: null, ...language });
    await client.terms.write({ concept: toolkitConcept() });
  } finally {
    await it.close();
  }
}

function termOf(language: string, text: string, status: 'preferred' | 'forbidden') {
  return { id: `${language} ${text}`, language, text, status, municipality: '', note: '' };
}

function toolkitConcept() {
  return {
    id: 'toolkit',
    toolkit: null,
    domain: 'capacitación',
    definition: 'Módulos de una editora para un tema.',
    source: '',
    note: '',
    terms: [
      termOf('en', 'toolkit', 'preferred'),
      termOf('es', 'kit de herramientas', 'preferred'),
      termOf('es', 'caja de herramientas', 'forbidden'),
    ],
  };
}
