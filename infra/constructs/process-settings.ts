/**
 * Settings of the process itself, for every function and for the bench. With one arena for all threads, the memory in which
 * a file was read in a thread of its own is used again: glibc otherwise keeps it for the thread that is gone, about 35 MB
 * after a list of 10,000 people.
 */
export const PROCESS_SETTINGS = { MALLOC_ARENA_MAX: '1' } as const;
