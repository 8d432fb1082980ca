import type { CheckSettings, CheckUnit, Finding } from '#shared/checks/check.ts';
import { DocumentChecker } from '#shared/checks/consistency/document-checker.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import { outgrownBoxes } from '#shared/checks/length/outgrown-boxes.ts';
import { termFinderOf } from '#shared/checks/terms/term-finder.ts';
import type { FindingCounts, IgnoredFinding, UnitFindings } from '#shared/contract/checks.ts';
import { EMPTY, fromBlocks, type Content } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Store } from '#main/store/store.ts';
import type { BoxesOf } from './check-boxes.ts';
import { readCheckSettings } from './check-settings.ts';
import type { Glossaries } from './glossaries.ts';
import { needDocument, needToolkit, toolkitOf } from './library-commands.ts';
import type { Steps } from './slices.ts';
import { blocksOf, unitsInOrder } from './units.ts';

/** Units between two steps: about a millisecond. */
const UNITS = 25;

/** What is found in some documents, in the order they were named and in reading order. */
export interface Found {
  readonly units: readonly UnitFindings[];
  readonly counts: FindingCounts;
}

/**
 * Checks documents as part of their toolkits: what is said in two ways is found across documents, and whether an agenda
 * repeats the titles of its activities. In steps; throws unknownDocument.
 */
export function* findSteps(
  store: Store,
  glossaries: Glossaries,
  documents: readonly string[],
  boxesOf: BoxesOf,
): Steps<Found> {
  const units: UnitFindings[] = [];
  const byToolkit = Map.groupBy(documents, (id) => toolkitOf(store, needDocument(store, id)).id);
  const found = new Map<string, readonly UnitFindings[]>();
  for (const [toolkit, wanted] of byToolkit) {
    const checker = new DocumentChecker(yield* settingsOf(store, glossaries, toolkit));
    const kept = new Map<string, readonly CheckUnit[]>();
    for (const document of documentsOf(store, toolkit, wanted)) {
      const all = yield* loadSteps(store, document, checker, boxesOf(document));
      if (wanted.includes(document)) kept.set(document, all);
    }
    for (const [document, all] of kept) found.set(document, yield* tellSteps(store, document, all, checker));
  }
  for (const document of documents) units.push(...(found.get(document) ?? []));
  return { units, counts: countsOf(units) };
}

function* settingsOf(store: Store, glossaries: Glossaries, toolkit: string): Steps<CheckSettings> {
  const { sourceLanguage, targetLanguage } = needToolkit(store, toolkit);
  const languages = { sourceLanguage, targetLanguage };
  const concepts = yield* glossaries.of(toolkit);
  const terms = termFinderOf(yield* glossaries.recogniser(toolkit, languages), concepts);
  return { ...languages, ...readCheckSettings(store, toolkit), ...(concepts.length === 0 ? {} : { terms }) };
}

/** Every document of the toolkit that is not hidden, and the wanted ones in any case. */
function documentsOf(store: Store, toolkit: string, wanted: readonly string[]): readonly string[] {
  const all = store.modules
    .ofToolkit(toolkit)
    .flatMap((module) => store.documents.ofModule(module.id))
    .filter(({ archived }) => !archived)
    .map(({ id }) => id);
  return [...new Set([...all, ...wanted])];
}

function* loadSteps(
  store: Store,
  document: string,
  checker: DocumentChecker,
  boxes: ReturnType<BoxesOf>,
): Steps<readonly CheckUnit[]> {
  const inAgenda = needDocument(store, document).kind === 'agenda';
  const blocks = yield* blocksOf(store, document);
  const records = yield* unitsInOrder(store, document);
  const units = records.map((record) => checkUnitOf(record, (block) => blocks.get(block)?.content ?? EMPTY, inAgenda));
  yield;
  const outgrown = boxes === undefined ? null : outgrownBoxes(units, (container) => boxes.get(container));
  const all: CheckUnit[] = [];
  for (const each of units) {
    const unit = outgrown?.has(each.record.id) === true ? { ...each, outgrowsBox: true } : each;
    checker.set(unit);
    all.push(unit);
    if (all.length % UNITS === 0) yield;
  }
  return all;
}

function checkUnitOf(record: UnitRecord, contentOf: (block: string) => Content, inAgenda: boolean): CheckUnit {
  const source = fromBlocks(record.source.map(contentOf));
  const received = fromBlocks(record.received.map(contentOf));
  return { record, source, inAgenda, ...(received.length === 0 ? {} : { received }) };
}

function* tellSteps(
  store: Store,
  document: string,
  units: readonly CheckUnit[],
  checker: DocumentChecker,
): Steps<readonly UnitFindings[]> {
  const ignored = Map.groupBy(store.ignoredFindings.ofDocument(document), ({ unit }) => unit);
  const out: UnitFindings[] = [];
  for (const [index, unit] of units.entries()) {
    if (index % UNITS === 0) yield;
    const findings = checker.findingsOf(unit.record.id);
    if (findings.length > 0) out.push(told(unit, document, findings, ignored.get(unit.record.id) ?? []));
  }
  return out;
}

function told(
  unit: CheckUnit,
  document: string,
  findings: readonly Finding[],
  ignored: readonly IgnoredFinding[],
): UnitFindings {
  const texts = ignored.length === 0 ? '' : textsKey(unit);
  const because = (finding: Finding): IgnoredFinding | undefined =>
    ignored.find((one) => one.texts === texts && one.finding === findingKey(finding));
  return {
    unit: unit.record.id,
    document,
    source: toPlainText(unit.source),
    target: toPlainText(unit.record.content),
    findings: findings.filter((finding) => because(finding) === undefined),
    ignored: findings.flatMap((finding) => {
      const left = because(finding);
      return left === undefined ? [] : [{ finding, reason: left.reason, author: left.author }];
    }),
  };
}

function countsOf(units: readonly UnitFindings[]): FindingCounts {
  const all = units.flatMap(({ findings }) => findings);
  return {
    errors: all.filter(({ severity }) => severity === 'error').length,
    warnings: all.filter(({ severity }) => severity === 'warning').length,
    hints: all.filter(({ severity }) => severity === 'info').length,
    ignored: units.reduce((sum, unit) => sum + unit.ignored.length, 0),
  };
}
