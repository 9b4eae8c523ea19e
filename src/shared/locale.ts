/** The two languages every text a Slack user reads exists in. */
export const locales = ['en', 'pt-BR'] as const;
export type Locale = (typeof locales)[number];

/** Slack says `pt-BR`, `en-US`, `en-GB`…; anything that is not Portuguese reads English. */
export const localeOf = (slackLocale: string | null | undefined): Locale =>
  slackLocale?.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en';
