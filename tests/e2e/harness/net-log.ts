import { readFile } from 'node:fs/promises';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Events by which Chromium reaches out: names looked up, sockets connected, requests for something of the web begun. */
const REACHING_OUT =
  /^(?:HOST_RESOLVER_MANAGER_(?:REQUEST|JOB)|HOST_RESOLVER_DNS_TASK|TCP_CONNECT|UDP_CONNECT|SSL_CONNECT|SOCKET_POOL_CONNECT_JOB|DNS_TRANSACTION)/u;

/** What Chromium's own log (`--log-net-log`) says left the machine, one line each; none is as it should be. */
export async function outgoing(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const log = JSON.parse(text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/u, '')}]}`) as NetLog;
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]));
  return log.events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? String(type);
    const url = typeof params?.['url'] === 'string' ? params['url'] : '';
    return REACHING_OUT.test(name) || /^(?:https?|wss?|ftp):/u.test(url) ? [`${name} ${JSON.stringify(params)}`] : [];
  });
}
