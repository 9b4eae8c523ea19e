import express from 'express';
import { expect, it } from 'vitest';
import { createMetrics, operations } from '../../../src/adapters/http/index.ts';
import { serve } from '../../support/http-server.ts';

const withHealth = (health: () => Promise<{ ok: boolean; parts: Record<string, boolean> }>) =>
  serve(express().use(operations({ health, metrics: createMetrics() })));

it('tells whoever watches whether it is well', async () => {
  const well = await withHealth(async () => ({ ok: true, parts: { database: true } }));
  expect((await fetch(`${well.url}/health`)).status).toBe(200);
  await well.close();
  const ill = await withHealth(() => Promise.reject(new Error('no database')));
  expect((await fetch(`${ill.url}/health`)).status).toBe(503);
  await ill.close();
});

it('shows figures to this machine, and not through a proxy', async () => {
  const { url, close } = await withHealth(async () => ({ ok: true, parts: {} }));
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_cpu');
  const forwarded = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '1.2.3.4' } });
  expect(forwarded.status).toBe(404);
  await close();
});
