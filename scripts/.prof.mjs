import pg from 'pg';

const orig = pg.Client.prototype.query;
const acc = new Map();
pg.Client.prototype.query = function (...a) {
  const text = typeof a[0] === 'string' ? a[0] : (a[0]?.text ?? a[0]?.cursor?.text ?? 'copy');
  const t = performance.now();
  const r = orig.apply(this, a);
  if (r && r.then)
    return r.finally(() => {
      const k = text.replace(/\s+/g, ' ').slice(0, 70);
      const e = acc.get(k) ?? [0, 0];
      e[0]++;
      e[1] += performance.now() - t;
      acc.set(k, e);
    });
  return r;
};
process.on('exit', () => {
  for (const [k, [n, ms]] of [...acc].sort((a, b) => b[1][1] - a[1][1]).slice(0, 14))
    console.log(ms.toFixed(0).padStart(7), String(n).padStart(4), k);
});
