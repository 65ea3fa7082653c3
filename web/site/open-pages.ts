import type { Hono } from 'hono';
import type { PageEnv } from '../env';
import { publicEvents } from '../public/events/mount';
import { publicInfo } from '../public/info/mount';
import { inBothLanguages } from './mounted';

/** The first pages of most visitors: events, and what is said about the site. */
export const openPages = (): Hono<PageEnv> => inBothLanguages([publicEvents, publicInfo]);
