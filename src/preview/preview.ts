import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Day } from '../shared/day.ts';
import { AppError } from '../shared/errors.ts';
import { assetRoutes, loadAssets } from '../web/assets.ts';
import { createPreviewApp } from './app.tsx';
import { createRenderer } from './child.ts';
import { createLatest } from './latest.ts';
import { gatherSource, stampOf, type SourceDeps } from './source.ts';
import { watchFiles } from './watch.ts';

export interface Preview {
  url: string;
  /** No new requests, no renderers, no watching. */
  close(): Promise<void>;
}

/**
 * Serve every mail on this machine, rendered anew when templates, strings or configuration change.
 *
 * In: the editions in the tables, and the files that mails are made of. Out: pages on 127.0.0.1; nothing is written or
 * sent, and no reader's data is looked at, so that it may run beside a newsroom at work.
 * Errors: AppError `preview.port_in_use`, `preview.not_listening`.
 */
export async function openPreview(
  deps: SourceDeps,
  { port, configFile, day }: { port: number; configFile: string; day: Day | undefined },
): Promise<Preview> {
  const renderer = createRenderer();
  const watching = watchFiles(ROOT, [...WATCHED, resolve(configFile)]);
  const latest = createLatest({
    stamp: () => stampOf(deps),
    render: () => renderer.render(configFile, (config) => gatherSource({ ...deps, config }, { day })),
  });
  const stop = watching.listen(() => latest.forget());
  const app = createPreviewApp({
    // The sample's logo is the site's own; that of any other newsroom is where its readers get it.
    ...(deps.config.sample
      ? { pictures: { siteUrl: deps.siteUrl, routes: assetRoutes(loadAssets(deps.config)) } }
      : {}),
    rendering: () => latest.get(),
    onChange: (changed) => watching.listen(changed),
  });
  const close = () => {
    stop();
    watching.close();
    renderer.close();
  };
  try {
    const site = await listen(app.fetch, port);
    return {
      url: site.url,
      close: async () => {
        close();
        await site.close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All that the bytes of a mail come from. */
const WATCHED = ['emails', 'strings', 'src/compose', 'src/deliver', 'src/preview', 'src/shared'];

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<Preview> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // A page that waits for changes would keep it open for ever.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): AppError {
  return error.code === 'EADDRINUSE'
    ? new AppError('conflict', 'preview.port_in_use', `Port ${port} is in use; name another with --port.`, {
        cause: error,
      })
    : new AppError(
        'conflict',
        'preview.not_listening',
        `Cannot listen on 127.0.0.1:${port}: ${error.message}`,
        {
          cause: error,
        },
      );
}
