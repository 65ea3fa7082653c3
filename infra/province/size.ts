/** How large a generated province is. */
export interface Size {
  /** Communes of each district. */
  communes: number;
  teams: number;
  mediators: number;
  /** Spread over three years, the present one among them. */
  events: number;
  registrations: number;
}

/** About the size of Kiên Giang before 2025, with three years of work. */
export const WHOLE: Size = {
  communes: 10,
  teams: 900,
  mediators: 6_000,
  events: 300,
  registrations: 20_000,
};

/** A share of the whole, for tests. @param part e.g. 1/20 */
export const partOf = (part: number): Size => ({
  communes: Math.max(2, Math.round(WHOLE.communes * part)),
  teams: Math.round(WHOLE.teams * part),
  mediators: Math.round(WHOLE.mediators * part),
  events: Math.round(WHOLE.events * part),
  registrations: Math.round(WHOLE.registrations * part),
});
