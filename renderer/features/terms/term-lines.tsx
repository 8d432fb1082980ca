import { useTranslation } from 'react-i18next';
import type { Term, TermStatus } from '#shared/contract/terms.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Select, TextField } from '#renderer/ui/field.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { TERM_STATUSES } from './term-status.tsx';

/** The terms of a concept, a line each: language, term, how far it may be used, where. */
export function TermLines({
  terms,
  newId,
  onChange,
}: {
  readonly terms: readonly Term[];
  readonly newId: () => string;
  readonly onChange: (terms: readonly Term[]) => void;
}) {
  const { t } = useTranslation('terms');
  const change = (id: string, part: Partial<Term>): void =>
    onChange(terms.map((term) => (term.id === id ? { ...term, ...part } : term)));
  return (
    <fieldset className="term-lines">
      <legend className="field-label">{t('terms')}</legend>
      {terms.map((term) => (
        <TermLine
          key={term.id}
          term={term}
          onChange={(part) => change(term.id, part)}
          onRemove={() => onChange(terms.filter(({ id }) => id !== term.id))}
        />
      ))}
      <Button
        look="plain"
        icon="add"
        onPress={() =>
          onChange([
            ...terms,
            { id: newId(), language: 'es', text: '', status: 'admitted', municipality: '', note: '' },
          ])
        }
      >
        {t('addTerm')}
      </Button>
    </fieldset>
  );
}

function TermLine({
  term,
  onChange,
  onRemove,
}: {
  readonly term: Term;
  readonly onChange: (part: Partial<Term>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('terms');
  const { locale } = useFormat();
  const languages: readonly string[] = LANGUAGES;
  const offered = languages.includes(term.language) ? languages : [...languages, term.language];
  return (
    <fieldset className="term-line" aria-label={term.text === '' ? t('newTerm') : term.text}>
      <TextField
        label={t('term')}
        value={term.text}
        onChange={(text) => onChange({ text })}
        maxLength={300}
        lang={term.language}
      />
      <Select<string>
        label={t('language')}
        choices={offered.map((id) => ({ id, label: languageName(id, locale) }))}
        value={term.language}
        onChange={(language) => onChange({ language })}
      />
      <Select<TermStatus>
        label={t('use')}
        choices={TERM_STATUSES.map((id) => ({ id, label: t(`status.${id}`), hint: t(`statusHint.${id}`) }))}
        value={term.status}
        onChange={(status) => onChange({ status })}
      />
      <TextField
        label={t('municipality')}
        placeholder={t('everywhere')}
        value={term.municipality}
        onChange={(municipality) => onChange({ municipality })}
        maxLength={200}
      />
      <IconButton icon="delete" small label={t('removeTerm', { term: term.text })} onPress={onRemove} />
    </fieldset>
  );
}
