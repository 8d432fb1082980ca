import type { CheckCode } from '#shared/checks/codes.ts';

/** Pairs of a faithful unit a check has to speak up about, and pairs it must keep quiet about: original, text. */
export interface Cases {
  readonly found: readonly (readonly [code: CheckCode, source: string, target: string])[];
  readonly fine: readonly (readonly [source: string, target: string])[];
}

export const NUMBERS: Readonly<Record<string, Cases>> = {
  'numbers-kept': {
    found: [
      ['numberDiffers', 'The project has 17 goals.', 'El proyecto tiene 16 objetivos.'],
      ['numberDiffers', 'It costs 1,234,567.89.', 'Cuesta 1.234.567,98.'],
      ['numberMissing', 'Work in groups of 5 for an hour.', 'Trabajen en grupos durante una hora.'],
      ['numberExtra', 'Work in groups.', 'Trabajen en grupos de 5.'],
      ['numberDiffers', 'At 2:30 p.m. the session begins.', 'La sesión empieza a las 15:30.'],
      ['numberDiffers', 'It was 2 billion.', 'Fueron 2 millones.'],
    ],
    fine: [
      ['It costs 1,234,567.89.', 'Cuesta 1.234.567,89.'],
      ['It costs 1,000.5 dollars.', 'Cuesta 1 000,5 dólares.'],
      ['There were 1,234 people.', 'Hubo 1.234 personas.'],
      ['There were 1234 people.', 'Hubo 1.234 personas.'],
      ['Law 1178 and Law 031', 'Ley 1178 y Ley 031'],
      ['Work in groups of 3.', 'Trabajen en grupos de tres.'],
      ['Name three services.', 'Nombre 3 servicios.'],
      ['the 1st of 21 sessions', 'la primera de 21 sesiones'],
      ['At 2:30 p.m. the session begins.', 'La sesión empieza a las 14:30.'],
      ['from 9 am to 5 pm', 'de 9:00 a 17:00'],
      ['It was 2 billion dollars.', 'Fueron 2.000 millones de dólares.'],
      ['It was 1.5 million.', 'Fueron 1,5 millones.'],
      ['Nearly 2.6 billion people', 'Cerca de 2,6 billones de personas'],
      ['the 1980s', 'los años 80'],
      ['in the 21st century', 'en el siglo XXI'],
      ['On 3/7/2026', 'El 7 de marzo de 2026'],
      ['See %1$s and %2$s', 'Vea %2$s y %1$s'],
      ['Module 2.1', 'Módulo 2.1'],
      ['from 10:40 to 11:30', 'de 10.40 a 11.30'],
    ],
  },
  'dates-kept': {
    found: [
      ['dateFlipped', 'On March 7, 2026', 'El 3/7/2026'],
      ['dateFlipped', 'On 3/27/2026', 'El 3/27/2026'],
      ['dateFlipped', '2026-03-07', '3/7/2026'],
      ['dateDiffers', 'On 7 March 2026', 'El 7 de mayo de 2026'],
    ],
    fine: [
      ['On March 7, 2026', 'El 7/3/2026'],
      ['On March 7, 2026', 'El 7 de marzo de 2026'],
      ['On 3/27/2026', 'El 27/3/2026'],
      ['You may 5 times', 'Puede 5 veces'],
      ['14 June 2023 and 3 May 2024', '14 de junio de 2023 y 3 de mayo de 2024'],
    ],
  },
  'percent-and-currency': {
    found: [
      ['percentMissing', 'Only 4.5% have internet.', 'Solo 4,5 tiene internet.'],
      ['percentMissing', '9 per cent of households', '9 de los hogares'],
      ['currencyDiffers', 'It costs US$ 100.', 'Cuesta 100 bolivianos.'],
    ],
    fine: [
      ['Only 4.5% have internet.', 'Solo el 4,5 % tiene internet.'],
      ['9 per cent of households', '9 por ciento de los hogares'],
      ['It costs $100.', 'Cuesta $us 100.'],
      ['It costs 100 dollars.', 'Cuesta 100 dólares.'],
      ['100 % sure', 'con un 100 % de seguridad'],
    ],
  },
  billion: {
    found: [
      ['billionAsBillon', 'It costs 2 billion dollars.', 'Cuesta 2 billones de dólares.'],
      ['billionAsBillon', 'A trillion stars.', 'Un trillón de estrellas.'],
    ],
    fine: [
      ['It costs 2 billion dollars.', 'Cuesta 2 mil millones de dólares.'],
      ['A trillion stars.', 'Un billón de estrellas.'],
      ['A lot of stars.', 'Un billón de estrellas.'],
    ],
  },
  'number-format': {
    found: [
      ['numberFormat', 'There were 1,234 people.', 'Hubo 1,234 personas.'],
      ['numberFormat', 'It costs 1,234.50.', 'Cuesta 1,234.50.'],
      ['numberFormat', '12.5% of them', 'el 12.5 %'],
      ['numberAmbiguous', 'Some people came.', 'Vinieron 1,234 personas.'],
      ['numberGrouped', 'Law 1178', 'Ley 1.178'],
      ['numberGrouped', 'By 2030', 'Para el año 2.030'],
      ['numberGrouped', 'Article 1234', 'artículo 1.234'],
    ],
    fine: [
      ['There were 1,234 people.', 'Hubo 1.234 personas.'],
      ['It costs 1,234.50.', 'Cuesta Bs 1.234,50.'],
      ['1.234 metres', '1,234 metros'],
      ['Module 2.1', 'Módulo 2.1'],
      ['Law 1178', 'Ley 1178'],
      ['Version 3.12', 'Versión 3.12'],
      ['x = 1, 2', 'x = 1, 2'],
    ],
  },
  'agenda-minutes': {
    found: [
      ['minutesDiffer', '10:40–11:30 (40 min)', '10:40–11:30 (40 min)'],
      ['minutesDiffer', 'From 9:00 to 10:00 (90 minutes)', 'De 9:00 a 10:00 (90 minutos)'],
      ['minutesDiffer', '8:30 - 10:30', '8:30 - 10:30 (1 h 30 min)'],
    ],
    fine: [
      ['10:40–11:30 (50 min)', '10:40–11:30 (50 min)'],
      ['11:30-1:00', '11:30-1:00 (90 min)'],
      ['8:30 - 10:00', '8:30 - 10:00 (1 h 30 min)'],
      ['10:40–11:30', '10:40–11:30'],
      ['10:40–11:30: discussion in 3 groups', '10:40–11:30: discusión en 3 grupos'],
    ],
  },
};

export const PUNCTUATION: Readonly<Record<string, Cases>> = {
  'end-mark': {
    found: [
      ['endMarkDiffers', 'Collect the cards.', 'Recoja las tarjetas'],
      ['endMarkDiffers', 'Collect the cards', 'Recoja las tarjetas.'],
      ['endMarkDiffers', 'Participants:', 'Participantes.'],
      ['endMarkDiffers', 'Shall we begin?', 'Comenzamos.'],
    ],
    fine: [
      ['Collect the cards.', 'Recoja las tarjetas.'],
      ['He said “yes.”', 'Dijo «sí».'],
      ['Really?', '¿De verdad?'],
      ['and so on', 'etc.'],
      ['at 2 p.m.', 'a las 14:00'],
      ['United States', 'EE. UU.'],
      ['Wait...', 'Espere…'],
      ['2.1', '2.1'],
      ['Options (default)', 'Opciones (pred.)'],
      ['Games (score: {1})', 'Partidas (puntos {1})'],
      ['See <b>here.</b>', 'Véase <b>aquí.</b>'],
      ['Use “?” marks', 'Usar marcas «?»'],
      ['it cannot contain ".."', 'no puede contener «..»'],
      ['Do the following.', 'Haga lo siguiente.'],
    ],
  },
  brackets: {
    found: [
      ['bracketUnpaired', 'Cards (red)', 'Tarjetas (rojas'],
      ['bracketUnpaired', 'Cards (red)', 'Tarjetas rojas)'],
      ['bracketUnpaired', 'see [1]', 'véase [1'],
    ],
    fine: [
      ['Cards (red)', 'Tarjetas (rojas)'],
      ['a) first', 'a) primero'],
      ['Steps: 1) read; 2) write', 'Pasos: 1) leer; 2) escribir'],
      ['Welcome :)', 'Bienvenidas :)'],
      ['f(x', 'f(x'],
    ],
  },
  'quotes-paired': {
    found: [
      ['quoteUnpaired', 'The “card”', 'La «tarjeta'],
      ['quoteUnpaired', 'The “card”', 'La tarjeta”'],
      ['quoteUnpaired', 'The "card"', 'La "tarjeta'],
    ],
    fine: [
      ['The “card”', 'La «tarjeta»'],
      ['The "card"', 'La "tarjeta"'],
      ['a 15" screen', 'una pantalla de 15"'],
      ['He said “go on', 'Dijo «siga'],
    ],
  },
  'spaces-at-marks': {
    found: [
      ['spaceBeforeMark', 'Yes, of course', 'Sí , claro'],
      ['spaceBeforeMark', 'End.', 'Fin .'],
      ['spaceBeforeMark', 'Note:', 'Nota :'],
      ['spaceBeforeMark', 'Cards (red)', 'Tarjetas (rojas )'],
      ['spaceAfterOpening', 'Cards (red)', 'Tarjetas ( rojas)'],
      ['spaceAfterOpening', 'Who?', '¿ Quién?'],
    ],
    fine: [
      ['Yes, of course', 'Sí, claro'],
      ['and …', 'y ...'],
      ['Choose ( )', 'Elija ( )'],
      ['the .docx file', 'el archivo .docx'],
      ['Thanks :)', 'Gracias :)'],
      ['Annex . . . . 4', 'Anexo . . . . 4'],
    ],
  },
  'double-space': {
    found: [['doubleSpace', 'Two words', 'Dos  palabras']],
    fine: [
      ['Two words', 'Dos palabras'],
      ['  Two', '  Dos'],
    ],
  },
  ellipsis: {
    found: [
      ['ellipsisStyle', 'Wait…', 'Espere..'],
      ['ellipsisStyle', 'and so on', 'etc…'],
      ['ellipsisStyle', 'Wait…', 'Espere....'],
    ],
    fine: [
      ['Wait…', 'Espere…'],
      ['Wait...', 'Espere...'],
      ['Name ..........', 'Nombre ..........'],
      ['../docs', '../docs'],
    ],
  },
};

export const LANGUAGE: Readonly<Record<string, Cases>> = {
  'doubled-word': {
    found: [
      ['doubledWord', 'in the city', 'en la la ciudad'],
      ['doubledWord', 'The goal', 'El el objetivo'],
      ['doubledWord', 'this or that', 'esto o o aquello'],
    ],
    fine: [
      ['among ourselves we understand', 'entre nos nos entendemos'],
      ['very good', 'muy muy bueno'],
      ['Sing Sing', 'Sing Sing'],
      ['two two by two', 'dos dos por dos'],
      ['So, so', 'Así, así'],
      ['the LLA', 'de La La Paz'],
      ['debug info', 'información de de&puración'],
    ],
  },
  'capital-names': {
    found: [
      ['capitalName', 'on 7 March 2026', 'el 7 de Marzo de 2026'],
      ['capitalName', 'in March 2026', 'en Marzo de 2026'],
      ['capitalName', 'on Monday', 'el Lunes'],
      ['capitalName', 'Bolivian citizens', 'los ciudadanos Bolivianos'],
    ],
    fine: [
      ['on 7 March 2026', 'el 7 de marzo de 2026'],
      ['16 de Julio avenue', 'la avenida 16 de Julio'],
      ['Good Friday', 'el Viernes Santo'],
      ['Julio César', 'el señor Julio César'],
      ['Royal Spanish Academy', 'la Real Academia Española'],
      ['Monday', 'Lunes'],
      ['Bolivian Aviation', 'la empresa Boliviana de Aviación'],
    ],
  },
  'plural-in-brackets': {
    found: [['pluralInBrackets', 'the municipalities', 'el/los municipio(s)']],
    fine: [['f(s)', 'los municipios (sí)']],
  },
  'long-sentence': {
    found: [['longSentence', 'Long.', `Una ${'palabra más '.repeat(25)}y ya.`]],
    fine: [['Short.', 'Una oración corta de siete palabras. '.repeat(10)]],
  },
  'inclusive-hints': {
    found: [['inclusiveHint', 'citizens', 'los ciudadanos']],
    fine: [
      ['citizens', 'la ciudadanía'],
      ['participants', 'las y los participantes'],
      ['mayors', 'las alcaldesas y los alcaldes'],
    ],
  },
  'invisible-characters': {
    found: [
      ['invisibleCharacter', 'word', 'pala\u200Bbra'],
      ['invisibleCharacter', 'word', '\uFEFFpalabra'],
      ['invisibleCharacter', 'word', 'pala\u0007bra'],
    ],
    fine: [
      ['family', 'familia 👨‍👩‍👧'],
      ['word', 'pala\u00ADbra\tdos'],
    ],
  },
  'look-alikes': {
    found: [['lookAlikeLetter', 'house', 'cаsa']],
    fine: [
      ['Москва', 'Москва'],
      ['Δt', 'Δt'],
      ['β-carotene', 'β-caroteno'],
    ],
  },
  'edge-blanks': {
    found: [
      ['edgeBlanks', 'word', 'palabra '],
      ['edgeBlanks', ' word', 'palabra'],
    ],
    fine: [
      ['word', 'palabra'],
      [' word ', ' palabra '],
    ],
  },
  'sentence-count': {
    found: [
      ['sentenceCountDiffers', 'Collect the cards. Put them on the wall.', 'Recoja las tarjetas.'],
      ['sentenceCountDiffers', 'Collect all of the cards from the tables.', 'Recoja las tarjetas. De las mesas.'],
    ],
    fine: [
      ['Ask Dr. Smith about it, e.g. by mail.', 'Pregunte a la Dra. Smith, p. ej. por correo.'],
      ['Collect the cards. Put them on the wall.', 'Recoja las tarjetas. Péguelas en la pared.'],
    ],
  },
};

export const REFERENCES: Readonly<Record<string, Cases>> = {
  'addresses-kept': {
    found: [
      ['addressMissing', 'See https://publicadministration.un.org/en.', 'Véase la página.'],
      ['addressMissing', 'Write to dpidg@un.org', 'Escriba a dpidg@un.or'],
    ],
    fine: [
      ['See https://un.org/en.', 'Véase https://un.org/en.'],
      ['See http://un.org/', 'Véase www.un.org'],
      ['Write to dpidg@un.org', 'Escriba a dpidg@un.org'],
    ],
  },
  'note-marks-kept': {
    found: [
      ['noteMarkMissing', 'the Agenda¹', 'la Agenda'],
      ['noteMarkMissing', 'all of them*', 'todos ellos'],
    ],
    fine: [
      ['the Agenda¹', 'la Agenda¹'],
      ['10 m²', '10 metros cuadrados'],
      ['*bold* text', 'texto en negrita'],
    ],
  },
  'cross-references-kept': {
    found: [
      ['crossReferenceMissing', 'See Annex B.', 'Véase el anexo C.'],
      ['crossReferenceMissing', 'See Figure 3.', 'Véase la tabla 3.'],
      ['crossReferenceMissing', 'In Part II', 'En la primera parte'],
    ],
    fine: [
      ['See Annex B.', 'Véase el anexo B.'],
      ['See Figure 3.', 'Véase el gráfico 3.'],
      ['See Figures 3 and 4.', 'Véanse las figuras 3 y 4.'],
      ['get the parts I need', 'consiga las partes que necesito'],
      ['Table 2', 'Cuadro 2'],
    ],
  },
  'codes-kept': {
    found: [
      ['codeMissing', 'Found %d files', 'Archivos encontrados'],
      ['codeExtra', 'Found files', '%d archivos encontrados'],
      ['codeMissing', 'Hello {name}', 'Hola'],
      ['codeMissing', '<b>Note</b>', '<b>Nota'],
    ],
    fine: [
      ['%s of %d', '%2$d de %1$s'],
      ['<label>', '<etiqueta>'],
      ['100 % of the', 'el 100 % de'],
      ['<a title="Open">x</a>', '<a title="Abrir">x</a>'],
    ],
  },
  'acronyms-kept': {
    found: [
      ['acronymMissing', 'The SDGs in cities', 'Los objetivos en las ciudades'],
      ['acronymMissing', 'Ask UNDP', 'Pregunte al programa'],
    ],
    fine: [
      ['The SDGs in cities', 'Los ODS en las ciudades'],
      ['The UN', 'Las Naciones Unidas'],
      ['Ask UNDP', 'Pregunte al PNUD'],
      ['ICT for all', 'Las TIC para todas y todos'],
      ['Do NOT write', 'No escriba'],
    ],
  },
  'goal-and-target': {
    found: [
      ['goalAsMeta', 'SDG 11 and its targets', 'La meta 11 y sus metas'],
      ['goalAsMeta', 'Goal 11 on cities', 'Meta 11 sobre las ciudades'],
      ['goalAsMeta', 'The 2030 Agenda has 17 Goals and 169 targets.', 'La Agenda 2030 tiene 17 Metas y 169 objetivos.'],
      ['targetAsObjetivo', 'Target 11.3', 'Objetivo 11.3'],
      [
        'goalAsMeta',
        'The Sustainable Development Goals are universal.',
        'Las Metas de Desarrollo Sostenible son universales.',
      ],
      ['targetAsObjetivo', 'The SDG targets are global.', 'Los objetivos de los ODS son mundiales.'],
    ],
    fine: [
      ['Goal 11 and target 11.3', 'Objetivo 11 y meta 11.3'],
      ['the goal of the exercise', 'la meta del ejercicio'],
      ['SDG targets', 'metas de los ODS'],
      ['The 17 Goals of the 2030 Agenda', 'Los 17 Objetivos de la Agenda 2030'],
    ],
  },
};
