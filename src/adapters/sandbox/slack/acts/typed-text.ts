import { type Directory, handleOf } from '../state/directory.ts';

/** `@Marcus Reed`, `@marcus.reed` and `#approvals` become `<@U…>` and `<#C…|approvals>`. */
export function linkNames(directory: Directory, text: string): string {
  let linked = text;
  for (const { id, name, kind } of directory.conversations) {
    if (kind !== 'dm') linked = replaceWord(linked, `#${name}`, `<#${id}|${name}>`);
  }
  for (const person of directory.people) {
    linked = replaceWord(linked, `@${person.name}`, `<@${person.id}>`);
    linked = replaceWord(linked, `@${handleOf(person)}`, `<@${person.id}>`);
  }
  const { bot } = directory;
  return replaceWord(linked, `@${bot.name}`, `<@${bot.userId}>`);
}

function replaceWord(text: string, word: string, by: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\w<])${escaped}(?![\\w-])`, 'gi'), () => by);
}

/** What a person typed into a channel, as it arrives at apps. */
export function typedText(directory: Directory, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return linkNames(directory, escaped);
}
