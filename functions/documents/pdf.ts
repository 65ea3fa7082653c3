import { invalid } from '../platform/problem/problem';

/** With the form around it and base64 this stays within the 6 MB that a Lambda request may have. */
export const LARGEST_LETTER = 4 * 1024 * 1024;

/** The name of the file in messages: the form's file, or the API's member. */
export type PdfField = 'file' | 'pdf';

/**
 * A PDF is recognised by its first bytes, not by its file name.
 * @throws Problem invalid at that field: `pdf-required`, `pdf-too-large`, `pdf-not-pdf`
 */
export const mustBePdf = (pdf: Uint8Array, field: PdfField): void => {
  if (pdf.length === 0) throw invalid(field, 'pdf-required');
  if (pdf.length > LARGEST_LETTER) throw invalid(field, 'pdf-too-large');
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw invalid(field, 'pdf-not-pdf');
};

/** A PDF in base64, as the API takes it. @throws Problem invalid `pdf-not-pdf` at `pdf` */
export const pdfOf = (base64: string): Uint8Array => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw invalid('pdf', 'pdf-not-pdf');
  return Buffer.from(base64, 'base64');
};
