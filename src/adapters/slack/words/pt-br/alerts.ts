export const alerts = {
  'alerts.title': '*{what}* (código {code})',
  'alerts.figures':
    '{messages, plural, one {# mensagem} other {# mensagens}} em uma hora{named, plural, =0 {} other {, em {campaigns}}}{more, plural, =0 {} one { e mais uma campanha} other { e mais # campanhas}}.',
  'alerts.regions': 'Países: {regions}.',
  'alerts.people': 'Pessoas: {people}{more, plural, =0 {} one { e mais uma} other { e mais #}}.',
  'alerts.next': 'E agora: {next}',
  'alerts.what-account': 'A operadora recusa a nossa conta',
  'alerts.next-account':
    'Todos os envios estão parados. Confira a conta, as credenciais e o saldo na operadora, depois `/campaign start`.',
  'alerts.what-region': 'Um país não está liberado na nossa conta',
  'alerts.next-region':
    'Libere o país na operadora (Twilio: Messaging, Geo permissions) ou tire essas pessoas do público. Cada mensagem é tentada mais duas vezes; uma campanha que encontra isso repetidamente é pausada.',
  'alerts.what-sender': 'O nosso número falta, não é nosso ou não envia SMS',
  'alerts.next-sender':
    'As campanhas estão pausadas. Confira o número e o Messaging Service na operadora, depois retome: as mensagens esperam.',
  'alerts.what-unregistered': 'O nosso número não está registrado para campanhas',
  'alerts.next-unregistered':
    'As campanhas estão pausadas. Termine o registro na operadora (10DLC, ou a verificação do número gratuito), depois retome: as mensagens esperam.',
  'alerts.what-daily-cap': 'O limite diário da T-Mobile para a nossa marca acabou',
  'alerts.next-daily-cap':
    'Nada, se puder esperar: os envios continuam sozinhos depois da meia-noite na Califórnia, dentro do horário de cada pessoa. Uma avaliação melhor da marca aumenta o limite.',
  'alerts.what-template': 'O modelo do WhatsApp falta, mudou ou está pausado',
  'alerts.next-template':
    'As campanhas estão pausadas. Veja o modelo no WhatsApp Manager, depois retome: as mensagens esperam.',
  'alerts.what-terms': 'Os termos da Meta para mensagens de marketing não foram aceitos',
  'alerts.next-terms': 'Aceite os termos no WhatsApp Manager. Até lá nada disso chega.',
  'alerts.what-blocked': 'Bloqueadas pela operadora ou pelas próprias pessoas',
  'alerts.next-blocked':
    'Elas não recebem mais nada. Veja cada uma com `/contacts find`: pediram para parar, ou o número agora é de outra pessoa?',
} as const;
