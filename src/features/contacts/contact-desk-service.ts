import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { maskPhone } from '../../shared/phone.ts';
import type { TeamService } from '../team/index.ts';
import { cleanCell, clip } from './cell.ts';
import type { Contact } from './contact.ts';
import type { ContactDeskStore, Erased, SendStop } from './contact-desk-ports.ts';
import { type EditForm, editContact, fingerprintOf, readEdit } from './contact-edit.ts';
import type { ContactStore } from './ports.ts';

export type ContactDeskService = ReturnType<typeof createContactDeskService>;

const longestEvidence = 3_000;
const shortestEvidence = 10;

/** What people of the team decide about one contact. */
export function createContactDeskService({
  contacts,
  store,
  sends,
  team,
  clock,
}: {
  contacts: Pick<ContactStore, 'get'>;
  store: ContactDeskStore;
  sends: SendStop;
  team: Pick<TeamService, 'require'>;
  clock: Clock;
}) {
  const unknown = () => new Refusal('not-found', 'contacts.unknown');

  async function load(id: string): Promise<Contact> {
    const contact = isUuid(id) ? await contacts.get(id) : null;
    if (!contact) throw unknown();
    return contact;
  }

  function notErased(contact: Contact): Contact {
    if (contact.erasedAt) throw new Refusal('conflict', 'contact.erased');
    return contact;
  }

  return {
    /** By a claimed id. Throws `contacts.unknown`. */
    load,

    fingerprintOf,

    /** How many messages wait to be sent to them. */
    waiting: (id: string): Promise<number> => store.waiting(id),

    /**
     * Throws `contact.edit` (with fields), and `contact.changed-meanwhile` when somebody else
     * changed what this form shows since it was opened (`fingerprint`).
     */
    async edit(id: string, fingerprint: string, form: EditForm, by: string): Promise<string[]> {
      await team.require(by, 'operator');
      const edit = readEdit(form);
      await load(id);
      const edited = await store.edit(id, by, clock.now(), (contact) => {
        notErased(contact);
        if (fingerprintOf(contact) !== fingerprint) {
          throw new Refusal('conflict', 'contact.changed-meanwhile');
        }
        return editContact(contact, edit);
      });
      if (!edited) throw unknown();
      return edited.changed;
    },

    /** `first` is false when they had opted out before: nothing was changed then. */
    async optOut(id: string, by: string): Promise<{ maskedPhone: string; first: boolean }> {
      await team.require(by, 'operator');
      notErased(await load(id));
      const done = await store.optOut(id, by, clock.now());
      if (!done) throw unknown();
      // Durable by now: what follows is a courtesy.
      await sends.waitUntilQuiet(done.phone).catch(() => false);
      await sends.cancelQueued(done.phone, 'opted-out').catch(() => 0);
      return { maskedPhone: maskPhone(done.phone), first: done.first };
    },

    /** With evidence only: their own words, and when they said them. */
    async optIn(
      id: string,
      evidence: { text: string; givenAt: Date },
      by: string,
    ): Promise<{ maskedPhone: string }> {
      await team.require(by, 'operator');
      const now = clock.now();
      const text = clip(evidence.text.trim(), longestEvidence);
      if (cleanCell(text).length < shortestEvidence) {
        throw new Refusal(
          'invalid',
          'contact.evidence-text',
          {},
          { text: 'contact.evidence-text' },
        );
      }
      if (evidence.givenAt > now) {
        throw new Refusal(
          'invalid',
          'contact.evidence-future',
          {},
          { day: 'contact.evidence-future' },
        );
      }
      notErased(await load(id));
      const done = await store.optIn(id, { text, givenAt: evidence.givenAt }, by, now);
      if (!done) throw unknown();
      if (done.refused === null) return { maskedPhone: maskPhone(done.phone) };
      if (done.refused === 'standing') {
        throw new Refusal('forbidden', 'contact.opt-in-standing', {
          reason: done.reason.replaceAll('-', '_'),
        });
      }
      if (done.refused === 'older') {
        throw new Refusal('conflict', 'contact.evidence-older', {
          at: done.saidNoAt.getTime(),
        });
      }
      throw new Refusal('conflict', 'contact.agreed-already');
    },

    /**
     * Erasure: name, place, tags, profile and texts go; the number, its suppression and the consent
     * ledger stay, because the law asks for the proof. Throws `contact.being-called` while a message
     * is on its way: its text is needed to find out whether it arrived.
     */
    async forget(id: string, by: string): Promise<Erased & { maskedPhone: string }> {
      await team.require(by, 'admin');
      const contact = notErased(await load(id));
      // First of all nothing more goes out, and what is under way ends.
      await store.optOut(id, by, clock.now());
      if (!(await sends.waitUntilQuiet(contact.phone))) {
        throw new Refusal('unavailable', 'contact.being-called');
      }
      const erased = await store.forget(id, by, clock.now());
      if (!erased) throw unknown();
      return { ...erased, maskedPhone: maskPhone(contact.phone) };
    },
  };
}

/** A claim from a button. */
const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
