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
import { MemoryFiller } from './memory-fill.ts';
import { memoryService } from './memory.ts';
import { Repetitions } from './repetitions.ts';
import { segmentationService } from './segmentation.ts';
import type { Services } from './services.ts';
import { settingsService } from './settings.ts';
import { statisticsService } from './statistics.ts';
import { termsService } from './terms.ts';
import { unitsService } from './units.ts';

/** Everything that answers the contract, over one workspace. */
export function createServices(deps: ServiceDeps): Services {
  const repetitions = new Repetitions(deps);
  const filler = new MemoryFiller(deps.store, deps.memory, () => {
    deps.emit('memoryChanged', {});
  });
  return {
    app: appService(deps),
    settings: settingsService(deps),
    library: libraryService(deps),
    imports: importsService(deps),
    units: unitsService(deps, repetitions),
    memory: memoryService(deps, repetitions, filler),
    comments: commentsService(deps),
    exports: exportsService(deps),
    exchange: exchangeService(deps),
    backups: backupsService(deps),
    terms: termsService(deps),
    checks: checksService(deps),
    segmentation: segmentationService(deps, filler),
    statistics: statisticsService(deps, filler),
    jobs: jobsService(deps),
  };
}
