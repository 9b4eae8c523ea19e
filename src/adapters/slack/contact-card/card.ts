import { z } from 'zod';
import type { ConsentEvent, ConsentService, Suppression } from '../../../features/consent/index.ts';
import type {
  Contact,
  ContactDeskService,
  ContactHistory,
  HistoryCounts,
  HistoryMessage,
  KnownNumber,
  LeadScoreService,
  ScoreExplanation,
  ValidationService,
} from '../../../features/contacts/index.ts';
import type { Why, WhyService } from '../../../features/delivery/index.ts';
import { Refusal } from '../../../shared/errors.ts';

export const cardTabs = ['overview', 'messages', 'consent', 'validation'] as const;
export type CardTab = (typeof cardTabs)[number];

/** What a card shows, as its buttons and its metadata carry it: a claim. */
export const cardPlace = z.object({
  c: z.uuid(),
  t: z.enum(cardTabs).default('overview'),
  p: z.number().int().min(1).default(1),
});
export type CardPlace = z.output<typeof cardPlace>;

export const messagesOnPage = 8;

export type Card = {
  place: CardPlace;
  contact: Contact;
  score: ScoreExplanation;
  why: Why;
  counts: HistoryCounts;
  waiting: number;
  now: Date;
  messages: { total: number; rows: HistoryMessage[] };
  consent: {
    events: ConsentEvent[];
    suppressions: Suppression[];
    /** File names of imports by id. */
    imports: ReadonlyMap<string, string>;
  };
  /** Null: not this tab, or the person was erased. */
  number: KnownNumber | null;
};

export type CardNeeds = {
  contactDesk: ContactDeskService;
  scores: Pick<LeadScoreService, 'explain'>;
  why: Pick<WhyService, 'about'>;
  consent: Pick<ConsentService, 'history' | 'suppressions'>;
  history: ContactHistory;
  validations: Pick<ValidationService, 'validationsOf'>;
};

export function placeIn(value: string): CardPlace {
  try {
    return cardPlace.parse(JSON.parse(value));
  } catch {
    throw new Refusal('not-found', 'contacts.unknown');
  }
}

/** Everything one tab of a card needs. Throws `contacts.unknown`. */
export async function loadCard(needs: CardNeeds, place: CardPlace, now: Date): Promise<Card> {
  const { contactDesk, scores, why, history } = needs;
  const contact = await contactDesk.load(place.c);
  const { id, phone } = contact;
  const tab = place.t;
  const [score, explained, counts, waiting, messages, consent, number] = await Promise.all([
    scores.explain(id),
    why.about(phone),
    history.counts(id),
    contactDesk.waiting(id),
    tab === 'messages'
      ? history.messages(id, place.p, messagesOnPage)
      : Promise.resolve({ total: 0, rows: [] }),
    tab === 'consent' ? consentOf(needs, phone) : Promise.resolve(noConsent),
    tab === 'validation' && !contact.erasedAt ? needs.validations.validationsOf(id) : null,
  ]);
  return {
    place,
    contact,
    score,
    why: explained,
    counts,
    waiting,
    now,
    messages,
    consent,
    number,
  };
}

const noConsent: Card['consent'] = { events: [], suppressions: [], imports: new Map() };

async function consentOf({ consent, history }: CardNeeds, phone: string): Promise<Card['consent']> {
  const [events, suppressions] = await Promise.all([
    consent.history(phone),
    consent.suppressions(phone),
  ]);
  const ids = events.flatMap(({ evidence }) =>
    typeof evidence.import === 'string' ? [evidence.import] : [],
  );
  return { events, suppressions, imports: await history.importNames([...new Set(ids)]) };
}
