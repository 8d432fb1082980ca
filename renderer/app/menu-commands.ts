import { useEffect, useEffectEvent } from 'react';
import type { AdaptaBridge } from '#shared/contract/bridge.ts';
import type { MenuCommand } from '#shared/contract/menu.ts';

type Handler = () => void;
const handlers = new Map<MenuCommand, Handler[]>();

/** Sends the commands of the menu to the innermost view that listens. */
export function listenToMenu(bridge: Pick<AdaptaBridge<File>, 'onMenu'>): () => void {
  return bridge.onMenu((command) => runCommand(command));
}

/** Runs a command as if chosen from the menu; false when no view listens to it. */
export function runCommand(command: MenuCommand): boolean {
  const handler = handlers.get(command)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** Answers a command while the view stands; the view mounted last wins. */
export function useMenuCommand(command: MenuCommand, handler: Handler): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    const entry: Handler = () => run();
    const list = handlers.get(command) ?? [];
    handlers.set(command, [...list, entry]);
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== entry),
      );
    };
  }, [command]);
}
