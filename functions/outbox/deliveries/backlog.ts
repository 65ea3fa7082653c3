import { iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Open } from './delivery';
import { isHeld } from './hold';
import { linesInBrief } from './notices-table';

/** What waits to be sent. Counts end at `COUNTED`: an alarm needs no more. */
export type Backlog = {
  /** How long the oldest mail has waited past the time at which it was due; 0 where none waits. */
  oldestDueSeconds: number;
  mailsDue: number;
  /** Mails that a person or a restore holds; 1 at least while sending is held. */
  mailsHeld: number;
  /** Mails whose answer was lost, until SES or a person says what became of them. */
  mailsUnknown: number;
};

export const COUNTED = 1_000;

/** Four small queries, whatever the size of the table: the clock asks every minute. */
export const backlog = async (world: World): Promise<Backlog> => {
  const now = world.now();
  const waiting = async (open: Open) => {
    const { items } = await world.db.query(linesInBrief, {
      index: 'line',
      where: '#open = :open AND dueAt <= :now',
      names: { '#open': 'open' },
      values: { ':open': open, ':now': iso(now) },
      limit: COUNTED,
    });
    return items;
  };
  const [due, held, unknown, isStopped] = await Promise.all([
    waiting('due'),
    waiting('held'),
    waiting('unknown'),
    isHeld(world),
  ]);
  return {
    oldestDueSeconds: due[0] ? Math.max(0, Math.round((now - ms(due[0].dueAt)) / 1_000)) : 0,
    mailsDue: due.length,
    mailsHeld: Math.max(held.length, isStopped ? 1 : 0),
    mailsUnknown: unknown.length,
  };
};
