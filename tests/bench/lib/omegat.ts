/** What OmegaT asks of a project: everything in its usual place. */
export const OMEGAT_PROJECT = `<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">${[
  'source_dir',
  'target_dir',
  'tm_dir',
  'glossary_dir',
  'glossary_file',
  'dictionary_dir',
]
  .map((name) => `<${name}>__DEFAULT__</${name}>`)
  .join(
    '',
  )}<source_lang>EN</source_lang><target_lang>ES</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags><external_command></external_command></project></omegat>
`;
