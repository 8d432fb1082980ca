import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import type { ReactElement, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
  /** `primary`: the one thing this view is for, once per view. `plain`: in bars and rows. `danger`: cannot be undone. */
  readonly look?: 'normal' | 'primary' | 'plain' | 'danger';
  readonly icon?: IconName;
  /** In a dialog: where the focus goes when it opens. */
  readonly takesFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a word, and a sign before it if wanted. */
export function Button({ look = 'normal', icon, takesFocus = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} {...(takesFocus ? { autoFocus: true } : {})} className={`button button-${look}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** The button's name, shown as its tooltip. */
  readonly label: string;
  /** Keys as printed (`Ctrl+B`), shown in the tooltip. */
  readonly keys?: string;
  readonly small?: boolean;
}

/** A button of a sign alone, named for everyone by its tooltip. */
export function IconButton({ icon, label, keys, small = false, ...rest }: IconButtonProps) {
  return (
    <WithTooltip label={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className={`icon-button${small ? ' icon-button-small' : ''}`}>
        <Icon name={icon} />
      </AriaButton>
    </WithTooltip>
  );
}

export interface ToggleIconButtonProps extends Omit<
  AriaToggleButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  readonly children: ReactNode;
  readonly label: string;
  readonly keys?: string;
}

/** A button that stays pressed: bold, a filter. */
export function ToggleIconButton({ label, keys, children, ...rest }: ToggleIconButtonProps) {
  return (
    <WithTooltip label={label} {...(keys === undefined ? {} : { keys })}>
      <AriaToggleButton {...rest} aria-label={label} className="icon-button">
        {children}
      </AriaToggleButton>
    </WithTooltip>
  );
}

/** Shows a name, and the keys that do the same, over the thing it wraps. */
export function WithTooltip({
  label,
  keys,
  children,
}: {
  readonly label: string;
  readonly keys?: string;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={4}>
        {label}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
