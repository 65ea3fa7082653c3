export const nominations = {};
