import type { Ledger } from '../../../functions/seats/ledger/ledger';

/** What marshalling throws: the write failed before it was sent, so nothing of it can have landed. */
export class NeverSent extends TypeError {}

/** The ledger's calls that write. */
export const isWrite = (name: string): boolean =>
  /^(claim|swap|remove|grow|shrink|unseat|mark|unmark|addPool|addBlock|resize|relabel|stop|pace|enter|leave|confirm|decide|exchange|sitElsewhere|reseat|keepSuspects)$/.test(
    name,
  );

/** A ledger of which a write may fail before it is sent, once: what its request then does must undo the rest. */
export const failingOnce = (
  ledger: Ledger,
  fails: (name: string) => boolean,
  failure: (name: string) => Error = (name) => new NeverSent(name),
): Ledger => {
  let failed = false;
  return new Proxy(ledger, {
    get: (target, name: keyof Ledger) => {
      if (!isWrite(name)) return target[name];
      return async (...args: unknown[]) => {
        if (failed || !fails(name)) return (target[name] as (...args: unknown[]) => unknown)(...args);
        failed = true;
        ledger.note(`never sent: ${name}`);
        throw failure(name);
      };
    },
  });
};
