import type { MenuCommand } from '#shared/contract/menu.ts';
import { keysOf } from '#renderer/features/help/keys.ts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLandmark, type AriaLandmarkRole } from 'react-aria/useLandmark';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button.tsx';
import { useMenuCommand } from '../menu-commands.ts';
import { useMedia } from './use-media.ts';
import './frame.css';

export interface FrameProps {
  /** What F6 and screen readers call the sidebar and the panel. */
  readonly sidebarLabel?: string;
  readonly sidebar?: ReactNode;
  readonly toolbar: ReactNode;
  readonly children: ReactNode;
  readonly mainLabel: string;
  readonly panel?: ReactNode;
  readonly panelLabel?: string;
  /** Raised whenever something in the panel is to be seen: it opens. */
  readonly panelAsked?: number;
  /** The title of the window. */
  readonly title: string;
  /** Esc with nothing open over the view: one level out. */
  readonly onLeave?: () => void;
}

/** Below this the panel is a drawer over the text (interface.md). */
const DRAWER = '(max-width: 1100px)';
/** Below this the sidebar is hidden until asked for (200 % zoom). */
const NARROW = '(max-width: 760px)';

/**
 * The room of every view: sidebar → toolbar → text → panel; the status line follows outside. F6 and Shift+F6 walk these
 * in the order they stand, and Esc closes what lies over the text.
 */
export function Frame({
  sidebarLabel,
  sidebar,
  toolbar,
  children,
  mainLabel,
  panel,
  panelLabel,
  panelAsked = 0,
  title,
  onLeave,
}: FrameProps) {
  const { t } = useTranslation();
  const drawer = useMedia(DRAWER);
  const narrow = useMedia(NARROW);
  const [sidebarWanted, setSidebarWanted] = useState<boolean | null>(null);
  const [panelWanted, setPanelWanted] = useState<boolean | null>(null);
  const [panelGiven, setPanelGiven] = useState(panelAsked);
  const sidebarOpen = sidebar !== undefined && (sidebarWanted ?? !narrow);
  const panelOpen = panel !== undefined && (panelWanted ?? !drawer);

  useEffect(() => {
    document.title = `${title} — Adapta`;
  }, [title]);
  if (panelAsked !== panelGiven) {
    setPanelGiven(panelAsked);
    setPanelWanted(true);
  }
  useMenuCommand('toggleSidebar', () => setSidebarWanted(!sidebarOpen));
  useMenuCommand('togglePanel', () => setPanelWanted(!panelOpen));

  const closeDrawer = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (drawer && panelOpen) setPanelWanted(false);
    else if (narrow && sidebarOpen) setSidebarWanted(false);
    else onLeave?.();
  };

  return (
    <div
      className="frame"
      data-sidebar={sidebarOpen}
      data-panel={panelOpen}
      data-drawer={drawer}
      data-narrow={narrow}
      onKeyDown={closeDrawer}
      role="presentation"
    >
      {sidebarOpen ? (
        <Landmark as="navigation" label={sidebarLabel ?? t('region.sidebar')} className="frame-sidebar">
          {sidebar}
        </Landmark>
      ) : null}
      <Landmark as="region" label={t('region.toolbar')} className="frame-toolbar">
        {sidebar === undefined || (sidebarOpen && !narrow) ? null : (
          <IconButton
            icon="sidebar"
            label={t(sidebarOpen ? 'action.hideSidebar' : 'action.showSidebar')}
            {...keysProp('toggleSidebar')}
            onPress={() => setSidebarWanted(!sidebarOpen)}
          />
        )}
        {toolbar}
        {panel === undefined ? null : (
          <IconButton
            icon="panel"
            label={t(panelOpen ? 'action.hidePanel' : 'action.showPanel')}
            {...keysProp('togglePanel')}
            aria-expanded={panelOpen}
            onPress={() => setPanelWanted(!panelOpen)}
          />
        )}
      </Landmark>
      <Landmark as="main" label={mainLabel} className="frame-main">
        {children}
      </Landmark>
      {panelOpen ? (
        <Landmark as="complementary" label={panelLabel ?? t('region.panel')} className="frame-panel">
          {panel}
        </Landmark>
      ) : null}
    </div>
  );
}

/** A region F6 stops at. */
export function Landmark({
  as,
  label,
  className,
  children,
}: {
  readonly as: AriaLandmarkRole;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const { landmarkProps } = useLandmark({ role: as, 'aria-label': label }, ref);
  useEffect(() => {
    // What is shown anew (it has another name) takes the focus left behind, so that keys and screen readers go on from here.
    if (as === 'main' && label !== '' && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true });
  }, [as, label]);
  return (
    <div ref={ref} {...landmarkProps} {...(as === 'main' ? { tabIndex: -1 } : {})} className={className}>
      {children}
    </div>
  );
}

function keysProp(command: MenuCommand): { readonly keys?: string } {
  const keys = keysOf(command);
  return keys === undefined ? {} : { keys };
}
