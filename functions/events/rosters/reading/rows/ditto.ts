const MARK =
  /^(?:["″”“〃„'’‘`´]{1,4}|\/{2}|\\{2}|[-–—.…\s]*(?:["″”“〃]|n\.?t\.?|như trên|nhu tren|ditto|idem)[-–—.…\s]*)$/i;

/** Whether a cell says "the same as above": `"`, `nt`, `-nt-`, `//`, `như trên`. */
export const isDitto = (text: string): boolean => MARK.test(text.normalize('NFC'));
