/** Names are the same in every language. */
export const providerName = (provider: string): string =>
  provider.slice(0, 1).toUpperCase() + provider.slice(1);
