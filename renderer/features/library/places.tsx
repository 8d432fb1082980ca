import { useTranslation } from 'react-i18next';
import { go, type Route } from '#renderer/app/routes.ts';
import { keysOf } from '#renderer/features/help/keys.ts';
import { Button, WithTooltip } from '#renderer/ui/button.tsx';
import type { IconName } from '#renderer/ui/icons.tsx';
import type { MenuCommand } from '#shared/contract/menu.ts';

const PLACES: readonly { readonly command: MenuCommand & PlaceName; readonly icon: IconName; readonly route: Route }[] =
  [
    { command: 'showTerms', icon: 'glossary', route: { view: 'terms' } },
    { command: 'showMemory', icon: 'memory', route: { view: 'memory' } },
    { command: 'showStatistics', icon: 'chart', route: { view: 'statistics' } },
  ];
type PlaceName = 'showTerms' | 'showMemory' | 'showStatistics';

/** What belongs to no kit alone: glossary, memory, statistics. */
export function Places() {
  const { t } = useTranslation(['library', 'menu']);
  return (
    <ul className="places" aria-label={t('places')}>
      {PLACES.map(({ command, icon, route }) => {
        const label = t(`menu:commands.${command}`);
        const keys = keysOf(command);
        return (
          <li key={command}>
            <WithTooltip label={label} {...(keys === undefined ? {} : { keys })}>
              <Button look="plain" icon={icon} onPress={() => go(route)}>
                {label}
              </Button>
            </WithTooltip>
          </li>
        );
      })}
    </ul>
  );
}
