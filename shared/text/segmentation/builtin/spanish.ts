import { breakAt, noBreakAt, type SegmentationRule } from '../rules.ts';
import { CLOSERS, LINE_START, OPENERS, SENTENCE_START } from './common.ts';

const list = (words: string): string => words.trim().split(/\s+/u).join('|');

/** Abbreviations a name or noun follows: never the end of a sentence. */
const BEFORE_NAME = list(String.raw`
  Lic Lics Licda Licdo Lcda Lcdo Ing Ings Arq Arqs Abog Abogs Dr Dra Dres Drs Dras Sr Sra Sres Sras Srta Srtas Srto Prof Profa
  Profs Mtro Mtra Mgr Mgs Msc MSc Mag Econ Psic Enf Bioq Aud Agr Tec Téc Univ D Dn Dña Da Gral Cnl Cnel Tcnl Cmdte Cmte Cap Capt Tte
  Subtte Sbtte Sgto Sof My Sub Alm Almte Cbo Pol Pdte Pdta Pte Presid Vicepdte Vpdte Vpdta Gob Gobr Min Viceministro Dip Sen Conc Alc H Hble Hno Hna Hnos Hnas
  Mons Pbro Rvdo Rvda Fr Sto Sta Sn Sor S Exc Excmo Excma Ilmo Ilma Mcpal Mpal Dptal Deptal Nal Dir Secr Srio Sria Srio Av Avda Avs Avdas
  Cra Crr Cll Cl Clle Pje Psje Pza Plza Plz Urb Edif Ed Esq esq Bl Blq Mza Mz Lt Apto Dpto Depto Dptos Prov Provs Mun Munic Cant Cdad Col
  Comun Carr Ctra Km Mt Atte Atta Fdo Vda Ref Cód Cod Gac Exp Res Adj Obs Asoc Fund Inst Admón Adm Admin Coop Corp Bco Cía Cia
  ej Ej ejs ejm Ejm vs Vs cf Cf cfr Cfr cit Cit v
`);

/** Abbreviations and units a number follows. */
const BEFORE_NUMBER = list(String.raw`
  art arts Art Arts ART núm Núm núms Núms num Num NÚM nro Nro nros Nros No Nos nos N pág Pág págs Págs pag Pag pags p pp P fol fols f ff
  párr párrs Párr párrf párrfs párf parágr parág Parág par Par inc Inc incs Incs lit Lit cap caps caps fig figs Fig Figs tab Tab cuad vol Vol vols t tomo ed
  sec Sec secc Secc disp Disp tel Tel tels Tels telf Telf telfs tfno Tfno cel Cel fax Fax ext Ext int Int casilla cas Cas Circ circ Conv Inf of Of ofic Ofic
  piso apto Apdo apdo km Km kms Kms hab Habs aprox Aprox ca máx mín Máx Mín Bs bs Us US us Sus USD gl exp Exp cód Cód reg Reg res Res ref Ref
  ene feb mar abr may jun jul ago sep sept set oct nov dic Ene Feb Mar Abr May Jun Jul Ago Sep Sept Set Oct Nov Dic
  lun mié mie jue vie sáb sab dom Lun Mié Mie Jue Vie Sáb Sab Dom hrs Hrs hs Hs min Min seg Seg s S
`);

/** Dotted acronyms and their ends, the plurals with doubled letters among them: EE. UU., RR. HH., a. m., S. R. L., D.S. */
const ACRONYM = String.raw`(?<![\p{L}\p{N}°º])(?:(?:\p{Lu}\.\s?){1,6}\p{Lu}|(?:EE|FF|NN|RR|DD|CC|PP|JJ|SS)\.\s?(?:UU|AA|HH|BB|OO|PP|MM)|Ph\.\s?D|M\.\s?Sc|B\.\s?Sc)\.`;

/** Words a sentence begins with and a name seldom does, in capital letter. */
const STARTERS = list(String.raw`
  El La Los Las Un Una Unos Unas En Se Si Sí No Es Este Esta Estos Estas Ese Esa Eso Esto Esos Esas Aquel Aquella Aquellos Aquellas Para Por Con Sin Según
  Cuando Como Cómo Donde Dónde Después Antes Desde Hasta Sobre Entre Durante Mediante Además También Tampoco Pero Y O Ni Que Qué Quien Quién Quienes Cada
  Todo Toda Todos Todas Otro Otra Otros Otras Al A Ante Así Aunque Porque Pues Luego Entonces Ahora Hoy Ayer Mañana Hay Su Sus Mi Mis Nuestro Nuestra Nuestros Nuestras
  Él Ella Ellos Ellas Usted Ustedes Yo Nosotros Nosotras Le Les Lo Me Nos Son Fue Fueron Era Eran Ha Han Había Tras Muchos Muchas Algunos Algunas Ningún Ninguna
  Cualquier Ambos Ambas Dicho Dicha Dichos Dichas Asimismo Finalmente Tiene Tienen Debe Deben Puede Pueden De Del Gracias Actualmente Posteriormente Sólo Solo
`);
const PLACES = String.raw`(?!\s+(?:Paz|Alto|Torno|Guardia|Asunta|Puente|Cintis|Andes|Yungas|Angostura|Pampa|Salvador|Rioja|Habana)\b)`;
const STARTS = String.raw`\s+(?:["“«(]?(?:${STARTERS})(?![\p{L}\p{N}])${PLACES}|[¿¡])`;

/** What a single letter or number names: «el grupo B.», «Artículo 5.». */
const NAMED = String.raw`(?i:art[íi]culo|art\.|cap[íi]tulo|t[íi]tulo|secci[óo]n|m[óo]dulo|unidad|sesi[óo]n|actividad|anexo|tabla|cuadro|figura|gr[áa]fico|mapa|foto|paso|fase|etapa|parte|objetivo|meta|indicador|principio|reto|desaf[íi]o|tema|taller|caso|ejercicio|pregunta|grupo|nota|punto|eje|l[áa]mina|diapositiva|inciso|literal|par[áa]grafo|disposici[óo]n(?:\s\p{L}+)?)`;
const LETTERED = String.raw`(?i:grupo|plan|anexo|opci[óo]n|parte|tabla|cuadro|figura|serie|tipo|letra|inciso|literal|categor[íi]a|vitamina|hepatitis|zona|bloque|fase|punto|alternativa|clase|secci[óo]n|m[óo]dulo|sala|aula)`;

/** Abbreviations of Bolivia's administration and of Spanish in general (Ortografía de la lengua española, appendices). */
export const SPANISH: readonly SegmentationRule[] = [
  // An agenda's line begins with the time: «10:30 a. m. Inauguración».
  noBreakAt(
    String.raw`(?:${LINE_START}|[.?!…]\s)(?:\p{Lu}?\p{Ll}*\s?las?\s)?\d{1,2}(?:[:.]\d{2})?(?:\s?[-–—a]\s?\d{1,2}[:.]\d{2})?\s?(?:[ap]\.\s?m|hrs?|hs|h)\.`,
    String.raw`\s`,
  ),
  breakAt(String.raw`${SENTENCE_START}${NAMED}\s+\d{1,3}(?:\.\d{1,3})*\.`, String.raw`\s+${NAMED}\s+\d`),
  noBreakAt(
    String.raw`${SENTENCE_START}${NAMED}\s+(?:[Nn][.º°]*\s?)?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{Lu}|(?i:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|[úu]nic[oa]))[º°ªoa]?\.[º°ª]?`,
    String.raw`\s`,
  ),
  noBreakAt(String.raw`\d\.?(?:ra|ro|ras|ros|da|do|er|ta|to|va|vo|ma|mo|na|no)\.`, String.raw`\s+[\p{Lu}\p{N}]`),
  // Inside abbreviations of several words.
  noBreakAt(
    String.raw`(?<![\p{L}\p{N}°º])(?:\p{L}|EE|FF|NN|RR|DD|CC|PP|JJ|SS|Vo|Ph|M)\.`,
    String.raw`\s(?:\p{L}|UU|AA|HH|BB|OO|PP|MM|ej|ejm|Bo|Sc)\.`,
  ),
  noBreakAt(String.raw`(?<![\p{L}\p{N}.°º])(?:${BEFORE_NAME})\.`, String.raw`\s+(?![¿¡])`),
  noBreakAt(
    String.raw`(?<![\p{L}\p{N}])(?:${BEFORE_NUMBER}|[Nn][º°o]|[Nn]\.[º°o])\.`,
    String.raw`\s+[(+]?(?:[\p{N}\uFFFC]|[IVXLC]+(?!\p{L})|[Nn]\.?[º°o]|S\/N|\p{Ll}\))`,
  ),
  // A paragraph of a law after another one: its number belongs to it.
  noBreakAt(
    String.raw`(?<!(?<!\p{L})(?:${BEFORE_NAME}|${BEFORE_NUMBER}))(?<=[\p{L}\p{N}]{2}["”’»)]?)[.?!;]["”’»)]*\s+[IVX]{2,5}\.`,
    String.raw`\s+\p{Lu}`,
  ),
  // What such an abbreviation counts is no item of a list: «Cuesta Bs. 50. El timbre…».
  breakAt(String.raw`(?<![\p{L}\p{N}])(?:${BEFORE_NUMBER})\.\s\d{1,4}\.${CLOSERS}`, String.raw`\s+${OPENERS}\p{Lu}`),
  breakAt(String.raw`${ACRONYM}${CLOSERS}`, STARTS),
  breakAt(String.raw`(?<!\p{L})(?:${LETTERED}|\p{Ll}{3,})\s\p{Lu}\.${CLOSERS}`, STARTS),
  noBreakAt(ACRONYM, String.raw`\s+(?:["“«(]?[\p{Lu}\p{N}]|[-–—]\s)`),
];
