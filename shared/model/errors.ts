/**
 * Every way a request can fail, as a code with parameters. Sentences live in the locales (`errors.<code>`); nothing else
 * turns a code into words. The exit code of the command line follows from the group.
 */
export const ERROR_GROUPS = {
  /** A file or workspace from outside that Adapta will not take. Exit code 3. */
  refused: [
    'notAnOfficeFile',
    'notADocx',
    'unsupportedFormat',
    'oldFormat',
    'notThisFormat',
    'referenceOnly',
    'converterMissing',
    'conversionFailed',
    'notUtf8',
    'invalidXliff',
    'invalidTmx',
    'invalidTbx',
    'invalidTable',
    'invalidSrx',
    'notReturned',
    'encrypted',
    'truncated',
    'malformedXml',
    'malformedPackage',
    'doctype',
    'zipSlip',
    'zipSymlink',
    'zipDuplicateName',
    'zipOverlap',
    'zipBomb',
    'zipTooManyEntries',
    'fileTooLarge',
    'tooDeep',
    'tooManyNodes',
    'missingPart',
    'bundleChanged',
    'bundleIncomplete',
    'notABundle',
    'workspaceNewer',
    'workspaceBusy',
    'workspaceDamaged',
    'workspaceReadOnly',
    'backupDamaged',
    'timeLimit',
    'memoryLimit',
  ],
  /** The request itself makes no sense. Exit code 2. */
  usage: [
    'badRequest',
    'badEdits',
    'unknownMethod',
    'unknownDocument',
    'unknownUnit',
    'unknownModule',
    'unknownToolkit',
    'unknownRevision',
    'unknownPlan',
    'unknownBackup',
    'unknownMemory',
    'unknownEntry',
    'memoryReadOnly',
    'unknownPlaceholder',
    'unknownGrant',
    'fileNotFound',
    'duplicateUnit',
    'crossesContainer',
    'notNeighbours',
    'cannotRemove',
    'badPosition',
    'reasonRequired',
    'noteRequired',
    'nameRequired',
    'sandboxOnly',
    'sampleReadOnly',
    'nothingToExport',
  ],
  /** Something broke on our side or on the machine. Exit code 4. */
  fault: [
    'diskFull',
    'ioError',
    'cancelled',
    'engineGone',
    'memoryReplaced',
    'memoriesToImport',
    'printUnavailable',
    'printFailed',
    'exportNotVerified',
    'internal',
  ],
} as const;

export type ErrorGroup = keyof typeof ERROR_GROUPS;
export type ErrorCode = (typeof ERROR_GROUPS)[ErrorGroup][number];
export type ErrorParams = Readonly<Record<string, string | number>>;

export const ERROR_CODES: readonly ErrorCode[] = Object.values(ERROR_GROUPS).flat();

/** The only error services throw on purpose. */
export class AdaptaError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'AdaptaError';
    this.code = code;
    this.params = params;
  }
}

export function errorGroup(code: ErrorCode): ErrorGroup {
  for (const [group, codes] of Object.entries(ERROR_GROUPS)) {
    if ((codes as readonly string[]).includes(code)) return group as ErrorGroup;
  }
  return 'fault';
}
