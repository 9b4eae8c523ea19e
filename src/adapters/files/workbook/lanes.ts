/** So many at a time, the others in the order in which they came. */
export function lanes(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];

  return {
    /** Gives a lane, and what leaves it, which does so once. */
    async enter(): Promise<() => void> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      };
    },
  };
}
