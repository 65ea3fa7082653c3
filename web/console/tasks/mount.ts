import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { enterResultPage } from './enter-result';
import { finishPage, reopenPage } from './finish';
import { taskPage } from './task';

/** A task of a plan with its results, and what changes them. */
export const consoleTasks: Pages = (app) => {
  app.get(routes.consoleTask(':id', ':taskId'), staffOnly, taskPage);
  const acts = { '/ket-qua': enterResultPage, '/hoan-thanh': finishPage, '/lam-tiep': reopenPage } as const;
  for (const page of ['/ket-qua', '/hoan-thanh', '/lam-tiep'] as const) {
    app.get(routes.consoleTask(':id', ':taskId', page), staffOnly, acts[page].get);
    app.post(routes.consoleTask(':id', ':taskId', page), staffOnly, acts[page].post);
  }
};
