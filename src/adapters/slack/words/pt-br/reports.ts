import type { reports as en } from '../en/reports.ts';

export const reports: Record<keyof typeof en, string> = {
  'reports.help.daily': 'O resumo de um dia no canal de resumos: `hoje`, `ontem` ou uma data',
  'reports.preparing': 'Desenhando o resumo. O link chega em um instante.',
  'reports.notice-title': 'Resumo diário',
  'reports.open-campaign': 'Abrir {name}',
  'reports.answer.final': 'O resumo de {day} está em {channel}: {link}',
  'reports.answer.so-far':
    'O resumo de {day} até agora está em {channel}: {link}. Ele é atualizado cada vez que alguém pede e fica completo em {next}.',
  'reports.answer.there': 'O resumo de {day} está completo e fica em {channel}: {link}',
  'reports.answer.empty': 'Em {day} nada foi enviado e ninguém escreveu, então não há resumo.',
  'reports.answer.empty-so-far':
    'Até agora nada foi enviado em {day} e ninguém escreveu. Peça mais tarde, ou peça outro dia: `/report daily ontem`.',
  'reports.answer.link': 'abrir',
  'reports.title': 'Resumo diário: {day}{final, select, yes {} other { (até agora)}}',
  'reports.period.whole': 'O dia inteiro, {zone}. Resultado conhecido em {asOf}.',
  'reports.period.so-far': 'Da meia-noite até {asOf}, {zone}. O dia ainda não acabou.',
  'reports.simulated':
    'Operadora simulada: nenhuma mensagem saiu de verdade e ninguém respondeu de verdade.',
  'reports.late': 'Atrasado: deveria ter sido publicado em {planned}.',
  'reports.missed': 'Não houve resumo de {days}. `/report daily {example}` publica um agora.',
  'reports.kpi.sent': 'Enviadas',
  'reports.kpi.delivered': 'Entregues',
  'reports.kpi.failed': 'Com falha',
  'reports.kpi.unconfirmed': 'Não confirmadas',
  'reports.kpi.replied': 'Responderam',
  'reports.kpi.opted-out': 'Pediram para sair',
  'reports.kpi.converted': 'Converteram',
  'reports.kpi.spent': 'Gasto',
  'reports.share':
    '{n} ({share} {of, select, tried {de tudo o que foi passado à operadora} sent {das enviadas} other {das entregues}})',
  'reports.spent':
    '{amount} por {segments, plural, one {# segmento} other {# segmentos}}{unsettled, select, none {} other {, dos quais {unsettled} reservados até a operadora concluir}}',
  'reports.untracked': 'nenhuma registrada ainda',
  'reports.change':
    '{direction, select, up {▲ acima de {before} do dia anterior} down {▼ abaixo de {before} do dia anterior} same {igual ao dia anterior} other {sem comparação com o dia anterior}}',
  'reports.arrivals':
    'Nesse dia {replies, plural, =0 {não chegou nenhuma resposta} one {chegou # resposta} other {chegaram # respostas}} e {optOuts, plural, =0 {ninguém pediu para sair} one {# pessoa pediu para sair} other {# pessoas pediram para sair}}, seja qual for o dia do envio.',
  'reports.on-the-way':
    '{n, plural, one {# mensagem ainda está} other {# mensagens ainda estão}} a caminho.',
  'reports.campaigns': 'Por campanha',
  'reports.campaign':
    '“{name}” ({channel, select, sms {SMS} whatsapp {WhatsApp} other {ligações}}): {sent} enviadas, {delivered} entregues{deliveredShare, select, none {} other { ({deliveredShare})}}, {failed} com falha, {replied} responderam{repliedShare, select, none {} other { ({repliedShare})}}, {optedOut} pediram para sair, {spent}',
  'reports.more': 'e mais {n, plural, one {#} other {#}}',
  'reports.states': 'Por estado',
  'reports.state':
    '{state}: {contacts, plural, one {# contato} other {# contatos}}; {delivered, plural, =0 {nada entregue} other {{replied} de # responderam{share, select, none {} other { ({share})}}}}',
  'reports.state.others': 'Outros ({n})',
  'reports.state.unknown': 'Estado desconhecido',
  'reports.definitions':
    'Enviadas: aceitas pela operadora nesse dia, aconteça o que acontecer depois. Com falha: recusadas ou não entregues. Não confirmadas: ainda não se sabe se a operadora aceitou. Entregues, com falha, responderam e pediram para sair dizem o que aconteceu com as mensagens desse dia.',
  'reports.no-charts':
    'Desta vez não foi possível desenhar os gráficos. Todos os números deles estão no texto.',
  'reports.chart.timeline': 'Envios, entregas e respostas por hora',
  'reports.chart.states': 'Contatos e taxa de resposta por estado',
  'reports.chart.states-subtitle': '{day} · responderam / entregues, das mensagens desse dia',
  'reports.chart.simulated': 'simulado',
  'reports.chart.sends': 'Envios',
  'reports.chart.deliveries': 'Entregas',
  'reports.chart.replies': 'Respostas',
  'reports.chart.replies-panel': 'Respostas (escala própria)',
  'reports.chart.quiet': 'Nada foi enviado e ninguém escreveu.',
  'reports.chart.contacts': 'Contatos',
  'reports.chart.rate': 'Taxa de resposta',
  'reports.chart.no-contacts': 'sem contatos',
  'reports.chart.too-few': 'menos de {n} entregues',
  'reports.chart.no-rate': 'nada entregue',
  'reports.chart.others': 'Outros',
  'reports.chart.no-people': 'Ainda não há contatos.',
  'reports.alt.timeline':
    'Gráfico de barras de {day} por hora, com as respostas em um painel próprio. {sends, plural, one {# envio} other {# envios}}, {deliveries, plural, one {# entrega} other {# entregas}}, {replies, plural, one {# resposta} other {# respostas}}. {hours}',
  'reports.alt.hour': '{hour}: {sends} enviadas, {deliveries} entregues, {replies} respostas.',
  'reports.alt.states':
    'Dois mapas dos estados dos EUA, contatos e taxa de resposta, e barras dos maiores estados. {states}',
  'refusal.reports.no-channel':
    'Nenhum canal de resumos está definido. Peça a quem cuida deste aplicativo que defina DIGEST_CHANNEL e tente de novo.',
  'refusal.reports.unknown-day':
    '“{day}” não é um dia. Tente `/report daily`, `/report daily ontem` ou `/report daily 2026-11-21`.',
  'refusal.reports.future-day': '{day} ainda não chegou: hoje é {today}. Peça um dia até hoje.',
  'refusal.reports.busy':
    'O resumo de {date} está sendo feito agora mesmo. Peça de novo em um minuto para receber o link.',
  'refusal.reports.charts':
    'Não é possível desenhar os gráficos agora. Tente de novo em um minuto.',
};
