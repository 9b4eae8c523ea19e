/** What a text asks of us. `unclear` is held for a person to read; everything else acts at once. */
export const labels = ['opt_out', 'opt_in', 'help', 'reply', 'unclear'] as const;
export type Label = (typeof labels)[number];

/** `both`: the words say nothing about the language; the answer is given in Portuguese and English. */
export type MessageLanguage = 'pt' | 'en' | 'es' | 'both';
