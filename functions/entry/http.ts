import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda';
import type { PageAssets } from '../../web/assets';
import { site } from '../../web/site/site';
import { lambdaWorld } from './lambda-world';

/** What the build made for browsers, put in by the build (`infra/build/functions.ts`). */
const assets = JSON.parse(process.env.PAGE_ASSETS ?? 'null') as PageAssets | null;
if (!assets) throw new Error('Built without the assets of its pages');

const world = lambdaWorld();
// Without it a caller could go around the firewall, and say any address of its own.
if (!world.settings.secrets.origins) throw new Error('Settings: ORIGIN_SECRET is missing');

/** A text whose letters are not in UTF-8, as an exported CSV file, would not survive as a string. */
const isContentTypeBinary = (type: string): boolean =>
  /charset=(?!utf-8)/i.test(type) || defaultIsContentTypeBinary(type);

/** API Gateway's events for the whole site. */
export const handler = handle(site(world, assets), { isContentTypeBinary });
