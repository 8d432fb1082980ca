/** Goes back to backup 1 of a workspace: `restore-main.ts WORKSPACE`. Made to be killed. */
import { openStore } from '#main/store/store.ts';

const [workspace = ''] = process.argv.slice(2);
const store = await openStore(workspace);
await store.restore(1);
store.close();
