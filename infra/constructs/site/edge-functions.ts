import { OWN_HEADERS } from './own-headers';

/**
 * Code that CloudFront runs itself, before a request goes on. It is text here, since CloudFront has a JavaScript of its
 * own; `tests/infra/edge-functions.test.ts` runs it.
 */

/** Base64 makes a third more of a file, and Lambda takes 6 MB in all. */
const LARGEST_BODY = 4_400_000;

const asEdgeHeaders = Object.fromEntries(
  Object.entries({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...OWN_HEADERS,
  }).map(([name, value]) => [name, { value }]),
);

/**
 * Of a personal request: writes the caller's address for the API, which counts attempts by it, over what the caller sent
 * there. (CloudFront's own header cannot be passed together with everything that a personal page needs.) A body that
 * Lambda cannot take is answered here: API Gateway would answer with English JSON.
 */
export const personalRequest = (tooLarge: string): string => `var TOO_LARGE = ${JSON.stringify(tooLarge)};
var OWN_HEADERS = ${JSON.stringify(asEdgeHeaders)};
function handler(event) {
  var request = event.request;
  var length = request.headers['content-length'];
  if (length && Number(length.value) > ${LARGEST_BODY})
    return {
      statusCode: 413,
      statusDescription: 'Content Too Large',
      headers: OWN_HEADERS,
      body: { encoding: 'text', data: TOO_LARGE },
    };
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}`;

/**
 * Of a page that is the same for every reader: what other sites put behind an address to follow people is taken off. It
 * would make a page of its own in the cache for every visitor that comes from there.
 */
export const publicRequest = `var FOLLOWS = /^(utm_.*|fbclid|gclid|gbraid|wbraid|msclkid|zarsrc|igshid|mc_[ce]id|_ga.*)$/;
function handler(event) {
  var query = event.request.querystring;
  for (var name in query) if (FOLLOWS.test(name)) delete query[name];
  return event.request;
}`;
