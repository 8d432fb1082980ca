import { describe, expect, test } from 'vitest';
import { violationsOf } from '#main/formats/xliff/validate/validate.ts';
import { openXliff } from '#main/formats/xliff/open.ts';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { corpusFiles } from '#tests/builders/xliff/corpus.ts';
import { schemaFaults2 } from '#tests/builders/xliff/schemas.ts';
import { laws } from './file-laws.ts';

const good = ['valid', 'in-out'].flatMap((folder) => corpusFiles(`xliff21/core/${folder}`));
const bad = corpusFiles('xliff21/core/invalid');

function rulesOf(bytes: Uint8Array): readonly string[] {
  return violationsOf(openXliff(bytes).root).map(({ rule }) => rule);
}

describe('the good files of the test suite', () => {
  test('are 43', () => {
    expect(good).toHaveLength(43);
  });

  test.each(good)('$name breaks no rule', ({ bytes }) => {
    expect(rulesOf(bytes)).toEqual([]);
  });

  test.each(good)('$name is read and written equal in meaning', async ({ bytes }) => {
    expect(await laws(bytes, { faults: schemaFaults2 })).toEqual([]);
  });
});

describe('the bad files of the test suite', () => {
  test('are 119', () => {
    expect(bad).toHaveLength(119);
  });

  test.each(bad)('$name is refused with the rule it breaks', async ({ name, bytes }) => {
    const refusal = await xliffFormat.read(bytes).then(
      () => null,
      (error: unknown) => error as AdaptaError,
    );
    expect(refusal?.code).toBe('invalidXliff');
    expect([name, refusal?.params['rule']]).toEqual([name, RULES[name.slice('bad_'.length, -'.xlf'.length)]]);
  });
});

/** The constraint each file's name stands for. */
const RULES: Readonly<Record<string, string>> = {
  CommentWithValueAndRef: 'commentValueOrRef',
  ConfusedIsolatedOnEc: 'ecWithoutStartRef',
  CopyOfWithBadReference: 'copyOfReference',
  CopyOfWithNoCopyReference: 'copyOfCanCopy',
  CopyOfWithOriginalData: 'copyOfWithData',
  DataIdNotUnique: 'dataIdUnique',
  DataRefWithoutOriginalData: 'dataReference',
  DifferentCanCopyInScAndEc: 'scEcAgree',
  DifferentCanDeleteInScAndEc: 'scEcAgree',
  DifferentCanOverlapInScAndEc: 'scEcAgree',
  DifferentCanReorderInScAndEc: 'scEcAgree',
  DifferentXmlSpace: 'spaceDiffers',
  DuplicateExtElemIdsInFile: 'extensionIdUnique',
  DuplicateExtElemIdsInGroup: 'extensionIdUnique',
  DuplicateExtElemIdsInUnit: 'extensionIdUnique',
  DuplicateNoteIdsInFile: 'noteIdUnique',
  DuplicateNoteIdsInGroup: 'noteIdUnique',
  DuplicateNoteIdsInUnit: 'noteIdUnique',
  EcBeforeSc: 'ecWithoutSc',
  EmBeforeSm: 'emWithoutSm',
  EmptySkeletonWithoutHref: 'skeletonHref',
  FileIdNotUnique: 'fileIdUnique',
  GroupIdNotUnique: 'groupIdUnique',
  GroupWithoutId: 'missingAttribute',
  IgnorableIdNotUnique: 'partIdUnique',
  IgnorableWithoutSource: 'missingElement',
  InvalidCommentAnnotation1: 'commentValueOrRef',
  InvalidCommentAnnotation2: 'commentReference',
  InvalidCommentAnnotation3: 'commentReference',
  InvalidCommentAnnotation4: 'commentReference',
  InvalidDataRef: 'dataReference',
  InvalidDataRefEnd: 'dataReference',
  InvalidDataRefStart: 'dataReference',
  InvalidDirAttributeOnSource: 'unexpectedAttribute',
  InvalidExtensionAttributeOnPc: 'unexpectedAttribute',
  InvalidExtensionAttributeOnSegment: 'unexpectedAttribute',
  InvalidExtensionAttributeOnSource: 'unexpectedAttribute',
  InvalidExtensionAttributeOnTarget: 'unexpectedAttribute',
  InvalidExtensionElementInData: 'unexpectedElement',
  InvalidExtensionElementInFile: 'unexpectedElement',
  InvalidExtensionElementInOriginalData: 'unexpectedElement',
  InvalidExtensionElementInSegment: 'unexpectedElement',
  InvalidExtensionElementOutsideFile: 'unexpectedElement',
  InvalidFSAttribute: 'unexpectedAttribute',
  InvalidFSAttributeOnEc: 'styleOnEc',
  InvalidFSAttributeValue: 'attributeValue',
  InvalidFragIdBadOrder: 'fragmentOrder',
  InvalidFragIdDuplicatedPrefix: 'fragmentRepeated',
  InvalidFragIdMissplacedLeaf: 'fragmentLeaf',
  InvalidFragIdNoSingleLeaf: 'fragmentLeaf',
  InvalidFragIdPrefixNotNmtoken: 'fragmentSyntax',
  InvalidFragIdPrefixTooShort: 'fragmentPrefix',
  InvalidFragIdSyntax: 'fragmentLeaf',
  InvalidFragIdUnknownPrefix: 'fragmentPrefix',
  InvalidHexRangeOnCp: 'codePointNeeded',
  InvalidHexValueOnCp: 'attributeValue',
  InvalidId1: 'attributeValue',
  InvalidId2: 'attributeValue',
  InvalidId3: 'attributeValue',
  InvalidIsolatedOnEc: 'isolatedEc',
  InvalidIsolatedOnSc: 'isolatedInUnit',
  InvalidLoneEm: 'emWithoutSm',
  InvalidLoneSm: 'smWithoutEm',
  InvalidNoteRefInUnit: 'commentReference',
  InvalidNotesInFile: 'unexpectedElement',
  InvalidNotesInGroup: 'unexpectedElement',
  InvalidNotesInUnit: 'unexpectedElement',
  InvalidStateValue: 'attributeValue',
  InvalidTranslateInSegment: 'unexpectedAttribute',
  InvalidTypeSubTypeValues: 'subTypeValue',
  InvalidTypeValue: 'attributeValue',
  InvalidValidation: 'unexpectedElement',
  InvalidXmlLangInheritedFromFile: 'sourceLanguage',
  InvalidXmlLangInheritedFromGroup: 'sourceLanguage',
  InvalidXmlLangInheritedFromUnit: 'sourceLanguage',
  InvalidXmlLangOnFile: 'sourceLanguage',
  InvalidXmlLangOnGroup: 'sourceLanguage',
  InvalidXmlLangOnUnit: 'sourceLanguage',
  IsolatedEcWithId: 'isolatedEc',
  MissingIsolatedOnEc: 'ecWithoutStartRef',
  MissingIsolatedOnSc: 'scWithoutEc',
  MissingNonRemovable1: 'canDelete',
  MissingNonRemovable2: 'canDelete',
  MissingReorderFirstNo: 'canReorderFirst',
  NoFile: 'missingElement',
  NoTrgLang: 'targetLanguageMissing',
  NoTrgLangWithIgnorable: 'targetLanguageMissing',
  NoUnitOrGroupInFile: 'missingElement',
  NonEmptySkeletonWithHref: 'skeletonHref',
  NonIsolatedEcWithoutStartRef: 'ecWithoutStartRef',
  NotesWithoutNote: 'missingElement',
  OrderNotUnique1: 'orderUnique',
  OrderNotUnique2: 'orderUnique',
  OriginalDataWithoutData: 'missingElement',
  PartIdNotUnique: 'partIdUnique',
  RefAndValueInComment: 'commentValueOrRef',
  SegmentIdNotUnique: 'partIdUnique',
  SegmentWithoutSource: 'missingElement',
  SrcLangNotWellFormed: 'attributeValue',
  SubFlowWithInvalidReference: 'subFlowsReference',
  SubFlowWithInvalidValue: 'attributeValue',
  SubStateWithoutState: 'subStateWithoutState',
  SubTypeWithoutType: 'subTypeWithoutType',
  TrgLangNotWellFormed: 'attributeValue',
  TwoSourceInUnit: 'unexpectedElement',
  UnitWithoutSegment: 'unitWithoutSegment',
  UnknownDataRefEndValue: 'dataReference',
  UnknownDataRefStartValue: 'dataReference',
  UnknownDataRefValue: 'dataReference',
  WrongLangOnTarget: 'targetLanguage',
  WrongReordering1: 'canReorder',
  WrongReordering2: 'canReorder',
  WrongSourceLang: 'sourceLanguage',
  WrongTargetLang: 'targetLanguage',
  XmlLangNotWellFormed: 'attributeValue',
  YesCanReorderInEcForFirstNoInSc: 'scEcAgree',
  canReorderContext1: 'canReorderContext',
  canReorderContext2: 'canReorderContext',
  canReorderContext3: 'canReorderContext',
};
