import { addressSchema, type Recipient, recipientSchema } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { randomId } from '../random-id.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';

export interface RecipientRepository {
  /** The recipient with this address, made when there is none. @throws ZodError when it is no address. */
  ofAddress(address: string): Promise<Recipient>;
  get(id: string): Promise<Recipient | undefined>;
  find(address: string): Promise<Recipient | undefined>;
  /** By id. */
  list(): Promise<Recipient[]>;
  /** Notes that an address bounced, that its owner complained, or that it is good again. */
  setState(id: string, state: Recipient['state'], note: string | undefined, at: string): Promise<void>;
  /** Nothing is sent before `until`; nothing given ends the pause. */
  pause(id: string, until: string | undefined, at: string): Promise<void>;
}

export function recipientRepository(db: Kysely<Tables>): RecipientRepository {
  const read = (row: Tables['recipient']): Recipient => {
    const { state_note: stateNote, paused_until: pausedUntil, ...rest } = row;
    return readBody(recipientSchema, `recipient ${row.id}`, JSON.stringify({ ...rest, ...(stateNote && { stateNote }), ...(pausedUntil && { pausedUntil }) }));
  };
  const find = async (address: string): Promise<Recipient | undefined> => {
    const row = await db.selectFrom('recipient').selectAll().where('address', '=', addressSchema.parse(address)).executeTakeFirst();
    return row && read(row);
  };
  return {
    find,
    async ofAddress(address) {
      await db
        .insertInto('recipient')
        .values({ id: randomId(), address: addressSchema.parse(address), state: 'ok', state_note: null, paused_until: null })
        .onConflict((c) => c.column('address').doNothing())
        .execute();
      return (await find(address)) as Recipient;
    },
    async get(id) {
      const row = await db.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    async list() {
      return (await db.selectFrom('recipient').selectAll().orderBy('id').execute()).map(read);
    },
    setState: (id, state, note, at) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('recipient')
          .set({ state, state_note: note ?? null })
          .where('id', '=', id)
          .execute();
        await appendAudit(trx, 'address', { recipient: id, state }, at);
      }),
    pause: (id, until, at) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('recipient')
          .set({ paused_until: until ?? null })
          .where('id', '=', id)
          .execute();
        await appendAudit(trx, 'changed', { recipient: id, pausedUntil: until ?? null }, at);
      }),
  };
}
