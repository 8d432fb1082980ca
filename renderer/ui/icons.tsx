/* One hand, one weight: 16 × 16, strokes of 1.5. */
const PATHS = {
  add: 'M8 3v10M3 8h10',
  archive: 'M2.5 5.5h11v7.5h-11zM1.75 3h12.5v2.5H1.75zM6 8.5h4',
  arrowDown: 'M8 3v10M4 9l4 4 4-4',
  arrowUp: 'M8 13V3M4 7l4-4 4 4',
  back: 'M10 3 5 8l5 5',
  bundle: 'M2.5 5.5 8 2.5l5.5 3v5.5L8 14l-5.5-3zM2.5 5.5 8 8.5l5.5-3M8 8.5V14',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3.5M10.5 2v3.5',
  chart: 'M2.5 13.5h11M4 11V7.5M8 11V3M12 11V5.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  chevronDown: 'M3.5 6 8 10.5 12.5 6',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  delete: 'M3 4.5h10M6 4.5V2.5h4v2M4.5 4.5l.5 9h6l.5-9M6.75 7v4M9.25 7v4',
  document: 'M4 1.75h5.5L12.5 4.75v9.5H4zM9.5 1.75v3h3M6 8h4.5M6 10.75h4.5',
  edit: 'M3 13l.75-3L10.5 3.25l2.25 2.25L6 12.25zM9 4.75 11.25 7',
  error: 'M8 1.75 14.75 13.5H1.25zM8 6v4M8 11.75v.25',
  export: 'M8 10V2.5M5 5.25 8 2.25l3 3M3 9.5v4h10v-4',
  glossary: 'M3 2.5h8.5a1 1 0 0 1 1 1v10H4.25A1.25 1.25 0 0 1 3 12.25zM3 12.25c0-.7.55-1.25 1.25-1.25h8.25M6 5.5h3.5',
  help: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M6.25 6.25a1.8 1.8 0 1 1 2.5 1.8c-.5.2-.75.5-.75 1.2M8 11.25v.25',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.8-4M2.5 2.5v3h3M8 5v3.25l2.25 1.25',
  import: 'M8 2.5V10M5 7.25l3 3 3-3M3 9.5v4h10v-4',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M8 7.25v4M8 4.75v.25',
  kit: 'M2 4h4.5l1.5 1.5h6v8H2z',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a2.5 2.5 0 0 1 3.5 3.5L10.5 8M9 11.5 7.5 13A2.5 2.5 0 0 1 4 9.5L5.5 8',
  memory:
    'M8 2c3 0 5.25.9 5.25 2S11 6 8 6 2.75 5.1 2.75 4 5 2 8 2M2.75 4v8c0 1.1 2.25 2 5.25 2s5.25-.9 5.25-2V4M2.75 8c0 1.1 2.25 2 5.25 2s5.25-.9 5.25-2',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  merge: 'M2.5 8h11M8 1.5v4M5.75 3.5 8 5.75l2.25-2.25M8 14.5v-4M5.75 12.5 8 10.25l2.25 2.25',
  move: 'M2.5 8h9M8.5 4.5 12 8l-3.5 3.5M14 3v10',
  omit: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 1 0 0-11.5M5.25 8h5.5',
  panel: 'M2 3h12v10H2zM10 3v10',
  person: 'M8 2.5a2.75 2.75 0 1 0 0 5.5a2.75 2.75 0 1 0 0-5.5M2.75 13.5c.5-2.75 2.5-4 5.25-4s4.75 1.25 5.25 4',
  place:
    'M8 1.75c2.75 0 4.5 2 4.5 4.5C12.5 9.5 8 14.25 8 14.25S3.5 9.5 3.5 6.25c0-2.5 1.75-4.5 4.5-4.5M8 4.75a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3',
  reset: 'M3 8a5 5 0 1 1 1.5 3.6M3 12.5V8.9h3.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.25 10.25 13.5 13.5',
  settings:
    'M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10.25 2.75a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5M5.75 9.75a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5',
  sidebar: 'M2 3h12v10H2zM6 3v10',
  split: 'M2.5 8h11M8 5.75v-4M5.75 4 8 1.75 10.25 4M8 10.25v4M5.75 12 8 14.25 10.25 12',
  stop: 'M5.25 1.75h5.5l3.5 3.5v5.5l-3.5 3.5h-5.5l-3.5-3.5v-5.5zM8 4.75V8.5M8 11v.25',
  swap: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  unlink: 'M7 4.5l1.5-1.5a2.5 2.5 0 0 1 3.5 3.5L10.5 8M9 11.5 7.5 13A2.5 2.5 0 0 1 4 9.5L5.5 8M2.5 2.5l11 11',
  warning: 'M8 1.75 14.75 13.5H1.25zM8 6v4M8 11.75v.25',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside a word or inside a named button; never the only bearer of a meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
