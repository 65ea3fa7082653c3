import { type Download, downloadBody, downloadHeaders } from '../../functions/platform/files/download';
import type { Page } from '../env';

/** Answers a page's link with a file. */
export const sendFile = (c: Page, file: Download): Response =>
  c.body(downloadBody(file, c.req.header('accept-encoding')), 200, downloadHeaders(file));
