import { ONLY_HTTPS } from '../../../web/site/only-https';

/**
 * Security headers of what does not come from the application: style sheets, and the pages that CloudFront, its function,
 * the firewall or API Gateway answer by themselves. The application has its own (`web/site/site.ts`).
 */
export const OWN_HEADERS = {
  'strict-transport-security': ONLY_HTTPS,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  // The style of these pages stands in them.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;
