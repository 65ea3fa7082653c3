import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import { inboxPage } from './inbox-page';
import { forOwnHost } from './own-host';
import type { Part } from './part';
import { mustBeFree } from './ports';

/** Takes SES's calls and shows every mail on a page. By default it would listen on every address. */
export const startInbox = async (port: number): Promise<Part> => {
  if (port) await mustBeFree('MAIL_PORT', port, '127.0.0.1');
  const { default: serve } = createRequire(import.meta.url)('aws-ses-v2-local') as {
    default: (config: { host: string; port: number }) => Promise<Server>;
  };
  const server = await serve({ host: '127.0.0.1', port });
  showPage(server, await inboxPage());
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The inbox does not listen');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Answers with the page in place of the package's own, and to own names only. */
const showPage = (server: Server, page: string): void => {
  const [own] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on(
    'request',
    forOwnHost((request, response) => {
      if (request.method === 'GET' && request.url === '/')
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      else own!(request, response);
    }),
  );
};
