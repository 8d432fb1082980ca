import { AdaptaError } from '#shared/model/errors.ts';
import type { WriteRequest, WriteResult } from '#main/formats/format.ts';

/** Splices the units into the skeleton. */
export function writeDocx(request: WriteRequest): Promise<WriteResult> {
  return Promise.reject(new AdaptaError('internal', { containers: request.containers.length }));
}
