/** The more exact names first: most browsers also call themselves Chrome or Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/coc_coc/i, 'Cốc Cốc'],
  [/Zalo/i, 'Zalo'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

const nameIn = (names: typeof BROWSERS, agent: string) => names.find(([sign]) => sign.test(agent))?.[1];

/**
 * A device as its owner would know it again, by what the browser says of itself. Pure.
 * @returns nothing where no name is known: what the browser says is never kept as it is
 * @example deviceOf('Mozilla/5.0 (Windows NT 10.0) … Chrome/142.0 Safari/537.36') // 'Chrome, Windows'
 */
export const deviceOf = (agent: string | undefined): string | undefined => {
  const known = agent?.slice(0, 500) ?? '';
  return [nameIn(BROWSERS, known), nameIn(SYSTEMS, known)].filter(Boolean).join(', ') || undefined;
};
