/** A person of an event as a list that is sent again may speak of them. */
export interface OnSystem {
  id: string;
  fullName: string;
  phone: string;
  /** The id of the unit or body; empty where it does not tell people apart. */
  place: string;
  yearOfBirth?: number | undefined;
  /** Came by a list before, of the places of this one: a list that leaves them out may mean it. */
  byList: boolean;
}

/** A person of the list. */
export interface Listed {
  row: number;
  fullName: string;
  phone: string;
  place: string;
  yearOfBirth?: number | undefined;
  /** The registration that they are recognised as. */
  known?: Pick<OnSystem, 'id' | 'fullName' | 'phone'> | undefined;
  /** A registration on the same phone that may be theirs. */
  alike?: Pick<OnSystem, 'id' | 'fullName' | 'phone'> | undefined;
}

/** A row of the list that may be the correction of a registered person. */
export interface Correction {
  row: number;
  of: Pick<OnSystem, 'id' | 'fullName' | 'phone'>;
  what: 'phone' | 'name';
  /** Certain enough to be the answer unless a person says otherwise. */
  sure: boolean;
  /** Unanswered, the row is left out: it may be a second registration of one person. */
  open: boolean;
}
