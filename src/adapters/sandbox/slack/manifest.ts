import { z } from 'zod';

/** What the workspace needs to know of an app's manifest. */
export type AppManifest = {
  name: string;
  commands: { command: string; description: string; usageHint: string; shouldEscape: boolean }[];
  shortcuts: { type: 'global' | 'message'; callbackId: string; name: string }[];
  scopes: string[];
  events: string[];
};

const manifestShape = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string(),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['global', 'message']),
            callback_id: z.string(),
          }),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
    })
    .prefault({}),
});

/** Reads a manifest (an object, as the YAML parser gives it). Throws when a needed part is missing. */
export function readManifest(manifest: unknown): AppManifest {
  const { display_information, features, oauth_config, settings } = manifestShape.parse(manifest);
  return {
    name: display_information.name,
    commands: features.slash_commands.map(
      ({ command, description, usage_hint, should_escape }) => ({
        command,
        description,
        usageHint: usage_hint,
        shouldEscape: should_escape,
      }),
    ),
    shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({
      type,
      callbackId: callback_id,
      name,
    })),
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
  };
}
