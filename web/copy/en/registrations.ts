import type { Copy } from '..';

export const registrations: Copy['registrations'] = {};
