/**
 * How many people of one network may register for an event in a day. A village behind one address is as many as a class;
 * a machine is as many as it likes.
 */

/** So many register without noticing anything. */
export const UNHINDERED = 60;
/** And no more than this part of the seats, within these bounds, however much work is done. */
const PART = 0.15;
const LEAST = 120;
const MOST = 300;

/** How many seats of an event one network may take in a day. */
export const seatsForOne = (seats: number): number =>
  Math.min(MOST, Math.max(LEAST, Math.floor(seats * PART)));

/** So many may wait for the organizer's yes, because their network has had its share. */
export const UNCONFIRMED_A_DAY = 300;

/**
 * What the next person of a network meets, who registers for a free seat. Pure.
 * @param today how many seats the network took today
 * @param lately the same, with what still counts of yesterday
 */
export const nextOf = ({ today, lately, seats }: { today: number; lately: number; seats: number }) => {
  if (lately >= seatsForOne(seats)) return 'organizer';
  return today < UNHINDERED ? 'seat' : 'work';
};
