/** The start was aborted before everything ran. */
export class Stopped extends Error {}

/** The tables in the data directory lack keys or indexes that this version needs. */
export class OldData extends Error {
  constructor(dataDir: string) {
    super(
      `The data in ${dataDir} was made by another version, whose tables were different. ` +
        'Delete that folder to start again, or choose another with DATA_DIR=….',
    );
  }
}
