// Partners: records, look-up, keys.
export { demoPartner } from './demo.js';
export type { Partner, PartnersRecord, TwilioSettings } from './partner.js';
export { partnerSchema, partnersSchema } from './partner.js';
export type { Partners, PartnersRecordPort } from './partners.js';
export { createPartners, hashKey } from './partners.js';
