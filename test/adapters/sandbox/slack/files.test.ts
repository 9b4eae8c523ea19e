import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../../../src/adapters/sandbox/slack/client.ts';
import {
  botToken,
  movableClock,
  plain,
  refusalOf,
  type WorkspaceWithApp,
  workspaceWithApp,
} from './workspace-with-app.ts';

const channel = sandboxChannels.digest.id;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const scanMs = 1_500;

describe('files of the pretend workspace', () => {
  const clock = movableClock();
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    world = await workspaceWithApp({ realClock: clock, fileProcessingMs: scanMs });
  });
  afterEach(() => world.close());

  /** The three calls, as an app makes them that wants an accessible picture. */
  async function uploadPicture(): Promise<string> {
    const { client } = world;
    const announced: Record<string, unknown> = {
      ...(await client.apiCall('files.getUploadURLExternal', {
        filename: 'chart.png',
        length: png.length,
        alt_txt: 'Sends by hour',
      })),
    };
    const [url, id] = [String(announced.upload_url), String(announced.file_id)];
    const sent = await fetch(url, { method: 'POST', body: new Uint8Array(png) });
    expect(await sent.text()).toBe(`OK - ${png.length}`);
    await client.files.completeUploadExternal({ files: [{ id, title: 'Chart' }] });
    return id;
  }

  it('shows an uploaded picture in a block once it was scanned', async () => {
    const { client, ana } = world;
    const id = await uploadPicture();
    const post = () =>
      client.chat.postMessage({
        channel,
        text: 'Digest',
        blocks: [{ type: 'image', slack_file: { id }, alt_text: 'Sends by hour' }],
      });
    expect(await refusalOf(post())).toEqual({
      error: 'invalid_blocks',
      why: expect.stringContaining('invalid slack file [json-pointer:/blocks/0/slack_file]'),
    });
    expect((await client.files.info({ file: id })).file?.mimetype).toBe('');
    clock.forward(scanMs);
    expect((await client.files.info({ file: id })).file).toMatchObject({
      mimetype: 'image/png',
      filetype: 'png',
      alt_txt: 'Sends by hour',
    });
    await post();
    await ana.waitForMessage('campaigns-digest', (m) => m.text === 'Digest');
    const shown = await fetch(`${world.baseUrl}/sandbox/api/files/${id}/any-name`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true);
  });

  it('forgets a file that the app deletes, its bytes too, and only once', async () => {
    const { client } = world;
    const id = await uploadPicture();
    await client.files.delete({ file: id });
    expect(await refusalOf(client.files.info({ file: id }))).toMatchObject({
      error: 'file_not_found',
    });
    expect((await fetch(`${world.baseUrl}/sandbox/api/files/${id}/any-name`)).status).toBe(404);
    expect(await refusalOf(client.files.delete({ file: id }))).toMatchObject({
      error: 'file_not_found',
    });
  });

  it('takes filesUploadV2 of the real client and shares the file in a thread', async () => {
    const { client, ana } = world;
    const parent = await client.chat.postMessage({ channel, text: 'Digest' });
    await client.filesUploadV2({
      channel_id: channel,
      thread_ts: parent.ts ?? '',
      initial_comment: 'The numbers',
      file: Buffer.from('a;b\n1;2\n'),
      filename: 'numbers.csv',
    });
    const [, reply] = await ana.messages('campaigns-digest', parent.ts);
    expect(reply).toMatchObject({
      text: 'The numbers',
      files: [{ name: 'numbers.csv', mimetype: 'text/csv', size: 8 }],
    });
    const file = reply?.files[0];
    if (!file) throw new Error('no file');
    expect((await ana.download(file)).toString()).toBe('a;b\n1;2\n');
    const info = await client.files.info({ file: file.id });
    expect(info.file?.shares?.public?.[channel]?.[0]).toMatchObject({ thread_ts: parent.ts });
  });

  it('refuses bytes that were not announced, and files nobody uploaded', async () => {
    const { client } = world;
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: 'x.csv',
      length: 10,
    });
    const wrong = await fetch(upload_url ?? '', { method: 'POST', body: 'short' });
    expect(wrong.status).toBe(400);
    const complete = client.files.completeUploadExternal({ files: [{ id: file_id ?? '' }] });
    expect(await refusalOf(complete)).toMatchObject({ error: 'file_not_found' });
  });

  it('hands a file input to the app, which may download it with its token only', async () => {
    const downloads: unknown[] = [];
    world.app.command('/campaign', async ({ ack, body, client }) => {
      await ack();
      const element = {
        type: 'file_input' as const,
        action_id: 'file',
        filetypes: ['csv'],
        max_files: 1,
      };
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'contacts.import',
          title: plain('Import'),
          submit: plain('Import'),
          blocks: [{ type: 'input', block_id: 'file', label: plain('File'), element }],
        },
      });
    });
    world.app.view('contacts.import', async ({ ack, view }) => {
      await ack();
      const [file] = view.state.values.file?.file?.files ?? [];
      const url = file?.url_private_download ?? '';
      const authorized = await fetch(url, { headers: { authorization: `Bearer ${botToken}` } });
      const anonymous = await fetch(url);
      downloads.push(file?.name, file?.mimetype, await authorized.text(), anonymous.url);
    });
    succeeded(await world.ana.command('general', '/campaign'));
    await world.ana.waitForView(() => true);
    const picture = await world.ana.upload('photo.png', png);
    const refused = await world.ana.submit({ file: picture });
    expect(refused.errors?.file).toBe('Somente estes tipos de arquivo são aceitos: csv.');
    const csv = await world.ana.upload('contatos.csv', Buffer.from('telefone\n'));
    succeeded(await world.ana.submit({ file: csv }));
    await expect
      .poll(() => downloads)
      .toEqual(['contatos.csv', 'text/csv', 'telefone\n', `${world.baseUrl}/sandbox/slack/login`]);
  });

  it('tells the app of a file dropped into its DM, even an empty one', async () => {
    const shared: string[] = [];
    world.app.event('file_shared', async ({ event, client }) => {
      const { file } = await client.files.info({ file: event.file_id });
      shared.push(`${file?.name} ${file?.size} ${file?.filetype}`);
    });
    await world.ana.upload('empty.csv', new Uint8Array(), 'dm');
    await expect.poll(() => shared).toEqual(['empty.csv 0 csv']);
    const message = await world.ana.latestMessage('dm');
    expect(message?.files.map(({ name }) => name)).toEqual(['empty.csv']);
  });

  it('never lets an uploaded page run in the browser', async () => {
    const file = await world.ana.upload('evil.html', Buffer.from('<script>alert(1)</script>'));
    const { headers } = await fetch(`${world.baseUrl}${file.url}`);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
