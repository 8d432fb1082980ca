import { patternError } from './ast.ts';

/** Walks along an expression's source. */
export class PatternReader {
  readonly source: string;
  #at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.#at >= this.source.length;
  }

  at(text: string): boolean {
    return this.source.startsWith(text, this.#at);
  }

  /** Steps over `text` where it stands here. */
  take(text: string): boolean {
    if (!this.at(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** Steps over what a sticky expression matches here. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.source);
    if (found !== null) this.#at = expression.lastIndex;
    return found;
  }

  /** The next character (code point), stepped over. Throws invalidSrx at the end. */
  next(): string {
    const code = this.source.codePointAt(this.#at);
    if (code === undefined) throw patternError('patternMalformed', this.source, '\\');
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }
}

/** A character that stands for itself, inside a class as well as outside. */
export function literal(character: string): string {
  return /[\p{L}\p{N} ]/u.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
