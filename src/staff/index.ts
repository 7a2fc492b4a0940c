// The staff room: accounts, sign-in, sessions, the API and socket of the console, the audit's chain.

export type { NewAccount, Role, StaffAccount } from './account.js';
export {
  createAccount,
  findByName,
  ROLES,
  staffAccountSchema,
  staffDirectorySchema,
  withAccount,
} from './account.js';
export { DISPOSITIONS, TEXT_LIMITS } from './act-schemas.js';
export type { AuditRow, ChainedRow } from './audit.js';
export { auditRowSchema, chainedRowSchema, chainRow, firstBrokenRow } from './audit.js';
export type {
  ActRequest,
  AuditPort,
  CasesPort,
  ConsoleText,
  DeskAlarm,
  DeskNames,
  Directory,
  Phrases,
  PhraseText,
  PresencePort,
  WaitingLine,
} from './ports.js';
export type { Permission } from './roles.js';
export { permissionsOf, roleMay } from './roles.js';
export type { Staff, StaffOptions } from './staff.js';
export { createStaff } from './staff.js';
