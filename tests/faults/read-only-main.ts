/** Tries to open a workspace and prints the code it is refused with: `read-only-main.ts WORKSPACE`. */
import { AdaptaError } from '#shared/model/errors.ts';
import { openStore } from '#main/store/store.ts';

const [workspace = ''] = process.argv.slice(2);
try {
  (await openStore(workspace)).close();
  process.stdout.write('opened');
} catch (cause) {
  process.stdout.write(cause instanceof AdaptaError ? cause.code : String(cause));
}
