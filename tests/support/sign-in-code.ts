/** The code in a mail for signing in, as it stands there: `7K3M-Q2XP`. */
export const signInCodeIn = (raw: string): string =>
  /\b([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\b/.exec(raw.replace(/=\r?\n/g, ''))![1]!;
