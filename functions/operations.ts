import type { Operation } from './contract/operation';
import { operations as units } from './units/api';

/** The whole API, noun by noun, in the order of the reference. */
export const operations: readonly Operation[] = [...units];
