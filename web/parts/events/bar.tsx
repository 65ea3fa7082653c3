import type { FC } from 'hono/jsx';

/** A bar beside the words that say the same: decoration, hidden from screen readers. */
export const Bar: FC<{ used: number; quota: number }> = ({ used, quota }) => (
  <svg
    class="meter"
    width="100%"
    height="14"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="100" height="10" rx="1" opacity="0.16" />
    <rect width={quota > 0 ? Math.min(100, (100 * used) / quota) : 0} height="10" rx="1" />
  </svg>
);
