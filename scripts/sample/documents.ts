import type { DocumentKind } from '#shared/model/document-kind.ts';

export interface SampleEntry {
  /** Name of the text and of both files. */
  readonly name: string;
  readonly module: '2.1' | '2.2';
  readonly kind: DocumentKind;
  readonly title: { readonly en: string; readonly es: string };
  /** Who the received file says translated it. */
  readonly translator: string;
}

export const SAMPLE_AUTHOR = 'Training Unit';

export const SAMPLE_DOCUMENTS: readonly SampleEntry[] = [
  {
    name: 'agenda-2.1',
    module: '2.1',
    kind: 'agenda',
    title: {
      en: 'Agenda: Changing mindsets in local public institutions',
      es: 'Agenda: Cambio de mentalidad en las instituciones públicas locales',
    },
    translator: 'Traducción A',
  },
  {
    name: 'guide-2.1',
    module: '2.1',
    kind: 'facilitatorGuide',
    title: { en: 'Facilitator’s guide', es: 'Guía del facilitador' },
    translator: 'Traducción A',
  },
  {
    name: 'activity-1',
    module: '2.1',
    kind: 'activity',
    title: { en: 'Activity 1: A map of our mindsets', es: 'Actividad 1: Mapa de nuestros modos de pensar' },
    translator: 'Traducción B',
  },
  {
    name: 'self-assessment',
    module: '2.1',
    kind: 'selfAssessment',
    title: {
      en: 'Self-assessment: How ready is my institution?',
      es: 'Autoevaluación: ¿qué tan lista está mi institución?',
    },
    translator: 'Traducción B',
  },
  {
    name: 'agenda-2.2',
    module: '2.2',
    kind: 'agenda',
    title: {
      en: 'Agenda: Innovation and digital government for public services',
      es: 'Agenda: Innovación y gobierno digital para los servicios públicos',
    },
    translator: 'Traducción A',
  },
  {
    name: 'activity-2',
    module: '2.2',
    kind: 'activity',
    title: { en: 'Activity 2: The journey of a resident', es: 'Actividad 2: El viaje de una ciudadana' },
    translator: 'Traducción B',
  },
  {
    name: 'activity-3',
    module: '2.2',
    kind: 'activity',
    title: { en: 'Activity 3: A test in six weeks', es: 'Actividad 3: Una prueba en seis semanas' },
    translator: 'Traducción C',
  },
  {
    name: 'reading-2.2',
    module: '2.2',
    kind: 'reading',
    title: { en: 'Digital government without computers', es: 'Gobierno digital sin computadoras' },
    translator: 'Traducción C',
  },
];

/** All of `toolkit.json` but the documents. Texts in the toolkit's two languages where people read them. */
export const SAMPLE_TOOLKIT = {
  name: {
    en: 'Public services people can use',
    es: 'Servicios públicos que la gente puede usar',
  },
  publisher: { en: 'Adapta sample texts', es: 'Textos de ejemplo de Adapta' },
  permission: {
    grantedBy: { en: 'The authors of Adapta', es: 'Autoría de Adapta' },
    date: '2026-02-02',
    scope: {
      en: 'Written as sample material: free to use, change and pass on, with the licence of the program (Apache-2.0). Not a publication of the United Nations.',
      es: 'Escrito como material de ejemplo: se puede usar, modificar y compartir libremente, con la licencia del programa (Apache-2.0). No es una publicación de las Naciones Unidas.',
    },
  },
  sourceLanguage: 'en',
  targetLanguage: 'es-BO',
  sandbox: true,
  modules: [
    {
      number: '2.1',
      title: {
        en: 'Changing mindsets in local public institutions',
        es: 'Cambio de mentalidad en las instituciones públicas locales',
      },
    },
    {
      number: '2.2',
      title: {
        en: 'Innovation and digital government for public services',
        es: 'Innovación y gobierno digital para los servicios públicos',
      },
    },
  ],
} as const;
