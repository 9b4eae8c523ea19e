import type { complianceScreens as en } from '../en/compliance-screens.ts';

export const complianceScreens: Record<keyof typeof en, string> = {
  'compliance.help.rules':
    'O que vale para mensagens a pessoas de um estado, e se podem ser enviadas agora.',
  'compliance.help.suppress': 'Nunca mais escrever nem ligar para um número, porque alguém pediu.',
  'compliance.channel.sms': 'SMS',
  'compliance.channel.whatsapp': 'WhatsApp',
  'compliance.channel.call': 'Chamadas gravadas',
  'compliance.rules.title': 'Regras para {state}',
  'compliance.rules.open': 'permitido por lei agora, até {until}',
  'compliance.rules.closed': 'não permitido agora ({why}), nem nos próximos sete dias',
  'compliance.rules.closed-until': 'não permitido agora ({why}); a partir de {next}',
  'compliance.rules.weekdays': 'Segunda a sexta',
  'compliance.rules.saturday': 'Sábado',
  'compliance.rules.sunday': 'Domingo',
  'compliance.rules.on-holidays': 'Feriados',
  'compliance.rules.no-day': 'não permitido',
  'compliance.rules.holidays': 'como nos outros dias',
  'compliance.rules.no-holidays': 'não permitido',
  'compliance.rules.source': 'Para {binds}. Fonte: {source}',
  'compliance.rules.clock':
    'Pelo relógio da pessoa ({zones}); onde um estado tem vários, todos precisam permitir.',
  'compliance.rules.both':
    'A janela federal de 08:00–21:00 vale sempre também, assim como as regras do estado do código de área.',
  'compliance.rules.house':
    'As campanhas seguem também o nosso próprio horário, mais estreito: segunda a sábado 9–20, domingo 12–20, sem feriados federais.',
  'compliance.rules.version': 'Regras {version}',
  'compliance.suppressed':
    '{phone} não receberá mais mensagens nem ligações, em nenhum canal, a partir de agora.',
  'compliance.suppressed-before': '{phone} já estava bloqueado. Nada mudou.',
  'refusal.compliance.unknown-state':
    'Não conheço o estado *{state}*. Exemplo: `/compliance rules CT` ou `/compliance rules Flórida`',
  'refusal.compliance.not-a-number':
    'Isto não é um número de telefone dos EUA. Exemplo: `/compliance suppress +1 203 555 0123`',
};
