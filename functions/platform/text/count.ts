/** A count as people read it: `3.000`. */
export const showCount = (n: number): string => n.toLocaleString('vi-VN');
