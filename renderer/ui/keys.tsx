/** Keys that do what a button does, beside its word. Drawn by the style sheet: the button's name stays the word alone (WCAG 2.5.3). */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd data-keys={keys} aria-hidden="true" />;
}
