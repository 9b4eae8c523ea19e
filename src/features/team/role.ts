/** Each role includes the ones before it. */
export const roles = ['viewer', 'operator', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** May somebody with `held` do what `needed` is asked for? */
export const includes = (held: Role, needed: Role): boolean =>
  roles.indexOf(held) >= roles.indexOf(needed);
