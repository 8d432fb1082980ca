import { parseElementRule, type ElementRule, type RuleText } from './element-rule.ts';

const CODE_FLAGS = 'canCopy=yesNo canDelete=yesNo canReorder=yesNoFirstNo copyOf=id subType=userDefined type=codeType';
const CODE = `${CODE_FLAGS} dataRef=id disp equiv subFlows=ids`;
const MARKER = 'id!=id translate=yesNo type=markerType ref value';
const STRUCTURE =
  'canResegment=yesNo translate=yesNo srcDir=direction trgDir=direction xml:space=space xml:lang=language';
const INLINE = 'text (cp|ph|pc|sc|ec|mrk|sm|em)*';

/**
 * What each element of XLIFF 2.1 holds (4.2.2, 4.2.3) and of its modules (5): attributes with the type of their values,
 * `!` where they must be there, and content. Names without a prefix are of the element's own namespace; `other` is any
 * element that is not of the core. `foreign` says whose further attributes are allowed.
 */
const RULES: Readonly<Record<string, RuleText>> = {
  'xlf:xliff': {
    attributes: 'version! srcLang!=language trgLang=language xml:space=space xml:lang=language',
    content: 'file+',
    foreign: 'any',
  },
  'xlf:file': {
    attributes: `id!=id original ${STRUCTURE}`,
    content: 'skeleton? other* notes? (unit|group)+',
    foreign: 'any',
  },
  'xlf:skeleton': { attributes: 'href', content: 'text other*' },
  'xlf:group': {
    attributes: `id!=id name type=userDefined ${STRUCTURE}`,
    content: 'other* notes? (unit|group)*',
    foreign: 'any',
  },
  'xlf:unit': {
    attributes: `id!=id name type=userDefined ${STRUCTURE}`,
    content: 'other* notes? originalData? (segment|ignorable)+',
    foreign: 'any',
  },
  'xlf:segment': {
    attributes: 'id=id canResegment=yesNo state=state subState=userDefined',
    content: 'source target?',
  },
  'xlf:ignorable': { attributes: 'id=id', content: 'source target?' },
  'xlf:notes': { content: 'note+' },
  'xlf:note': {
    attributes: 'id=id appliesTo=appliesTo category priority=priority',
    content: 'text',
    foreign: 'any',
  },
  'xlf:originalData': { content: 'data+' },
  'xlf:data': { attributes: 'id!=id dir=direction xml:space=preserve', content: 'text cp*' },
  'xlf:source': { attributes: 'xml:lang=language xml:space=space', content: INLINE },
  'xlf:target': { attributes: 'xml:lang=language xml:space=space order=positive', content: INLINE },
  'xlf:cp': { attributes: 'hex!=hex' },
  'xlf:ph': { attributes: `id!=id ${CODE}`, foreign: 'modules' },
  'xlf:pc': {
    attributes: `id!=id ${CODE_FLAGS} canOverlap=yesNo dataRefStart=id dataRefEnd=id dispStart dispEnd equivStart equivEnd subFlowsStart=ids subFlowsEnd=ids dir=direction`,
    content: INLINE,
    foreign: 'modules',
  },
  'xlf:sc': {
    attributes: `id!=id ${CODE} canOverlap=yesNo dir=direction isolated=yesNo`,
    foreign: 'modules',
  },
  'xlf:ec': {
    attributes: `id=id startRef=id ${CODE} canOverlap=yesNo dir=direction isolated=yesNo`,
    foreign: 'modules',
  },
  'xlf:mrk': { attributes: MARKER, content: INLINE, foreign: 'any' },
  'xlf:sm': { attributes: MARKER, foreign: 'any' },
  'xlf:em': { attributes: 'startRef!=id' },

  'mtc:matches': { content: 'match+' },
  'mtc:match': {
    attributes:
      'ref! id=id matchQuality=similarity matchSuitability=similarity similarity=similarity origin reference=yesNo type=matchType subType=userDefined',
    content: 'mda:metadata? xlf:originalData? xlf:source xlf:target other*',
    foreign: 'any',
  },
  'gls:glossary': { content: 'glossEntry+' },
  'gls:glossEntry': {
    attributes: 'id=id ref',
    content: 'term translation* definition? other*',
    foreign: 'any',
  },
  'gls:term': { attributes: 'source', content: 'text', foreign: 'any' },
  'gls:translation': { attributes: 'id=id ref source', content: 'text', foreign: 'any' },
  'gls:definition': { attributes: 'source', content: 'text', foreign: 'any' },
  'mda:metadata': { attributes: 'id=id', content: 'metaGroup+' },
  'mda:metaGroup': {
    attributes: 'id=id category appliesTo=metaAppliesTo',
    content: '(metaGroup|meta)+',
  },
  'mda:meta': { attributes: 'type!', content: 'text' },
  'res:resourceData': { content: 'resourceItemRef* resourceItem*' },
  'res:resourceItemRef': { attributes: 'id=id ref!=id', foreign: 'any' },
  'res:resourceItem': {
    attributes: 'id=id mimeType context=yesNo',
    content: 'source? target? reference*',
    foreign: 'any',
  },
  'res:source': { attributes: 'href xml:lang=language', content: 'text other*', foreign: 'any' },
  'res:target': { attributes: 'href xml:lang=language', content: 'text other*', foreign: 'any' },
  'res:reference': { attributes: 'href! xml:lang=language', foreign: 'any' },
  'slr:profiles': { attributes: 'generalProfile storageProfile', content: 'normalization? other*' },
  'slr:normalization': { attributes: 'general=normalization storage=normalization' },
  'slr:data': { attributes: 'profile!', content: 'other*', foreign: 'any' },
  'val:validation': { content: 'rule+', foreign: 'any' },
  'val:rule': {
    attributes:
      'isPresent occurs=positive isNotPresent startsWith endsWith existsInSource=yesNo caseSensitive=yesNo normalization=normalization disabled=yesNo',
    foreign: 'any',
  },
};

/** The table, read. */
export const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map(
  Object.entries(RULES).map(([name, rule]) => [name, parseElementRule(name, rule)]),
);
