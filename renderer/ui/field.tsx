import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup as AriaRadioGroup,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
  type CheckboxProps as AriaCheckboxProps,
  type Key,
  type SearchFieldProps as AriaSearchFieldProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import './field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Several lines. */
  readonly lines?: number;
  readonly error?: string;
  /** In a dialog: where the focus goes when it opens. */
  readonly takesFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A labelled line (or some lines) of text. */
export function TextField({
  label,
  hint,
  placeholder,
  lines,
  error,
  takesFocus = false,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      {...(takesFocus ? { autoFocus: true } : {})}
      isInvalid={error !== undefined}
      className="field"
    >
      <Label className="field-label">{label}</Label>
      {lines === undefined ? (
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} ref={inputRef ?? null} />
      ) : (
        <TextArea className="input" rows={lines} {...(placeholder === undefined ? {} : { placeholder })} />
      )}
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice<Id extends Key> {
  readonly id: Id;
  readonly label: string;
  readonly sign?: ReactNode;
  /** What tells it from others of its name; shown in the list only. */
  readonly hint?: string;
}

export interface SelectProps<Id extends Key> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly quiet?: boolean;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a few. */
export function Select<Id extends Key>({
  label,
  quiet = false,
  choices,
  value,
  onChange,
  placeholder,
  isDisabled = false,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        if (key !== null) onChange(key as Id);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={quiet ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <AriaButton className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevronDown" />
      </AriaButton>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="menu-item">
              <span className="menu-sign">{choice.sign}</span>
              <span className="choice-words">
                <Text slot="label">{choice.label}</Text>
                {choice.hint === undefined ? null : (
                  <Text slot="description" className="field-hint">
                    {choice.hint}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="checkbox-box" aria-hidden="true">
            {isIndeterminate ? <span className="checkbox-dash" /> : isSelected ? <Icon name="check" size={14} /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface RadioChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string;
}

/** One of two or three, all in view, each with a line of explanation if wanted. */
export function RadioGroup<Id extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly RadioChoice<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <AriaRadioGroup className="field" value={value} onChange={(id) => onChange(id as Id)}>
      <Label className="field-label">{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="radio">
          <span className="radio-dot" aria-hidden="true" />
          <span>
            {choice.label}
            {choice.hint === undefined ? null : <span className="field-hint radio-hint">{choice.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search field without a visible label; Esc empties it. */
export function SearchField({ label, inputRef, ...rest }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <AriaSearchField {...rest} aria-label={label} className="search-field">
      <Icon name="search" />
      <Input className="input" placeholder={label} ref={inputRef ?? null} />
      <AriaButton className="icon-button icon-button-small" aria-label={t('action.remove')}>
        <Icon name="close" size={12} />
      </AriaButton>
    </AriaSearchField>
  );
}
