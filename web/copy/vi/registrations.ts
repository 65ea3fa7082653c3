export const registrations = {};
