import type { Hono } from 'hono';
import type { PageEnv } from '../../../env';
import type { Behind, DeskPaths } from '../desk';
import { pastePage, templateFile } from '../pasting/paste';
import { pickPage } from '../picking/pick';
import { callTicked } from './calls';
import { correctPage } from './correct';
import { firstPage } from './first-page';
import { letterFile } from './letter';
import { replacePage } from './replace';
import { reservePage, reserveSeated } from './reserve';
import { slipPage, slipsPage } from './slips';
import { takeOffPage } from './take-off';

/** Mounts the pages of a quota, for those who come by a link or by an account. */
export const mountDesk = (app: Hono<PageEnv>, at: DeskPaths, behind: Behind): void => {
  const person = ':id';
  const forms = [
    [at.list, firstPage(behind)],
    [at.paste, pastePage(behind)],
    [at.mediators, pickPage(behind)],
    [at.reserve, reservePage(behind)],
    [at.replace(person), replacePage(behind)],
    [at.withdraw(person), takeOffPage(behind)],
    ...(at.correct ? ([[at.correct(person), correctPage(behind)]] as const) : []),
  ] as const;
  for (const [path, { get, post }] of forms) {
    app.get(path, get);
    app.post(path, post);
  }
  app.get(at.template, templateFile(behind));
  app.get(at.letter, letterFile(behind));
  app.get(at.slips, slipsPage(behind));
  app.get(at.slip(person), slipPage(behind));
  app.post(at.call, callTicked(behind));
  app.post(at.seat(person), reserveSeated(behind));
};
