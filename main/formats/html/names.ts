import type { Mark } from '#shared/model/content.ts';

/** Elements that begin a line of their own: HTML Standard 15.3, "Rendering", display: block, table or list-item. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav noframes ol optgroup p plaintext pre search ' +
    'section summary table tbody td tfoot th thead tr ul xmp caption col colgroup'
  ).split(' '),
);

export const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);
export const ITEMS: ReadonlySet<string> = new Set(['li', 'dt', 'dd']);
export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** What is kept as it stands and shows nothing, or nothing that is text of the page. */
export const SILENT: ReadonlySet<string> = new Set(
  'script style template link meta base noembed noframes head title param source track'.split(' '),
);
/** What shows something of its own and is kept whole. */
export const WHOLE: ReadonlySet<string> = new Set(
  'img input select textarea datalist object embed applet iframe frame video audio canvas svg math meter progress picture map keygen'.split(
    ' ',
  ),
);
/** What can run, send or show something from elsewhere; never run, fetched or made a unit. */
export const ACTIVE: ReadonlySet<string> = new Set(
  'script iframe frame object embed applet form template portal'.split(' '),
);
/** Blocks that hold a few words of a fixed place: structure stays out of them. */
export const FIXED: ReadonlySet<string> = new Set(['summary', 'legend', 'optgroup']);
export const VERBATIM: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** Attributes people read or hear. */
export const SPOKEN: readonly string[] = ['alt', 'title', 'aria-label', 'placeholder'];
/** Buttons whose words stand in `value`. */
export const BUTTONS: ReadonlySet<string> = new Set(['submit', 'button', 'reset']);

/** The element a mark is written with where the page does not say. */
export const TAG_OF: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};
