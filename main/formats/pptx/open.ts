import { AdaptaError } from '#shared/model/errors.ts';
import type { DrawingPart } from '../drawingml/model.ts';
import { drawingPart } from '../drawingml/reader.ts';
import { OfficePackage } from '../package/package.ts';

const POWERPOINT = /presentationml|ms-powerpoint/u;

/** Opens a package and finds its presentation by relationship, never by name. Throws notThisFormat, missingPart. */
export async function openPptx(bytes: Uint8Array): Promise<{ pack: OfficePackage; main: DrawingPart }> {
  const pack = await openPackage(bytes);
  const root = await pack.relationships('');
  const named = [...root.values()].find(({ type, external }) => type === 'officeDocument' && !external);
  if (named === undefined) throw new AdaptaError('notThisFormat');
  const type = await pack.contentType(named.part);
  if (type !== '' && !POWERPOINT.test(type) && type !== 'application/xml')
    throw new AdaptaError('notThisFormat', { type });
  const main = await drawingPart(pack, named.part);
  if (main === undefined) throw new AdaptaError('missingPart', { part: named.part });
  if (main.root.name !== 'p:presentation') throw new AdaptaError('notThisFormat', { type });
  return { pack, main };
}

async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  try {
    return await OfficePackage.open(bytes);
  } catch (error) {
    // An office file of another family: the package says only that it is none of Word's.
    if (error instanceof AdaptaError && error.code === 'notADocx') throw new AdaptaError('notThisFormat');
    throw error;
  }
}
