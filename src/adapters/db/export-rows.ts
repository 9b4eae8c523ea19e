import type { ExportCell, ExportRows } from '../../features/contacts/index.ts';
import { maskPhone } from '../../shared/phone.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import type { Database } from './database.ts';

const batchSize = 500;

/** `(203) 555-0123`: a text to every spreadsheet, and a number to every import. */
const written = (phone: string): string =>
  phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/**
 * One snapshot, read through a cursor of the server: neither side ever holds the whole table. The
 * columns stand in the order of `exportColumns`.
 */
export const exportRows = (db: Database): ExportRows => ({
  async *rows(filter, { full }) {
    const { where, params } = compileFilter(await resolveFilter(db.pool, filter));
    const client = await db.pool.connect();
    let broken = true;
    try {
      await client.query('begin transaction isolation level repeatable read read only');
      await client.query(
        `declare export_rows no scroll cursor for
           select name, phone, coalesce(address_state, state) as state, city, zip, segment,
                  (select string_agg(t, ', ' order by n) from jsonb_array_elements_text(tags) with ordinality x (t, n)),
                  line_type, carrier, lead_score, consent_sms, consent_whatsapp, opt_out_date,
                  last_contact_date, last_inbound_at, created_at
             from phone_contacts where ${where} and erased_at is null order by lower(name), id`,
        params,
      );
      for (;;) {
        const { rows } = await client.query<ExportCell[]>({
          text: `fetch ${batchSize} from export_rows`,
          rowMode: 'array',
        });
        if (rows.length === 0) break;
        yield rows.map(([name = null, phone, ...others]) => [
          name,
          full ? written(String(phone)) : maskPhone(String(phone)),
          ...others,
        ]);
      }
      await client.query('commit');
      broken = false;
    } finally {
      // Left early, the transaction goes with its connection.
      client.release(broken);
    }
  },
});
