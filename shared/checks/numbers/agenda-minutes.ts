import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const TIME = String.raw`(\d{1,2})\s?[:.h]\s?(\d{2})(?:\s?(?:h|hrs?|horas|([ap])\.?\s?m)\.?)?`;
const SPAN = new RegExp(String.raw`(?<!\d)${TIME}\s*(?:[-–—]|a|al|hasta|to)\s*(?:las?\s)?${TIME}`, 'giu');
/** Right behind the second time, in brackets or not; "(3 grupos)" is no duration. */
const DURATION =
  /^[^\d\n]{0,20}?(?:(\d{1,2})\s?(?:h|hrs?|horas?|hours?)(?!\p{L})\.?(?:\s?(?:y|and|con)?\s?(\d{1,2})\s?(?:min|mins|minutos|minutes|’|')(?!\p{L}))?|(\d{1,3})\s?(?:min|mins|minutos|minutes|’|')(?!\p{L}))/iu;

/** "10:40–11:30 (40 min)": from the first to the second there are fifty minutes. */
export const agendaMinutes: Check = {
  name: 'agenda-minutes',
  modes: LANGUAGE_MODES,
  run({ targetProse }) {
    if (!/\d\s?[:.h]\s?\d{2}/u.test(targetProse)) return [];
    return Array.from(targetProse.matchAll(SPAN)).flatMap((match): readonly Finding[] => {
      const [whole, h1, m1, half1, h2, m2, half2] = match;
      const duration = DURATION.exec(targetProse.slice(match.index + whole.length, match.index + whole.length + 40));
      if (duration === null) return [];
      const [behind, hours = '0', rest = '0', minutes = '0'] = duration;
      const said = Number(hours) * 60 + Number(rest) + Number(minutes);
      const passes = (clock(h2, m2, half2) - clock(h1, m1, half1 ?? half2) + 24 * 60) % (24 * 60);
      // Half past eleven to one on a clock of twelve hours.
      if (passes === said || passes % (12 * 60) === said || said === 0) return [];
      const range = { from: match.index, to: match.index + whole.length + behind.length };
      return [{ code: 'minutesDiffer', params: { said, minutes: passes }, severity: 'warning', range }];
    });
  },
};

function clock(hour = '', minute = '', half?: string): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours * 60 + Number(minute);
}
