import type { Status } from '#shared/model/unit.ts';
import type { Workbench } from './workbench.ts';

/** Alt+1 … 4 */
const STATUS_KEYS: Readonly<Record<string, Status>> = {
  Digit1: 'draft',
  Digit2: 'translated',
  Digit3: 'reviewed',
  Digit4: 'approved',
};

/**
 * The document's own keys, wherever the caret is in the text. None with Ctrl+Alt (AltGr writes @ and # on Spanish
 * keyboards), none while a dead key or input method is composing. True when the key was ours.
 */
export function handleKey(workbench: Workbench, event: KeyboardEvent): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return false;
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey && !control) return altKey(workbench, event);
  if (control && !event.altKey) return controlKey(workbench, event);
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
    workbench.openMenu();
    return true;
  }
  return false;
}

function altKey(workbench: Workbench, event: KeyboardEvent): boolean {
  const status = STATUS_KEYS[event.code];
  if (status !== undefined && !event.shiftKey) {
    workbench.setStatus(status);
    return true;
  }
  const action = altAction(workbench, event);
  action?.();
  return action !== undefined;
}

function altAction(workbench: Workbench, { key, code, shiftKey }: KeyboardEvent): (() => void) | undefined {
  if (key === 'ArrowDown') return () => (shiftKey ? workbench.move(1) : workbench.step(1));
  if (key === 'ArrowUp') return () => (shiftKey ? workbench.move(-1) : workbench.step(-1));
  if (shiftKey) return undefined;
  if (key === 'Enter') return () => workbench.openMenu();
  if (code === 'KeyR') return () => workbench.store.setState(({ received }) => ({ received: !received }));
  const hasSource = (workbench.active()?.source.length ?? 0) > 0;
  if (code === 'Digit5') return () => (hasSource ? workbench.askMode('faithful') : workbench.askMode('added'));
  if (code === 'Digit6') return () => workbench.askMode(hasSource ? 'adapted' : 'added');
  if (code === 'Digit7') return () => workbench.omit();
  if (code === 'Digit8') return () => workbench.toggleAudience();
  return undefined;
}

function controlKey(workbench: Workbench, event: KeyboardEvent): boolean {
  const action = controlAction(workbench, event);
  action?.();
  return action !== undefined;
}

/** By what the key writes, not by where it is: Z and Y change places between keyboards. */
function controlAction(workbench: Workbench, { key, shiftKey }: KeyboardEvent): (() => void) | undefined {
  const letter = key.toLowerCase();
  if (key === 'Enter') return () => (shiftKey ? workbench.review() : workbench.confirm());
  if (letter === 'z') return () => (shiftKey ? workbench.redo() : workbench.undo());
  if (shiftKey) return undefined;
  if (letter === 'y') return () => workbench.redo();
  if (letter === 'k') return () => workbench.store.setState({ linkField: true });
  if (key === '.') return () => workbench.mark('superscript');
  if (key === ',') return () => workbench.mark('subscript');
  return undefined;
}
