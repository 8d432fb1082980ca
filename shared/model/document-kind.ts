/** What a document is in its module (domain.md, "Where the job comes from"), in the order a workshop uses them. */
export const DOCUMENT_KINDS = [
  'agenda',
  'facilitatorGuide',
  'activity',
  'reading',
  'selfAssessment',
  'groupExercise',
  'caseStudy',
  'actionPlan',
  'slides',
  'handout',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
