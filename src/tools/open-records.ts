// The house opened for a command that changes a record: partners, staff. Refused while a running service holds the data.
import { readConfig } from '../config.js';
import { createSealedRecord, type SealedRecord } from '../conversations/index.js';
import { PorchlightError } from '../errors.js';
import { type PartnersRecord, partnersSchema } from '../partners/index.js';
import { type StaffAccount, staffDirectorySchema } from '../staff/index.js';
import { type House, openHouse } from '../wiring/house.js';
import { fail } from './arguments.js';

export interface Records {
  readonly partners: SealedRecord<PartnersRecord>;
  readonly staff: SealedRecord<StaffAccount[]>;
}

/** Opens, works, closes. What refuses to open says why in a sentence, and the command ends with status 2. */
export async function withRecords(work: (records: Records) => Promise<void>): Promise<void> {
  const house = await openOrFail();
  try {
    await work({
      partners: createSealedRecord({
        ...house,
        name: 'partners',
        schema: partnersSchema,
        initial: { partners: [] },
      }),
      staff: createSealedRecord({
        ...house,
        name: 'staff/directory',
        schema: staffDirectorySchema,
        initial: [],
      }),
    });
  } finally {
    await house.close();
  }
}

async function openOrFail(): Promise<House> {
  try {
    return await openHouse(readConfig());
  } catch (thrown) {
    if (!(thrown instanceof PorchlightError)) throw thrown;
    const inUse = thrown.message.includes('is in use');
    return fail(
      inUse
        ? `${thrown.message}\nPorchlight is running on this data: stop it, then run this again.`
        : thrown.message,
    );
  }
}
