import type { PhoneMessage } from '../../../src/adapters/sandbox/slack/page-contract.ts';

/** A name that tries everything: it must stay a name. */
export const wickedName = '<img src=x onerror="window.hacked=1"> <!channel> *João*';
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Contacts with phones, kept in memory. */
export function phoneBook(now: () => Date) {
  const at = (minutes: number) => new Date(now().getTime() - minutes * 60_000).toISOString();
  const people = new Map<string, { name: string; messages: PhoneMessage[] }>([
    [
      '+12035550123',
      {
        name: 'João Silva',
        messages: [
          phoneMessage(
            '1',
            'in',
            'Olá João! 🌴✈️ Ofertas especiais para CT: Orlando-SP $620 ida e volta. Responda SIM para receber detalhes ou PARE para sair. Fly2Any',
            'delivered',
            at(64),
          ),
          phoneMessage('2', 'out', 'Quanto custa para 4 pessoas?', 'received', at(58)),
          phoneMessage(
            '3',
            'in',
            'Oi João, aqui é a Ana da Fly2Any. Para 4 pessoas sai por $2,390. Posso reservar?',
            'sent',
            at(12),
          ),
        ],
      },
    ],
    [
      '+15615550456',
      {
        name: 'Maria Santos',
        messages: [
          phoneMessage(
            '4',
            'in',
            'Olá Maria! Miami-RJ $580 ida e volta. Responda SIM ou PARE. Fly2Any',
            'undelivered',
            at(70),
            '30005',
          ),
        ],
      },
    ],
    ['+18605550789', { name: wickedName, messages: [] }],
  ]);
  return people;
}

export function phoneMessage(
  id: string,
  direction: 'in' | 'out',
  body: string,
  status: string,
  at: string,
  errorCode: string | null = null,
): PhoneMessage {
  return { id, direction, body, status, errorCode, at };
}
