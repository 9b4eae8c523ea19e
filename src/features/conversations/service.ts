import { Refusal } from '../../shared/errors.ts';
import { maskPhone } from '../../shared/phone.ts';
import { classify } from './classify.ts';
import type { Label, MessageLanguage } from './label.ts';
import { languageOf } from './language.ts';
import type {
  ConsentDesk,
  ConversationStore,
  DeliveryDesk,
  InboundMessage,
  ReplyDesk,
  ReplyNotice,
} from './ports.ts';
import { recipientTexts } from './texts.ts';

export type ConversationNeeds = {
  store: ConversationStore;
  consent: ConsentDesk;
  delivery: DeliveryDesk;
  /** The kill switch: then nothing is sent but the one confirmation that an opt-out is owed. */
  isStopped: () => Promise<boolean>;
  /** As recipients know us, and where they reach a person. */
  brand?: string;
  contact?: string;
  /** Courtesies that failed; the text itself is safe by then. */
  onTrouble?: (error: unknown) => void;
};

export type ConversationService = ReturnType<typeof createConversationService>;

type Answer = { text: string; purpose: 'confirmation' | 'help' };

/** Longer than any text a phone sends; what is beyond is not kept. */
const longestBody = 4_000;

export function createConversationService({
  store,
  consent,
  delivery,
  isStopped,
  brand = 'Fly2Any',
  contact = 'fly2any.com',
  onTrouble = () => {},
}: ConversationNeeds) {
  const texts = recipientTexts(brand, contact);

  /** Durable before anything else; then nothing to this number is under way any more (3 s at most). */
  async function optOut(message: InboundMessage): Promise<{ first: boolean }> {
    const { from: phone, channel, carrierId, at } = message;
    return consent.optOut({ phone, source: channel, sourceRef: carrierId, at, by: 'person' });
  }

  /** True when the person can be written to again: a do-not-call entry outlives their START. */
  async function optIn(message: InboundMessage): Promise<boolean> {
    const { from: phone, channel, carrierId, at, body } = message;
    const by = 'person';
    const changed = await consent.optIn({
      phone,
      source: channel,
      sourceRef: carrierId,
      at,
      by,
      text: body,
    });
    return changed && (await consent.suppressions(phone)).length === 0;
  }

  async function quietDown(phone: string): Promise<void> {
    await delivery.waitUntilQuiet(phone).catch(onTrouble);
    await delivery.cancelQueued(phone, 'opted-out').catch(onTrouble);
  }

  function answerTo(label: Label, changed: boolean, language: MessageLanguage): Answer | null {
    if (label === 'help') return { text: texts.help(language), purpose: 'help' };
    if (!changed) return null;
    if (label === 'opt_out') return { text: texts.optedOut(language), purpose: 'confirmation' };
    if (label === 'opt_in') return { text: texts.optedIn(language), purpose: 'confirmation' };
    return null;
  }

  return {
    /**
     * A text from a person. May come twice: the second time nothing happens and nothing is
     * answered. `reply` is the one text to send back; null when there is none, or when the carrier
     * has answered already. Throws only while nothing is lost: the carrier then sends it again.
     */
    async receive(raw: InboundMessage): Promise<{ reply: string | null }> {
      const message = { ...raw, body: raw.body.replaceAll('\u0000', '').slice(0, longestBody) };
      if (await store.isHandled(message.carrierId)) return { reply: null };
      const label = labelOf(message);
      let changed = false;
      if (label === 'opt_out') changed = (await optOut(message)).first;
      const recorded = await store.record(message, label);
      if (label === 'opt_in') changed = await optIn({ ...message, at: recorded.at });
      if (label === 'opt_out') await quietDown(message.from);
      if (recorded.replyTo) await delivery.arrived(recorded.replyTo);
      // Held until a person has read it: nothing that waits for this number goes out.
      if (label === 'unclear') {
        await delivery.cancelQueued(message.from, 'in-review').catch(onTrouble);
      }
      // Also when the message before it failed: who writes is not written to by the next step.
      await delivery.cancelFollowUps(message.from).catch(onTrouble);
      const language = languageFor(message.body, recorded.lastOutbound);
      const due = message.optOutType === null ? answerTo(label, changed, language) : null;
      const answer = due?.purpose === 'help' && (await isStopped()) ? null : due;
      const mine = await store.finish(recorded.id, answer, message.at);
      return { reply: mine ? (answer?.text ?? null) : null };
    },

    /**
     * Shows what the replies channel has not seen yet, oldest first and together; how many. A
     * failure leaves them for the next time.
     */
    async announce(desk: ReplyDesk, at: Date, limit = 10): Promise<number> {
      const notices = await store.unannounced(limit);
      if (notices.length === 0) return 0;
      await desk.announce(notices);
      const ids = notices.map(({ id }) => id);
      await store.markAnnounced(ids, at);
      return notices.length;
    },

    /** A person of the team read the text and takes it for an opt-out. Nobody is answered. */
    async optOutAs(
      userId: string,
      id: string,
      at: Date,
    ): Promise<{ maskedPhone: string; first: boolean }> {
      const phone = await writerOf(id);
      const request = { phone, source: 'slack', sourceRef: id, at, by: userId };
      const { first } = await consent.optOut(request);
      await store.relabel(id, ['unclear', 'reply'], 'opt_out', { userId, at });
      await quietDown(phone);
      return { maskedPhone: maskPhone(phone), first };
    },

    /**
     * A person of the team read an unclear text and takes it for an ordinary reply: what was held
     * for this number goes on. Throws `conversations.decided` when somebody else was faster.
     */
    async keepAs(userId: string, id: string, at: Date): Promise<{ maskedPhone: string }> {
      const phone = await writerOf(id);
      if (!(await store.relabel(id, ['unclear'], 'reply', { userId, at }))) {
        throw new Refusal('conflict', 'conversations.decided');
      }
      await delivery.requeueReviewed(phone).catch(onTrouble);
      return { maskedPhone: maskPhone(phone) };
    },

    notices: (ids: readonly string[]): Promise<ReplyNotice[]> => store.notices(ids.filter(isUuid)),
  };

  async function writerOf(id: string): Promise<string> {
    const phone = isUuid(id) ? await store.phoneOf(id) : null;
    if (phone === null) throw new Refusal('not-found', 'conversations.gone');
    return phone;
  }
}

/** A claim from a button. */
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The carrier's reading wins: it has acted on it already. */
function labelOf({ optOutType, body }: InboundMessage): Label {
  if (optOutType === 'STOP') return 'opt_out';
  if (optOutType === 'START') return 'opt_in';
  return optOutType === 'HELP' ? 'help' : classify(body);
}

/** The person's own language, else that of what they answer to, else Portuguese and English. */
function languageFor(body: string, lastOutbound: string | null): MessageLanguage {
  const own = languageOf(body);
  return own !== 'both' || lastOutbound === null ? own : languageOf(lastOutbound);
}
