import type { Db } from '../store/db';
import type { Settings } from './settings';

/** What an ability may touch: the tables, the clock, the settings. Handed down, never imported. */
export interface World {
  readonly db: Db;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly settings: Settings;
  readonly files: Files;
  readonly mail: Mail;
  readonly web: Web;
  readonly links: Links;
  readonly log: (entry: LogEntry) => void;
  /** Who acts: an account's id, or `public`. */
  readonly actor?: string;
  /**
   * Of a request: when the person who acts last proved who they are. Absent where none did: a program with a bearer
   * token, a visitor. What guards accounts asks for it (`directory/sessions/again.ts`).
   */
  readonly authenticatedAt?: number | undefined;
  /** Of a request: the caller's network as the security log says it (`platform/keys/security-log.ts`). */
  readonly network?: string;
  /** The network address of the person whose request this is. Absent where the system works by itself. */
  readonly caller?: string;
}

/** Absolute URLs for mails and answers of the API; the pages say which. */
export interface Links {
  event(eventId: string): string;
  library(): string;
  libraryFeed(): string;
  material(materialId: string): string;
  /** Where a browser goes after an upload. */
  uploaded(materialId: string, uploadId: string): string;
  review(): string;
  forgotCode(): string;
  /** One registration, by its own link. */
  ticket(token: string): string;
  invitation(token: string): string;
  nomination(token: string): string;
  recommendation(token: string): string;
  report(token: string): string;
  support(token: string): string;
  /** What a mediator asked, after code and phone. */
  ownSupport(): string;
  ownPoints(): string;
  visit(token: string): string;
  finding(token: string): string;
  consultation(token: string): string;
  teamReview(token: string): string;
  appeal(token: string): string;
  confirmation(token: string): string;
  unsubscribe(token: string): string;
  console(): string;
}

/** The same world for an actor: every write is stamped with it, so that history names it. */
export const as = (world: World, actor: string): World => ({
  ...world,
  actor,
  db: world.db.as(actor),
});

/** Large files by key: S3 in AWS, an embedded S3 server elsewhere. */
export interface Files {
  put(key: string, body: Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Deletes a file, if there is one. */
  delete(key: string): Promise<void>;
  /** A URL that takes one PUT of exactly this type within ten minutes. */
  uploadUrl(key: string, contentType: string): Promise<string>;
  /** A form by which a browser puts one file of this type and at most so many bytes, within ten minutes; it goes on to `next`. */
  uploadForm(
    key: string,
    asked: { type: string; largest: number; next: string },
  ): Promise<{ url: string; fields: Record<string, string> }>;
  /** The first bytes of a file, and its size. */
  begin(key: string, bytes: number): Promise<{ bytes: Uint8Array; size: number } | undefined>;
  /** Copies a file as it is now; what was noted beside it does not go along. */
  copy(from: string, to: string): Promise<void>;
  /** A URL that gives the file to a browser as a download under this name, for ten minutes. */
  downloadUrl(key: string, as: { name: string; type: string }): Promise<string>;
}

/** Other sites of the web. */
export interface Web {
  /** Asks for a page and reads none of it. Never throws: what went wrong is the answer. */
  probe(url: string): Promise<Probed>;
}

/**
 * What a site said of a page. `gone`: it has no such page; `no-answer`: no site, or an error of the site; `refused`: we do
 * not ask there, because the address, or one that it leads to, is not of the public web.
 */
export type Probed =
  | { found: true; status: number }
  | { found: false; reason: 'gone' | 'no-answer' | 'refused'; status?: number };

/** One raw MIME message to SES, sent with a single attempt. */
export interface Mail {
  /**
   * @returns SES's message id
   * @throws MailRefused when SES certainly did not take it; anything else means that the mail may have gone.
   */
  send(message: {
    raw: Uint8Array;
    from: string;
    to: string;
    tags: Record<string, string>;
    /** Under which rules and counts SES sends it. */
    configurationSet?: string | undefined;
  }): Promise<string>;
}

export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  constructor(
    readonly reason: string,
    readonly throttled: boolean,
  ) {
    super(reason);
  }
}

/** Logs carry ids, never names, phones, addresses or tokens. */
export type LogEntry = { what: string; level?: 'info' | 'warn' | 'error' } & Record<
  string,
  string | number | boolean | undefined
>;
