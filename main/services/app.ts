import { CONTRACT_VERSION } from '#shared/contract/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { Services } from './services.ts';

export function appService({ store, version }: ServiceDeps): Services['app'] {
  return {
    info: () => ({ version, contract: CONTRACT_VERSION, workspace: store.workspace, readOnly: false }),
  };
}
