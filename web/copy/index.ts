import { en } from './en';
import { vi } from './vi';

export type Language = 'vi' | 'en';
export type Copy = typeof vi;

const copies: Record<Language, Copy> = { vi, en };
export const copy = (language: Language): Copy => copies[language];
