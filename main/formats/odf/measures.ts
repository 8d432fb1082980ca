const MM: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  inch: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
};

/** A length with its unit (ODF 1.3 part 3, 18.3.18) in millimetres; undefined for what is none, a percentage for one. */
export function millimetres(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*(-?[\d.]+)\s*([a-z]+)\s*$/u.exec(value ?? '') ?? [];
  const size = Number(number) * (MM[unit] ?? Number.NaN);
  return Number.isFinite(size) && Math.abs(size) < 1e6 ? Math.round(size * 100) / 100 : undefined;
}

/** A length in points. */
export function points(value: string | undefined): number | undefined {
  const size = millimetres(value);
  return size === undefined ? undefined : Math.round((size / 25.4) * 72 * 10) / 10;
}
