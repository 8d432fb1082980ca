import { z } from 'zod';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

/** The rules by which a toolkit's texts are cut into sentences, for the memory, the counts and XLIFF alike. */
export const segmentation = {
  /** `file` names the SRX file they were taken from; null: Adapta's own. */
  read: method(z.strictObject({ toolkit: idSchema }), z.strictObject({ file: z.string().nullable() })),
  /** Takes over the rules of an SRX file; the memory is filled anew by them. Throws invalidSrx. */
  import: jobMethod(
    z.strictObject({ toolkit: idSchema, file: grantSchema }),
    z.strictObject({
      file: z.string(),
      /** SRX 1.0: taken as far as it says what 2.0 says. */
      upgraded: z.boolean(),
    }),
  ),
  /** Goes back to Adapta's own. */
  reset: method(z.strictObject({ toolkit: idSchema }), z.strictObject({})),
};
