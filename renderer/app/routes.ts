import { create } from 'zustand';
import type { FileGrant } from '#shared/contract/bridge.ts';

/** Where one is. The library is home; every other view steps back to it. */
export type Route =
  | { readonly view: 'library' }
  | { readonly view: 'document'; readonly id: string }
  /** `files` as picked or dropped; `module` where the document will go. */
  | { readonly view: 'import'; readonly files: readonly FileGrant[]; readonly module: string | null }
  | { readonly view: 'bundle'; readonly documents: readonly string[] }
  | { readonly view: 'terms' }
  | { readonly view: 'memory' }
  | { readonly view: 'statistics' };

interface RouteState {
  readonly route: Route;
  readonly go: (route: Route) => void;
}

export const useRoute = create<RouteState>((set) => ({
  route: { view: 'library' },
  go: (route) => set({ route }),
}));

/** Moves to a view from anywhere, also outside components. */
export function go(route: Route): void {
  useRoute.getState().go(route);
}
