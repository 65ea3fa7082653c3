import { compileAssets } from '../../infra/build/assets';

/** What the build makes for browsers, for the sites of tests. */
export const { assets, files } = await compileAssets();
