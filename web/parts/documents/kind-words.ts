import { type DocumentKind, formOf } from '../../../functions/documents/kinds';
import { capitalised } from '../../../functions/platform/text/text';

/** `Danh sách ký nhận tiền` */
export const kindWords = (kind: DocumentKind): string => capitalised(formOf(kind).words);
