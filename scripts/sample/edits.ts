import type { Audience, Mode, Reason, Status } from '#shared/model/unit.ts';

/**
 * Work already done in the sample, so that a newcomer sees what it looks like. A unit is named by its original's text (as
 * a reader of the page sees it), which is unique in its document. Texts are plain: only units without marks and
 * placeholders are touched.
 */
export interface SampleEdit {
  readonly source: string;
  readonly target?: string;
  readonly mode?: Mode;
  readonly status?: Status;
  readonly audience?: Audience;
  readonly reason?: Reason;
  readonly reference?: string;
  readonly note?: string;
}

/** Edits by document name; the audience of notes and answers follows from their style and is added by the build. */
export const SAMPLE_EDITS: Readonly<Record<string, readonly SampleEdit[]>> = {
  'agenda-2.1': [
    { source: 'Purpose of the day', status: 'approved' },
    { source: 'Timetable', status: 'approved' },
    {
      source: 'Place: City Hall, conference room B. Date: 3/7/2026. Registration is free of charge.',
      target: 'Lugar: Gobierno Autónomo Municipal, salón B. Fecha: 7 de marzo de 2026. La inscripción es gratuita.',
      mode: 'adapted',
      status: 'reviewed',
      reason: 'institution',
      note: 'El original escribe la fecha al uso de los Estados Unidos: mes, día, año.',
    },
    {
      source:
        'The day contributes to Sustainable Development Goal 16, in particular Target 16.6, which asks for effective, accountable and transparent institutions at all levels.',
      target:
        'La jornada contribuye al Objetivo de Desarrollo Sostenible 16, en particular a la meta 16.6, que pide instituciones eficaces, responsables y transparentes a todos los niveles.',
      status: 'translated',
    },
    {
      source: 'Lunch (provided; a voucher worth US$ 12 will be handed out at registration)',
      target: 'Almuerzo (incluido; en el registro se entregará un vale por Bs 35)',
      mode: 'adapted',
      status: 'translated',
      reason: 'currency-or-figure',
      note: 'Precio de un almuerzo completo; confirmar en cada municipio.',
    },
    {
      source: 'Attendance lists hold personal data. Under the Privacy Act they may be kept for 90 days only.',
      target:
        'Las listas de asistencia contienen datos personales. La Constitución protege la privacidad de las personas: guárdelas solo el tiempo que haga falta.',
      mode: 'adapted',
      status: 'draft',
      reason: 'law',
      reference: 'Constitución Política del Estado, arts. 21.2 y 130',
    },
  ],
  'guide-2.1': [
    {
      source:
        'Legal advisers are often afraid of this session. Invite them to sit at different tables and to answer one question only: “Where is it written?” In the United States the answer is usually found in the Code of Federal Regulations, the state code or the municipal code; show how it is found in your country.',
      target:
        'El personal de asesoría legal suele temer esta sesión. Invítelo a sentarse en mesas distintas y a responder una sola pregunta: «¿Dónde está escrito?». En Bolivia la respuesta suele estar en una ley, un decreto supremo, una ley municipal o un reglamento del GAM; muestre cómo se busca en la Gaceta Oficial y en la gaceta municipal.',
      mode: 'adapted',
      status: 'translated',
      reason: 'law',
      reference: 'Ley 482 de Gobiernos Autónomos Municipales',
    },
    {
      source:
        'An official may be afraid of being held liable. Take it seriously: under the Whistleblower Protection Act of 1989 a federal employee who reports a wrong is protected; who protects a municipal employee here? If you do not know, say so and find out by the next day.',
      target:
        'Una servidora o un servidor público puede temer que le exijan responsabilidad. Tómelo en serio: la Ley 458 protege a denunciantes y testigos; ¿quién la aplica en este municipio? Si no lo sabe, dígalo y averígüelo para el día siguiente.',
      mode: 'adapted',
      status: 'draft',
      reason: 'law',
      reference: 'Ley 458, de 19 de diciembre de 2013',
    },
  ],
  'activity-1': [
    {
      source:
        'Expected result: at least one group names “whoever signs, pays”. Use it in session 5 when you speak about personal liability of officials under the False Claims Act.',
      target:
        'Resultado esperado: al menos un grupo menciona «el que firma, paga». Úselo en la sesión 5, cuando hable de la responsabilidad por la función pública según la Ley 1178.',
      mode: 'adapted',
      status: 'translated',
      reason: 'law',
      reference: 'Ley 1178, capítulo V',
    },
  ],
  'activity-2': [
    {
      source:
        'In the United States the Americans with Disabilities Act gives people a right to accessible counters; name the law of your country here.',
      target:
        'En Bolivia, la Ley 223, Ley General para Personas con Discapacidad, pide que las oficinas públicas sean accesibles; nombre aquí también la norma de su municipio.',
      mode: 'adapted',
      status: 'reviewed',
      reason: 'law',
      reference: 'Ley 223, de 2 de marzo de 2012',
    },
  ],
  'activity-3': [
    {
      source:
        'Purchases below US$ 10,000 need no tender under the Federal Acquisition Regulation; explain here the rules for small purchases in your country, or groups will say that nothing can be bought at all.',
      target:
        'Explique aquí las reglas de la contratación menor (Decreto Supremo 0181 y reglamento del municipio), o los grupos dirán que no se puede comprar nada.',
      mode: 'adapted',
      status: 'translated',
      reason: 'law',
      reference: 'Decreto Supremo 0181',
    },
  ],
  'reading-2.2': [
    {
      source:
        'A city in Montana, with 1,100 square miles and 4,000 inhabitants, put its second door into the school bus. The driver carries a box with forms on Monday and brings back the answers on Friday. The box costs nothing. It has been used more often than the portal in every month since.',
      mode: 'omitted',
      reason: 'example-or-case',
      note: 'Reemplazar por un caso de radio comunitaria o de día de feria.',
    },
    {
      source:
        'In the United States the Freedom of Information Act of 1966 obliges federal agencies to answer requests within 20 working days; many states and cities have laws of their own. A law helps, but the offices that answer fastest are those that need not search.',
      target:
        'En Bolivia, la Constitución reconoce el derecho a acceder a la información y el derecho a la petición, con respuesta formal y pronta. Una norma ayuda, pero las oficinas que responden más rápido son las que no necesitan buscar.',
      mode: 'adapted',
      status: 'translated',
      reason: 'law',
      reference: 'Constitución Política del Estado, arts. 21.6 y 24',
    },
  ],
};
