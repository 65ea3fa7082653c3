import type { Copy } from '..';

export const invitations: Copy['invitations'] = {};
