// The demo partner: there when the service runs on the loopback address outside production, and only then.
import type { Partner } from './partner.js';

/** It has a number only where texts can go somewhere: a number from the range kept for fiction. */
export function demoPartner(languages: readonly string[], withNumber: boolean): Partner {
  return {
    id: 'demo',
    name: 'Demo partner',
    deskId: 'demo',
    origins: [],
    languages: [...languages],
    defaultLanguage: 'en',
    sms: withNumber ? DEMO_SMS : null,
    keys: [],
    createdAt: 0,
  };
}

const DEMO_SMS: Partner['sms'] = {
  provider: 'twilio',
  accountSid: 'ACdemo',
  authTokens: ['demo-auth-token'],
  numbers: ['+15555550123'],
  messagingServiceSids: [],
  optOutHandled: false,
};
