// What each role may do. The one table; routes name a permission, never a role.
import type { Role } from './account.js';

export const PERMISSIONS = ['see-queue', 'take-cases', 'read-cases', 'work-cases', 'release-any'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * An admin keeps the service running and reads nobody's words: the queue without its cases, and handing back a claim
 * that is stuck. Accounts are made on the command line.
 */
const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  advocate: ['see-queue', 'take-cases', 'read-cases', 'work-cases'],
  supervisor: ['see-queue', 'take-cases', 'read-cases', 'work-cases', 'release-any'],
  admin: ['see-queue', 'release-any'],
};

export function roleMay(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}

/** Everything a role may do, for the console to show the right buttons. */
export function permissionsOf(role: Role): readonly Permission[] {
  return ALLOWED[role];
}
