// The room that serves HTTP: mounts routes given to it and keeps every limit of the wire.

export type { Budget, BudgetRate } from './budget.js';
export { createBudget } from './budget.js';
export { budgetKey } from './client-address.js';
export type { HttpLog, HttpLogFields } from './http-log.js';
export type { HttpLimits, SocketLimits } from './limits.js';
export { DEFAULT_LIMITS } from './limits.js';
export type { OpsParts } from './ops.js';
export { createOps } from './ops.js';
export type { Manner } from './respond.js';
export type { Server, ServerOptions } from './server.js';
export { createServer } from './server.js';
