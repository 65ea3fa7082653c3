import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ROOT } from './code-figures';

/** The rules of `.dependency-cruiser.cjs`, with the floors that they are made of. */
export const config: IConfiguration & { FLOORS: string[][] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);

/** Reads every import of the product, types included, and checks the rules given. */
export const checkImports = async (
  forbidden: IConfiguration['forbidden'] = config.forbidden,
  root = ROOT,
): Promise<ICruiseResult> => {
  const tsConfig = extractTSConfig(join(ROOT, 'tsconfig.json'));
  const { output } = await cruise(
    ['functions', 'web', 'infra'],
    { ...config.options, baseDir: root, ruleSet: { forbidden: forbidden ?? [] }, validate: true },
    {},
    { tsConfig },
  );
  return output as ICruiseResult;
};

/** Each violation as one line. */
export const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(
    (v) =>
      `${v.rule.name}: ${v.from} → ${v.to}${v.cycle ? ` (${v.cycle.map((c) => c.name).join(' → ')})` : ''}`,
  );
