import type { EditorThemeClasses } from 'lexical';

/** Classes of marked text, for editor.css. */
export const THEME: EditorThemeClasses = {
  text: {
    bold: 'bold',
    italic: 'italic',
    underline: 'underline',
    strikethrough: 'strike',
    underlineStrikethrough: 'underline-strike',
  },
};
