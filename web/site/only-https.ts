/** HSTS: for a year browsers open the site by HTTPS alone, whatever answers them. */
export const ONLY_HTTPS = 'max-age=31536000; includeSubDomains';
