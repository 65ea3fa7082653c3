/** Whose mailboxes ignore dots. */
const WITHOUT_DOTS = ['gmail.com', 'googlemail.com'];

/**
 * The mailbox behind an address, for counting: `an.nguyen+hoi@Gmail.com` and `annguyen@gmail.com` are one. Mails go to
 * the address as it was typed. Pure.
 */
export const mailboxOf = (email: string): string => {
  const [, user = '', host = ''] = /^(.*)@([^@]*)$/.exec(email.trim().toLowerCase()) ?? [];
  const own = user.replace(/\+.*$/, '');
  if (!WITHOUT_DOTS.includes(host)) return `${own}@${host}`;
  return `${own.replaceAll('.', '')}@gmail.com`;
};
