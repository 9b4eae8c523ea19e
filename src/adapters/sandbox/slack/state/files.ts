import type { Clock } from '../../../../shared/clock.ts';
import { type FileKind, kindOf } from './file-kind.ts';

export type Share = { channel: string; ts: string; threadTs: string | null };

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  altText: string | null;
  size: number;
  /** The person, or the app's bot user. */
  user: string;
  createdAt: number;
  kind: FileKind | null;
  /** When the scan is over; null until the upload was completed. */
  readyAt: number | null;
  shares: Share[];
};

export type NewFile = {
  id: string;
  name: string;
  size: number;
  user: string;
  altText: string | null;
};

export type FileNeeds = {
  clock: Clock;
  processingMs: number;
  /** How many bytes of content are kept. The oldest contents go first. */
  capacity: number;
  onStored: (id: string, content: Buffer) => void;
  onDropped: (id: string) => void;
};

/** Files and their bytes. A file exists for the app from `announce`, for readers from `complete`. */
export function createFiles({ clock, processingMs, capacity, onStored, onDropped }: FileNeeds) {
  const files = new Map<string, StoredFile>();
  const contents = new Map<string, Buffer>();
  let held = 0;

  function dropOldest(): void {
    for (const [id, content] of contents) {
      if (held <= capacity) return;
      contents.delete(id);
      held -= content.length;
      onDropped(id);
    }
  }

  function keep(id: string, content: Buffer): void {
    held += content.length - (contents.get(id)?.length ?? 0);
    contents.set(id, content);
    dropOldest();
  }

  return {
    announce(file: NewFile): StoredFile {
      const stored: StoredFile = {
        ...file,
        title: file.name,
        createdAt: clock.now().getTime(),
        kind: null,
        readyAt: null,
        shares: [],
      };
      files.set(file.id, stored);
      return stored;
    },
    /** Returns false when the bytes are not as many as announced. */
    receive(id: string, content: Buffer): boolean {
      const file = files.get(id);
      if (!file || content.length !== file.size) return false;
      keep(id, content);
      onStored(id, content);
      return true;
    },
    complete(
      id: string,
      title: string | undefined,
      readyInMs: number = processingMs,
    ): StoredFile | undefined {
      const file = files.get(id);
      const content = contents.get(id);
      if (!file || !content) return undefined;
      file.kind = kindOf(file.name, content);
      file.readyAt = clock.now().getTime() + readyInMs;
      if (title) file.title = title;
      return file;
    },
    remove(id: string): void {
      held -= contents.get(id)?.length ?? 0;
      files.delete(id);
      if (contents.delete(id)) onDropped(id);
    },
    share(id: string, share: Share): void {
      files.get(id)?.shares.push(share);
    },
    find: (id: string): StoredFile | undefined => files.get(id),
    content: (id: string): Buffer | undefined => contents.get(id),
    isReady: (file: StoredFile): boolean =>
      file.readyAt !== null && file.readyAt <= clock.now().getTime(),
    completed: (): StoredFile[] => [...files.values()].filter((file) => file.readyAt !== null),
    restore(file: StoredFile, content: Buffer | null): void {
      files.set(file.id, file);
      if (content) keep(file.id, content);
    },
  };
}

export type Files = ReturnType<typeof createFiles>;
