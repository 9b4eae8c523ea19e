import { bulkCommands, registerBulk } from '../../src/adapters/slack/contact-bulk/handlers.ts';
import { registerCard } from '../../src/adapters/slack/contact-card/card-handlers.ts';
import { showCommand } from '../../src/adapters/slack/contact-card/show-command.ts';
import { registerContacts } from '../../src/adapters/slack/contacts/handlers.ts';
import { registerLeadScore, scoreCommand } from '../../src/adapters/slack/lead-score/handlers.ts';
import { createServices } from '../../src/app/services.ts';
import {
  bulkConfirmed,
  importConfirmed,
  importUndoAsked,
  importUploaded,
  validationConfirmed,
} from '../../src/features/contacts/index.ts';
import { Refusal } from '../../src/shared/errors.ts';
import { memoryCarrier } from './delivery.ts';
import { type SlackWorld, slackWorld } from './slack-world.ts';
import { pretender } from './validations.ts';

/** What is done with contacts, on a pretend workspace and a real database. */
export async function contactWork() {
  const world = await slackWorld();
  const services = servicesIn(world);
  const { slack } = world;
  const needs = {
    ...services,
    monthStart: () => new Date('2026-11-01T04:00:00Z'),
    pictures: null,
    find: {
      ...services,
      charts: { contactMap: () => Promise.reject(new Refusal('unavailable', 'reports.charts')) },
      poster: { uploadImage: () => Promise.reject(new Error('nothing is uploaded here')) },
    },
  };
  const contacts = registerContacts(slack, needs, {
    show: showCommand(slack, services),
    score: scoreCommand(services.scores),
    ...bulkCommands(services),
  });
  registerCard(slack, services);
  registerLeadScore(slack, services.scores);
  const desk = registerBulk(slack, services);
  world.queue.answer(bulkConfirmed, ({ bulkId }: { bulkId: string }, run) => desk.run(bulkId, run));
  world.queue.answer(importUndoAsked, ({ importId, by }: { importId: string; by: string }) =>
    contacts.undoImport(importId, by),
  );
  world.queue.answer(importUploaded, ({ importId }: { importId: string }, run) =>
    contacts.preview(importId, run),
  );
  world.queue.answer(importConfirmed, ({ importId }: { importId: string }, run) =>
    contacts.runImport(importId, run),
  );
  world.queue.answer(validationConfirmed, ({ batchId }: { batchId: string }, run) =>
    contacts.runValidation(batchId, run),
  );
  await world.start();
  return { ...world, services, desk, contacts };
}

export type ContactWork = Awaited<ReturnType<typeof contactWork>>;

const servicesIn = ({ db, clock, queue, slack }: SlackWorld) =>
  createServices({
    db,
    clock,
    jobs: queue,
    directory: { person: async (userId) => slack.team.member(userId) },
    carrier: memoryCarrier().carrier,
    lookups: [pretender().lookup],
    timeZone: 'America/New_York',
    onError: (error) => {
      throw error;
    },
  });
