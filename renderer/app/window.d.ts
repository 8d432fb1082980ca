import type { AdaptaBridge } from '#shared/contract/bridge.ts';

declare global {
  interface Window {
    /** The shell's door, put there by the preload. */
    readonly adapta: AdaptaBridge<File>;
  }
}
