import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { galleryWorld } from './gallery/world.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const asked = process.env.CHROMIUM_PATH;
const executablePath = [...(asked ? [asked] : []), ...usualPlaces].find((place) =>
  existsSync(place),
);
const missing =
  'No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.';

/**
 * Tests that need a real browser. Without one they fail where CI says so (`CI=true`), and
 * elsewhere say that they did not run.
 */
export function describeInBrowser(name: string, body: () => void): void {
  if (executablePath === undefined && process.env.CI !== 'true') {
    console.warn(`NOT RUN: ${name}. ${missing}`);
    describe.skip(name, body);
    return;
  }
  describe(name, body);
}

export async function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(missing);
  return chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

type World = Awaited<ReturnType<typeof galleryWorld>>;

/** One gallery and one browser for a file of tests, and what the browser complained about. */
export function gallery() {
  const complaints: string[] = [];
  const pages: Page[] = [];
  let world: World | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    world = await galleryWorld();
    await world.fill();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const ready = (): World => {
    if (!world) throw new Error('the gallery is not open yet');
    return world;
  };

  return {
    complaints,
    world: ready,
    /** A window of one person, at a channel or at Home. */
    async open(person: { id: string }, channel?: string, width = 1440): Promise<Page> {
      if (!browser) throw new Error('the browser is not open yet');
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      pages.push(page);
      page.setDefaultTimeout(8_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text());
      });
      const query = new URLSearchParams({ as: person.id, ...(channel ? { channel } : {}) });
      await page.goto(`${ready().baseUrl}/?${query}`);
      const shown = channel ? '.message-list > *' : '.home-page [data-block]';
      await page.waitForSelector(shown);
      return page;
    },
  };
}

/** Runs a slash command the way a person does. */
export async function command(page: Page, text: string): Promise<void> {
  const composer = page.locator('.middle .composer-input');
  await composer.fill(text);
  await composer.press('Escape');
  await composer.press('Enter');
}
