/** An embedded service. */
export interface Part {
  endpoint: string;
  /** The process that was started for it, if one was. */
  pid?: number;
  stop(): Promise<void>;
}

/** What any AWS client needs to talk to an embedded part: nothing here is a secret. */
export const localAws = {
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;
