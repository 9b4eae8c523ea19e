import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { withIds } from './state/rendered.ts';
import type { Persistence } from './workspace-options.ts';
import type { World } from './world.ts';

const savedVersion = 1;
const keptPerChannel = 500;
/** Soon after a quiet time, but not more often than this while much is said. */
const soonMs = 40;
const pauseMs = 500;

const savedMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string().nullable(),
  user: z.string(),
  byApp: z.boolean(),
  text: z.string(),
  blocks: z.array(z.record(z.string(), z.unknown())),
  fileIds: z.array(z.string()),
  ephemeralTo: z.string().nullable(),
  editedTs: z.string().nullable(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .nullable(),
  broadcast: z.boolean(),
});

const savedFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  altText: z.string().nullable(),
  size: z.number(),
  user: z.string(),
  createdAt: z.number(),
  kind: z.object({ mimetype: z.string(), filetype: z.string(), pretty: z.string() }).nullable(),
  readyAt: z.number().nullable(),
  shares: z.array(
    z.object({ channel: z.string(), ts: z.string(), threadTs: z.string().nullable() }),
  ),
});

const savedState = z.object({
  version: z.literal(savedVersion),
  team: z.string(),
  messages: z.array(savedMessage),
  files: z.array(savedFile),
  homes: z.array(z.object({ person: z.string(), view: z.record(z.string(), z.unknown()) })),
  reads: z.array(z.tuple([z.string(), z.string()])),
  joined: z.array(z.string()),
});

type Saved = z.infer<typeof savedState>;

/** The newest messages of each channel, and the files and Homes that go with them. */
function snapshot(world: World): Saved {
  const counts = new Map<string, number>();
  const newestFirst = world.messages.all().reverse();
  const messages = newestFirst
    .filter(({ channel }) => {
      const count = (counts.get(channel) ?? 0) + 1;
      counts.set(channel, count);
      return count <= keptPerChannel;
    })
    .reverse()
    .map((message) => ({ ...message, blocks: message.blocks.map((block) => ({ ...block })) }));
  const homes = world.directory.people.flatMap(({ id }) => {
    const home = world.views.home(id);
    return home ? [{ person: id, view: home.content }] : [];
  });
  return {
    version: savedVersion,
    team: world.directory.team.id,
    messages,
    files: world.files.completed(),
    homes,
    reads: world.reads.entries(),
    joined: world.directory.joined(),
  };
}

async function restore(world: World, persist: Persistence, saved: Saved): Promise<void> {
  if (saved.team !== world.directory.team.id) return;
  for (const message of saved.messages) {
    world.messages.add({ ...message, blocks: withIds(message.blocks, world.ids.blockId) });
    world.ids.resumeAfter(message.editedTs ?? message.ts);
    world.ids.resumeAfter(message.ts);
  }
  for (const file of saved.files) {
    world.files.restore(file, (await persist.loadFile?.(file.id)) ?? null);
  }
  for (const { person, view } of saved.homes) world.views.publish(person, view);
  world.reads.restore(saved.reads);
  for (const id of saved.joined) {
    const conversation = world.directory.conversation(id);
    if (conversation) world.directory.join(conversation);
  }
}

/** Loads what was saved, then saves after changes. `close` saves the last state. */
export async function keepOverRestarts(world: World): Promise<{ close(): Promise<void> }> {
  const { persist, log } = world.options;
  if (!persist) return { close: async () => {} };

  const saved = savedState.safeParse(await persist.load());
  if (saved.success) await restore(world, persist, saved.data);

  let timer: NodeJS.Timeout | undefined;
  let saving = Promise.resolve();
  let savedAt = 0;

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    savedAt = performance.now();
    saving = saving
      .then(() => persist?.save(snapshot(world)))
      .catch((error: unknown) => {
        log.warn({ error: String(error) }, 'sandbox workspace: its state could not be saved');
      });
    return saving;
  }

  const stop = world.changes.listen(() => {
    timer ??= setTimeout(save, Math.max(soonMs, savedAt + pauseMs - performance.now()));
  });

  return {
    async close() {
      stop();
      await save();
    },
  };
}

/** Keeps the workspace in a folder: `workspace.json`, replaced as a whole, and one file per file. */
export function folderPersistence(folder: string): Persistence {
  const statePath = join(folder, 'workspace.json');
  const filesFolder = join(folder, 'files');
  const fileAt = (id: string) => join(filesFolder, id.replace(/[^A-Za-z0-9]/g, ''));

  return {
    async load() {
      try {
        return JSON.parse(await readFile(statePath, 'utf8'));
      } catch {
        return null;
      }
    },
    async save(state) {
      await mkdir(folder, { recursive: true });
      const next = `${statePath}.next`;
      await writeFile(next, JSON.stringify(state), { mode: 0o600 });
      await rename(next, statePath);
    },
    loadFile: (id) => readFile(fileAt(id)).catch(() => null),
    async saveFile(id, content) {
      await mkdir(filesFolder, { recursive: true });
      await writeFile(fileAt(id), content, { mode: 0o600 });
    },
    removeFile: (id) => rm(fileAt(id), { force: true }),
  };
}
