import type { Copy } from '..';

export const nominations: Copy['nominations'] = {};
