import twilio from 'twilio';

export type WebhookSignature = {
  /** Header `X-Twilio-Signature`. */
  signature: string;
  /** Path and query as they arrived. */
  pathAndQuery: string;
  /** The form fields; a repeated field is a list. */
  params: Readonly<Record<string, string | string[]>>;
};

/**
 * True when Twilio (whoever knows the auth token) sent this to our public address. Only
 * `publicUrl` counts: Host and forwarded headers are what anybody may write.
 */
export const twilioSignatureCheck =
  ({ authToken, publicUrl }: { authToken: string; publicUrl: string }) =>
  ({ signature, pathAndQuery, params }: WebhookSignature): boolean =>
    twilio.validateRequest(authToken, signature, `${publicUrl}${pathAndQuery}`, { ...params });
