import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  type MenuProps as AriaMenuProps,
  type PopoverProps,
} from 'react-aria-components';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './overlay.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly sign?: ReactNode;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly danger?: boolean;
  readonly onAction: () => void;
}

/** Entries of a menu; `null` draws a line between groups. */
export type MenuEntries = readonly (MenuEntry | null)[];

interface MenuListProps extends Pick<
  AriaMenuProps<object>,
  'selectedKeys' | 'selectionMode' | 'autoFocus' | 'onClose'
> {
  readonly label: string;
  readonly entries: MenuEntries;
  readonly heading?: string;
}

function MenuList({ label, entries, heading, ...rest }: MenuListProps) {
  const items = entries.map((entry, index) =>
    entry === null ? (
      // A line has no name of its own: its place among the entries is its identity.
      <Separator key={`line-${entries[index - 1]?.id ?? ''}`} className="menu-separator" />
    ) : (
      <MenuItem
        key={entry.id}
        id={entry.id}
        textValue={entry.label}
        className="menu-item"
        isDisabled={entry.isDisabled ?? false}
        data-danger={entry.danger === true}
        onAction={entry.onAction}
      >
        <span className="menu-sign">{entry.icon === undefined ? entry.sign : <Icon name={entry.icon} />}</span>
        <Text slot="label">{entry.label}</Text>
        {/* Drawn by the style sheet: the entry's name stays the words alone (WCAG 2.5.3). */}
        {entry.keys === undefined ? null : <Keyboard data-keys={entry.keys} />}
      </MenuItem>
    ),
  );
  return (
    <AriaMenu {...rest} className="menu" aria-label={label}>
      {heading === undefined ? (
        items
      ) : (
        <MenuSection>
          <Header className="menu-heading">{heading}</Header>
          {items}
        </MenuSection>
      )}
    </AriaMenu>
  );
}

export interface MenuButtonProps extends MenuListProps {
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly placement?: PopoverProps['placement'];
}

/** A button with a menu. */
export function MenuButton({ children, placement = 'bottom end', ...list }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={placement} offset={4}>
        <MenuList {...list} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps extends MenuListProps {
  /** Where it opens, in px of the window; null: closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** A menu opened by the right button or the menu key: beside its place, so that it may be as high as the window. */
export function ContextMenu({ at, onClose, ...list }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="context-anchor" style={at === null ? {} : { left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="end top"
        offset={0}
        aria-label={list.label}
      >
        <MenuList {...list} {...{ autoFocus: 'first' as const }} onClose={onClose} />
      </Popover>
    </>
  );
}
