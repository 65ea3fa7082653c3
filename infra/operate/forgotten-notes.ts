import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type ForgettingNote, NOTES } from '../../functions/privacy/forgetting';

/** What is written down, beside the tables, of every person who was forgotten. */
export const forgottenNotes = async (s3: S3Client, Bucket: string): Promise<ForgettingNote[]> => {
  const notes: ForgettingNote[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: NOTES, ContinuationToken }));
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      notes.push(JSON.parse((await Body?.transformToString()) ?? '') as ForgettingNote);
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  return notes;
};
