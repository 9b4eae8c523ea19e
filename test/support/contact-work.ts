import { bulkCommands, registerBulk } from '../../src/adapters/slack/contact-bulk/handlers.ts';
import { registerCard } from '../../src/adapters/slack/contact-card/card-handlers.ts';
import { showCommand } from '../../src/adapters/slack/contact-card/show-command.ts';
import { registerContacts } from '../../src/adapters/slack/contacts/handlers.ts';
import { registerLeadScore, scoreCommand } from '../../src/adapters/slack/lead-score/handlers.ts';
import { createServices } from '../../src/app/services.ts';
import { bulkConfirmed, validationConfirmed } from '../../src/features/contacts/index.ts';
import { Decimal } from '../../src/shared/money.ts';
import { memoryCarrier } from './delivery.ts';
import { type SlackWorld, slackWorld } from './slack-world.ts';

/** What is done with contacts, on a pretend workspace and a real database. */
export async function contactWork() {
  const world = await slackWorld();
  const services = servicesIn(world);
  const { slack } = world;
  const contacts = registerContacts(slack, services, {
    show: showCommand(slack, services),
    score: scoreCommand(services.scores),
    ...bulkCommands(services),
  });
  registerCard(slack, services);
  registerLeadScore(slack, services.scores);
  const desk = registerBulk(slack, services);
  world.queue.answer(bulkConfirmed, ({ bulkId }: { bulkId: string }, run) => desk.run(bulkId, run));
  world.queue.answer(validationConfirmed, ({ batchId }: { batchId: string }, run) =>
    contacts.runValidation(batchId, run),
  );
  await world.start();
  return { ...world, services, desk };
}

export type ContactWork = Awaited<ReturnType<typeof contactWork>>;

const servicesIn = ({ db, clock, queue, slack }: SlackWorld) =>
  createServices({
    db,
    clock,
    jobs: queue,
    directory: { person: async (userId) => slack.team.member(userId) },
    carrier: memoryCarrier().carrier,
    lookup: {
      provider: 'twilio',
      simulated: true,
      price: new Decimal('0.008'),
      lookup: async () => ({
        valid: true,
        lineType: 'mobile',
        carrier: 'T-Mobile',
        countryCode: 'US',
        cost: new Decimal('0.008'),
        raw: {},
      }),
    },
    timeZone: 'America/New_York',
    onError: (error) => {
      throw error;
    },
  });
