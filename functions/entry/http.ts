import { handle } from 'hono/aws-lambda';
import type { Assets } from '../../web/env';
import { site } from '../../web/site/site';
import { lambdaWorld } from './lambda-world';

/** The style sheets' URLs, put in by the build (`infra/build/functions.ts`). */
const assets = JSON.parse(process.env.STYLE_ASSETS ?? 'null') as Assets | null;
if (!assets) throw new Error('Built without style sheets');

/** API Gateway's events for the whole site. */
export const handler = handle(site(lambdaWorld(), assets));
