import { checkSettingsSchema, type ToolkitCheckSettings } from '#shared/contract/checks.ts';
import type { Store } from '#main/store/store.ts';

const KEY = 'checks';
const DEFAULTS: ToolkitCheckSettings = { off: [], quotes: 'any' };

/** What a toolkit's people want checked; the defaults where nobody said, or where what was stored is of another version. */
export function readCheckSettings(store: Store, toolkit: string): ToolkitCheckSettings {
  const stored = checkSettingsSchema.safeParse(store.toolkitSettings.read(toolkit, KEY));
  return stored.success ? stored.data : DEFAULTS;
}

/** Inside the caller's transaction. */
export function writeCheckSettings(store: Store, toolkit: string, settings: ToolkitCheckSettings): void {
  store.toolkitSettings.write(toolkit, KEY, settings);
}
