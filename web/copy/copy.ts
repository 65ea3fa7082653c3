import { en } from './en/en';
import { type Copy, vi } from './vi/vi';

export type { Copy } from './vi/vi';
export type Language = 'vi' | 'en';

const copies: Record<Language, Copy> = { vi, en };
export const copy = (language: Language): Copy => copies[language];
