import * as z from 'zod';
import { TOPICS } from './topic-names';

/** The topics of one thing: at least one, each once. */
export const topicsField = z
  .array(z.enum(TOPICS))
  .min(1, 'topic-required')
  .max(5)
  .transform((topics) => [...new Set(topics)]);
