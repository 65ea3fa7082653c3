import type { Copy } from '..';

export const events: Copy['events'] = {};
