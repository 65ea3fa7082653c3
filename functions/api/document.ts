import type { OpenApi } from './contract/described';
import { openApi } from './contract/openapi';
import { operations } from './operations';

let made: OpenApi | undefined;

/**
 * The API's own description. Made when first asked for on one machine; the build puts the finished
 * document in the place of this module, so that a function never pays for it.
 */
export const document = (): OpenApi => {
  made ??= openApi(operations);
  return made;
};
