import { create } from 'zustand';
import type { AdaptaError } from '#shared/model/errors.ts';

/** The four states of saving (interface.md, "Editor"). `at` in ms since 1970; null: nothing written since the start. */
export type Saving =
  | { readonly state: 'saved'; readonly at: number | null }
  | { readonly state: 'saving' }
  | { readonly state: 'unsaved'; readonly error: AdaptaError }
  | { readonly state: 'readOnly' };

interface SavingState {
  readonly saving: Saving;
  readonly report: (saving: Saving) => void;
}

/** What the status line says. Whoever writes reports here; `saved` only after the engine acknowledged (trust.md, 1). */
export const useSaving = create<SavingState>((set) => ({
  saving: { state: 'saved', at: null },
  report: (saving) => set({ saving }),
}));

export function reportSaving(saving: Saving): void {
  useSaving.getState().report(saving);
}
