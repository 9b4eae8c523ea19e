import http from 'node:http';
import twilio from 'twilio';

/** Asked for a round, it posts signed status callbacks as fast as they are answered. */
export type Round = { url: string; authToken: string; forms: { token: string; sid: string }[] };
export type RoundAnswer = { ms: number; calls: number; refused: number };

const atOnce = 32;

type Call = { url: string; body: string; signature: string };

process.on('message', async (round: Round) => {
  const calls = ['sent', 'delivered'].flatMap((status) =>
    round.forms.map((form) => signed(round, form, status)),
  );
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  let [next, refused] = [0, 0];
  const loop = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) {
      if ((await post(call, agent)) !== 204) refused += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, loop));
  const answer: RoundAnswer = { ms: performance.now() - began, calls: calls.length, refused };
  agent.destroy();
  process.send?.(answer);
});
process.send?.('ready');

function signed(
  { url, authToken }: Round,
  { token, sid }: Round['forms'][number],
  status: string,
): Call {
  const address = `${url}?t=${token}`;
  const form = {
    AccountSid: 'AC11111111111111111111111111111111',
    ApiVersion: '2010-04-01',
    From: '+18605550100',
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: '+12035550123',
  };
  return {
    url: address,
    body: new URLSearchParams(form).toString(),
    signature: twilio.getExpectedTwilioSignature(authToken, address, form),
  };
}

const post = ({ url, body, signature }: Call, agent: http.Agent): Promise<number> =>
  new Promise((done, failed) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': signature,
    };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
    });
    request.on('error', failed).end(body);
  });
