import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Esc inside an element steps out of it, and no further. */
export function useEscape(element: RefObject<HTMLElement | null>, leave: () => void): void {
  const step = useEffectEvent(leave);
  useEffect(() => {
    const inside = element.current;
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      step();
    };
    inside?.addEventListener('keydown', hear);
    return () => inside?.removeEventListener('keydown', hear);
  }, [element]);
}
