/** Opens a workspace, migrating it: `migrate-main.ts WORKSPACE`. Made to be killed. */
import { openStore } from '#main/store/store.ts';

const [workspace = ''] = process.argv.slice(2);
const store = await openStore(workspace);
store.close();
