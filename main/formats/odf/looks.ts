import { MARKS, type FormatId, type Mark } from '#shared/model/content.ts';
import { languageOf, lookOf, NOTHING_INHERITED, type Inherited, type Look } from './look.ts';
import { MARK_GROUPS } from './marks.ts';
import { textProperties, type StyleScope } from './styles.ts';

const NO_STYLES: readonly string[] = [];

/** The looks of one document; a few chains of styles come thousands of times, and each is resolved once. */
export class Looks {
  /** By id, for the writer. */
  readonly byId = new Map<FormatId, Look>();
  readonly #looks = new Map<Inherited, Map<string, Look>>();
  readonly #inherited = new Map<StyleScope, Map<string, Inherited>>();
  readonly #alike = new Map<string, Inherited>();
  readonly #chains = new Map<StyleScope, Map<string, readonly string[]>>();

  /** What a paragraph of that style hands down: one object for all that hand down the same. */
  inherited(scope: StyleScope, style: string | undefined): Inherited {
    let known = this.#inherited.get(scope);
    if (known === undefined) this.#inherited.set(scope, (known = new Map()));
    let inherited = known.get(style ?? '');
    if (inherited === undefined) known.set(style ?? '', (inherited = this.#inherit(scope, style)));
    return inherited;
  }

  #inherit(scope: StyleScope, style: string | undefined): Inherited {
    const said = (attribute: string): string | undefined =>
      scope.property('paragraph', style, 'style:text-properties', attribute);
    const marks = new Set(MARK_GROUPS.filter((group) => group.state(said) === 'on'));
    const inherited = { marks, hidden: said('text:display') === 'none', language: languageOf(said) };
    const names = [...marks].flatMap((group) => group.marks).join('+');
    const key = `${names}|${String(inherited.hidden)}|${inherited.language ?? ''}`;
    const alike = this.#alike.get(key);
    if (alike !== undefined) return alike;
    this.#alike.set(key, inherited);
    return inherited;
  }

  /** The look inside spans of these styles, outermost first. */
  of(chain: readonly string[], scope: StyleScope, inherited: Inherited): Look {
    let known = this.#looks.get(inherited);
    if (known === undefined) this.#looks.set(inherited, (known = new Map()));
    const key = `${this.#number(scope)}|${chain.join('\u0001')}`;
    let look = known.get(key);
    if (look === undefined) {
      look = lookOf(chain, scope, inherited);
      known.set(key, look);
      if (!this.byId.has(look.id)) this.byId.set(look.id, look);
      if (!look.loose && !look.hidden) this.#remember(chain, scope, look);
    }
    return look;
  }

  readonly #numbers = new Map<StyleScope, number>();

  #number(scope: StyleScope): number {
    let number = this.#numbers.get(scope);
    if (number === undefined) this.#numbers.set(scope, (number = this.#numbers.size));
    return number;
  }

  #remember(chain: readonly string[], scope: StyleScope, look: Look): void {
    const chains = this.#known(scope);
    const key = keyOf(look.id, look.marks);
    const before = chains.get(key);
    if (before === undefined || before.length > chain.length) chains.set(key, chain);
  }

  /** Chains by look and marks: those met while reading, and what the part's automatic styles give. */
  #known(scope: StyleScope): Map<string, readonly string[]> {
    let chains = this.#chains.get(scope);
    if (chains === undefined) {
      chains = new Map([[keyOf(lookOf([], scope, NOTHING_INHERITED).id, []), NO_STYLES]]);
      this.#chains.set(scope, chains);
      for (const { family, name } of scope.own()) {
        if (family !== 'text') continue;
        const look = lookOf([name], scope, NOTHING_INHERITED);
        const key = keyOf(look.id, look.marks);
        if (!look.loose && !look.hidden && !chains.has(key)) chains.set(key, [name]);
      }
    }
    return chains;
  }

  /** Styles that give text this look and these marks in that part, when the part has such. */
  chainFor(scope: StyleScope, look: FormatId, marks: readonly Mark[]): readonly string[] | undefined {
    return this.#known(scope).get(keyOf(look, marks));
  }

  /** What the common styles of a look say themselves. */
  namedProperties(look: Look, scope: StyleScope): ReadonlyMap<string, string> {
    const said = new Map<string, string>();
    for (const name of look.named) {
      for (const style of scope.chain('text', name).toReversed()) {
        for (const [attribute, value] of Object.entries(textProperties(style))) said.set(attribute, value);
      }
    }
    return said;
  }
}

function keyOf(look: FormatId, marks: readonly Mark[]): string {
  return `${look}|${MARKS.filter((mark) => marks.includes(mark)).join('+')}`;
}
