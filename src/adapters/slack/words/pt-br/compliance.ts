import type { compliance as en } from '../en/compliance.ts';

export const compliance: Record<keyof typeof en, string> = {
  'reason.erased': 'Os dados foram apagados a pedido da pessoa',
  'reason.opted-out': 'A pessoa pediu para sair da lista',
  'reason.do-not-call': 'Está em uma lista de “não perturbe”',
  'reason.consent-refused': 'A pessoa disse não a este canal',
  'reason.consent-revoked': 'A pessoa retirou o consentimento',
  'reason.no-consent': 'Sem consentimento para este canal',
  'reason.consent-unattested': 'Ninguém atestou o consentimento do arquivo de origem',
  'reason.consent-not-documented': 'Falta o texto do consentimento, exigido para ligações gravadas',
  'reason.dead-number': 'O número não existe mais',
  'reason.wrong-line-type': 'Este tipo de linha não recebe a mensagem',
  'reason.holiday': 'Feriado em que o estado da pessoa proíbe marketing',
  'reason.sunday': 'O estado da pessoa proíbe marketing aos domingos',
  'reason.saturday': 'O estado da pessoa proíbe marketing aos sábados',
  'reason.hours': 'Fora do horário permitido no estado da pessoa',
  'reason.no-lawful-time': 'Nenhum horário permitido nos próximos sete dias',
  'reason.frequency': 'Já recebeu o máximo permitido em 24 horas',
  'reason.sender-limit': 'O remetente chegou ao limite',
  'reason.budget': 'O orçamento da campanha acabou',
  'reason.daily-budget': 'O orçamento de hoje acabou',
  'reason.campaign-paused': 'A campanha está pausada',
  'reason.kill-switch': 'Todos os envios estão parados',
  'reason.window-closing': 'Faltava menos de um minuto para o fim do horário permitido',
  'reason.expired': 'A campanha terminou antes',
  'reason.not-approved': 'A campanha não foi aprovada',
  'reason.in-review': 'Escreveu algo que pode ser um pedido para sair; ninguém tinha lido ainda',
  'reason.reply-window': 'A última mensagem da pessoa tem mais de 24 horas',
  'reason.replied': 'Respondeu, então não recebe mais mensagens desta campanha',
  'reason.converted': 'Comprou, então não recebe mais mensagens desta campanha',
  'compliance.lint.brand-missing': 'Diga quem está escrevendo: inclua *{brand}* no texto.',
  'compliance.lint.opt-out-missing':
    'Diga como parar: inclua “Responda PARE para sair” no texto, ou “aperte 9 para não receber mais ligações” na ligação.',
  'compliance.lint.shortener':
    'Troque o link {host} por um do seu próprio domínio: as operadoras bloqueiam encurtadores públicos.',
  'compliance.lint.whatsapp-marketing':
    'Envie por SMS: a Meta não entrega marketing por WhatsApp a números dos EUA.',
};
