import { LostAnswer } from '../../../functions/platform/store/outcome';

/** A small seeded generator (mulberry32): the same seed gives the same history. */
export const random = (seed: number) => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** No request lives longer; a write that lost its answer lands within it or never. */
export const LIFE_MS = 10_000;

interface Step {
  born: number;
  /** A write under way whose sender has given up waiting. */
  late?: boolean;
  run: () => void;
}

export interface Faults {
  /** Chance that a write's answer is lost. */
  lost: number;
  /** Chance that the process dies at a call. */
  crash: number;
  /** Chance that a write fails before it is sent. At most one of a request does. */
  unsent?: number;
}

/**
 * Runs many requests at once, one call at a time, in an order that the seed chooses. A call may lose its
 * answer (having landed, landing later, or never landing), and a request may die at any call.
 */
export class Simulation {
  time = Date.UTC(2026, 10, 16, 2);
  tick = 0;
  private steps: Step[] = [];

  constructor(
    readonly chance: () => number,
    readonly faults: Faults,
  ) {}

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.chance() * of.length)]!;
  }

  /** One call of a request to the tables. */
  call<T>(born: number, write: boolean, act: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = () => {
        this.tick++;
        if (this.chance() < this.faults.crash) {
          if (write && this.chance() < 0.5) act();
          return; // the process that would hear the answer is gone
        }
        if (write && this.chance() < this.faults.lost) {
          const fate = this.chance();
          if (fate < 0.4) act();
          else if (fate < 0.7) this.steps.push({ born: this.time, late: true, run: () => void act() });
          reject(new LostAnswer('simulated'));
          return;
        }
        try {
          resolve(act());
        } catch (error) {
          reject(error);
        }
      };
      this.steps.push({ born, run });
    });
  }

  /**
   * Time passes: what is older than a request can live dies, and late writes have landed by then.
   * @returns how many calls were cut off
   */
  pass(ms: number): number {
    const at = this.time + ms;
    const old = this.steps.filter((s) => at - s.born > LIFE_MS);
    this.steps = this.steps.filter((s) => at - s.born <= LIFE_MS);
    for (const s of old) if (s.late) s.run();
    this.time = at;
    return old.length;
  }

  get busy(): boolean {
    return this.steps.length > 0;
  }

  /** Lets one of the waiting calls happen. */
  async step(): Promise<void> {
    if (this.steps.length) {
      const [step] = this.steps.splice(Math.floor(this.chance() * this.steps.length), 1);
      step!.run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }

  async drain(most = 20_000): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; this.busy; i++) {
      if (i > most) throw new Error('the protocol does not come to rest');
      await this.step();
    }
  }
}
