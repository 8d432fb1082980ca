/** Characters of an XML name (XML 1.0, production 4a). */
const NAME_CHAR =
  ':A-Z_a-z\\-.0-9\\u00B7\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u203F-\\u2040\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

const NMTOKEN = new RegExp(`^[${NAME_CHAR}]+$`, 'u');
const NMTOKENS = new RegExp(`^\\s*[${NAME_CHAR}]+(?:\\s+[${NAME_CHAR}]+)*\\s*$`, 'u');
/** Well formed by BCP 47 as far as lengths and letters go. */
const LANGUAGE = /^(?:[a-z]{2,8}(?:-[a-z\d]{1,8})*|[xi](?:-[a-z\d]{1,8})+)$/iu;
const USER_DEFINED = /^[^\s:]+:[^\s:]+$/u;
const POSITIVE = /^\s*\+?0*[1-9]\d*\s*$/u;
const SIMILARITY = /^\s*(?:100(?:\.0*)?|\d{1,2}(?:\.\d*)?)\s*$/u;

/** Styles the Format Style module knows: HTML 4 elements (XLIFF 2.1, 5.3.6.1). */
const STYLES =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong style sub sup table tbody td tfoot th thead title tr tt u ul';

function oneOf(words: string): (value: string) => boolean {
  const known = new Set(words.split(' '));
  return (value) => known.has(value);
}

function matching(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value);
}

/** The types of attribute values the schemas of XLIFF 2.1 use, by the name the element tables give them. */
export const VALUE_TYPES = {
  text: () => true,
  id: matching(NMTOKEN),
  ids: matching(NMTOKENS),
  language: matching(LANGUAGE),
  userDefined: matching(USER_DEFINED),
  positive: matching(POSITIVE),
  similarity: matching(SIMILARITY),
  hex: matching(/^(?:[\da-f]{2}){2,3}$/iu),
  priority: matching(/^\s*\+?0*(?:[1-9]|10)\s*$/u),
  yesNo: oneOf('yes no'),
  yesNoFirstNo: oneOf('yes no firstNo'),
  direction: oneOf('ltr rtl auto'),
  space: oneOf('default preserve'),
  preserve: oneOf('preserve'),
  appliesTo: oneOf('source target'),
  metaAppliesTo: oneOf('source target ignorable'),
  state: oneOf('initial translated reviewed final'),
  codeType: oneOf('fmt ui quote link image other'),
  matchType: oneOf('am mt icm idm tb tm other'),
  normalization: oneOf('none nfc nfd'),
  style: oneOf(STYLES),
  markerType: (value: string) =>
    value === 'generic' || value === 'comment' || value === 'term' || USER_DEFINED.test(value),
} as const satisfies Record<string, (value: string) => boolean>;

export type ValueType = keyof typeof VALUE_TYPES;

/** Whether a value is an NMTOKEN, the form of every id. */
export const isNmtoken: (value: string) => boolean = VALUE_TYPES.id;
