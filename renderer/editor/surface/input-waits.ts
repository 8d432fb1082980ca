/** Chromium knows whether keys or clicks wait to be handled; elsewhere none are assumed. */
export function inputWaits(): boolean {
  const { scheduling } = navigator as { readonly scheduling?: { isInputPending(): boolean } };
  return scheduling?.isInputPending() ?? false;
}
