import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term, TermStatus } from '#shared/contract/terms.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { PARTS_OF_SPEECH, type PartOfSpeech } from '#shared/model/concept.ts';
import { Select, TextField } from '#renderer/ui/field.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { TERM_STATUSES } from './term-status.tsx';

const UNSAID = '';
/** What is said anew of a term; a part of speech may be taken back. */
type TermPart = Partial<Omit<Term, 'partOfSpeech'>> & { readonly partOfSpeech?: PartOfSpeech | undefined };

/** The terms of a concept, a line each: term, language, how far it may be used, how it is inflected, where. */
export function TermLines({
  terms,
  isNew,
  newId,
  onChange,
}: {
  readonly terms: readonly Term[];
  /** Writing begins in the first line. */
  readonly isNew: boolean;
  readonly newId: () => string;
  readonly onChange: (terms: readonly Term[]) => void;
}) {
  const { t } = useTranslation('terms');
  const change = (id: string, part: TermPart): void =>
    onChange(terms.map((term) => (term.id === id ? changedTerm(term, part) : term)));
  const add = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState(isNew ? terms[0]?.id : undefined);
  return (
    <fieldset className="term-lines">
      <legend className="field-label">{t('terms')}</legend>
      {terms.map((term) => (
        <TermLine
          key={term.id}
          term={term}
          takesFocus={term.id === added}
          onChange={(part) => change(term.id, part)}
          onRemove={() => {
            onChange(terms.filter(({ id }) => id !== term.id));
            add.current?.focus();
          }}
        />
      ))}
      <Button
        look="plain"
        icon="add"
        ref={add}
        onPress={() => {
          const id = newId();
          setAdded(id);
          onChange([...terms, { id, language: 'es', text: '', status: 'admitted', municipality: '', note: '' }]);
        }}
      >
        {t('addTerm')}
      </Button>
    </fieldset>
  );
}

function TermLine({
  term,
  takesFocus,
  onChange,
  onRemove,
}: {
  readonly term: Term;
  readonly takesFocus: boolean;
  readonly onChange: (part: TermPart) => void;
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
        takesFocus={takesFocus}
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
      <Select<PartOfSpeech | typeof UNSAID>
        label={t('part')}
        choices={[
          { id: UNSAID, label: t('partUnknown') },
          ...PARTS_OF_SPEECH.map((id) => ({ id, label: t(`partName.${id}`) })),
        ]}
        value={term.partOfSpeech ?? UNSAID}
        onChange={(part) => onChange({ partOfSpeech: part === UNSAID ? undefined : part })}
      />
      <TextField
        label={t('municipality')}
        placeholder={t('everywhere')}
        value={term.municipality}
        onChange={(municipality) => onChange({ municipality })}
        maxLength={200}
      />
      <IconButton
        icon="delete"
        small
        label={t('removeTerm', { term: term.text === '' ? t('newTerm') : term.text })}
        onPress={onRemove}
      />
    </fieldset>
  );
}

/** Where a part of speech is taken back the term says nothing of it again. */
function changedTerm(term: Term, part: TermPart): Term {
  const { partOfSpeech, ...others } = { ...term, ...part };
  return partOfSpeech === undefined ? others : { ...others, partOfSpeech };
}
