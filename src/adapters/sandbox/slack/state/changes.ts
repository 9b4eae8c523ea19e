/** What the page has to read again. */
export type Change = { what: 'state' | 'messages' | 'clock' | 'phones'; channel?: string };

/** Tells listeners what changed, the same change at most once every 30 ms. */
export function createChanges() {
  const listeners = new Set<(change: Change) => void>();
  const waiting = new Map<string, Change>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    timer = undefined;
    const due = [...waiting.values()];
    waiting.clear();
    for (const change of due) for (const listener of listeners) listener(change);
  }

  return {
    announce(change: Change): void {
      waiting.set(`${change.what} ${change.channel ?? ''}`, change);
      timer ??= setTimeout(flush, 30);
    },
    /** Returns the way to stop listening. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close(): void {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

export type Changes = ReturnType<typeof createChanges>;
