import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';

/** Does something and says itself why it could not be done; what a person called off needs no words. */
export async function saying<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    const error = asAdaptaError(thrown);
    if (error.code !== 'cancelled') toastError(error);
    return null;
  }
}
