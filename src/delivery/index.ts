// The outbox worker. Who builds it hands in the store, how rows are opened, and how each effect is carried out.
export { createDelivery, type Delivery, type DeliveryOptions } from './delivery.js';
export type { DeliveryLog, Outcome, Performers } from './perform-row.js';
