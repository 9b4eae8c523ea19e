/** What can be completed after a `/`: commands, then the words their usage hint names. */

/**
 * @typedef {{ command: string, description: string, usageHint: string }} SlashCommand
 * @typedef {{ insert: string, title: string, hint: string, note: string }} Suggestion
 */

/** The sub-commands of a hint such as `new | list | show <name> | help`. */
export function wordsOf(usageHint) {
  return usageHint
    .replace(/[[\]]/g, '')
    .split(/\s*[|,·]\s*/)
    .map((part) => {
      const [word = '', ...rest] = part.trim().split(/\s+/);
      return { word, rest: rest.join(' ') };
    })
    .filter(({ word }) => /^[a-z][a-z-]*$/.test(word));
}

/**
 * @param {string} text what stands in the composer
 * @param {SlashCommand[]} commands
 * @returns {Suggestion[]} empty when there is nothing to complete
 */
export function suggestions(text, commands) {
  if (!text.startsWith('/') || text.includes('\n')) return [];
  const [typed, ...rest] = text.split(' ');
  if (rest.length === 0) {
    return commands
      .filter(({ command }) => command.startsWith(typed.toLowerCase()))
      .map(({ command, description, usageHint }) => ({
        insert: `${command} `,
        title: command,
        hint: usageHint,
        note: description,
      }));
  }
  const command = commands.find((one) => one.command === typed.toLowerCase());
  if (!command || rest.length > 1) return [];
  return wordsOf(command.usageHint)
    .filter(({ word }) => word.startsWith(rest[0].toLowerCase()))
    .map(({ word, rest: more }) => ({
      insert: `${command.command} ${word}${more ? ' ' : ''}`,
      title: `${command.command} ${word}`,
      hint: more,
      note: '',
    }));
}

/** The command a text would run, or null when it is an ordinary message. */
export function commandIn(text) {
  return /^\/[a-z0-9_-]+(?=\s|$)/i.exec(text)?.[0].toLowerCase() ?? null;
}
