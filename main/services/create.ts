import { appService } from './app.ts';
import { backupsService } from './backups.ts';
import { checksService } from './checks.ts';
import { commentsService } from './comments.ts';
import type { ServiceDeps } from './deps.ts';
import { exchangeService } from './exchange.ts';
import { exportsService } from './exports.ts';
import { importsService } from './imports.ts';
import { jobsService } from './jobs.ts';
import { libraryService } from './library.ts';
import type { Services } from './services.ts';
import { settingsService } from './settings.ts';
import { termsService } from './terms.ts';
import { unitsService } from './units.ts';

/** Everything that answers the contract, over one workspace. */
export function createServices(deps: ServiceDeps): Services {
  return {
    app: appService(deps),
    settings: settingsService(deps),
    library: libraryService(deps),
    imports: importsService(deps),
    units: unitsService(deps),
    comments: commentsService(deps),
    exports: exportsService(deps),
    exchange: exchangeService(deps),
    backups: backupsService(deps),
    terms: termsService(deps),
    checks: checksService(deps),
    jobs: jobsService(deps),
  };
}
