// What an account may do. Known to the page too, so nothing of Node is here.

/** `reader` sees the register; `dpo` also exports and holds; `admin` looks after accounts and tokens, and sees no entry. */
export const roles = ['reader', 'dpo', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Account {
  id: string;
  address: string;
  name: string;
  roles: Role[];
}
