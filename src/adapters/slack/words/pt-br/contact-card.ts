import type { contactCard as en } from '../en/contact-card.ts';

export const contactCard: Record<keyof typeof en, string> = {
  'contacts.help.show':
    'Tudo sobre uma pessoa: o que aceitou, o que recebeu, por que pode ou não ser contatada.',
  'card.title': 'Contato',
  'card.open': 'Ficha do contato',
  'card.open-of': 'Ficha de {name}',
  'card.which': 'Quem você procura?',
  'card.several':
    '{n, plural, one {# pessoa combina} other {# pessoas combinam}} com “{typed}”{shown, select, some {; estas são as primeiras. Digite mais do nome ou do número para restringir} other {}}.',
  'card.nobody':
    'Ninguém combina com “{typed}”. `/contacts find` procura também por estado, segmento e etiqueta.',
  'card.no-typed': 'Digite um nome ou número depois, por exemplo `/contacts show Maria Silva`.',
  'card.no-name': 'Sem nome',
  'card.tab-overview': 'Resumo',
  'card.tab-messages': 'Mensagens ({n, number})',
  'card.tab-consent': 'Consentimento',
  'card.tab-validation': 'Validação',
  'card.place': 'Lugar',
  'card.place-value':
    '{city, select, none {} other {{city}, }}{state}{zip, select, none {} other { {zip}}}{from, select, area { (pelo código de área)} other {}}',
  'card.rules': 'Leis que valem',
  'card.rules-value':
    '{states, select, none {lugar desconhecido: as mais estritas} other {{states}}} · hora de {clocks}',
  'card.segment': 'Segmento',
  'card.tags': 'Etiquetas',
  'card.line': 'Linha',
  'card.history': 'Histórico',
  'card.history-value':
    '{outbound, plural, =0 {nenhuma mensagem} one {# mensagem} other {# mensagens}}, {inbound, plural, =0 {nenhuma resposta} one {# resposta} other {# respostas}}, {campaigns, plural, =0 {nenhuma campanha} one {# campanha} other {# campanhas}}',
  'card.purchases': 'Compras',
  'card.purchases-value':
    '{n, plural, =0 {nenhuma} one {# de {amount}} other {# somando {amount}}}',
  'card.last': 'Último contato',
  'card.last-value': 'mensagem {sent} · resposta {heard}',
  'card.since': 'Na lista desde',
  'card.never': 'nunca',
  'card.other-names':
    'Outros nomes vistos para este número: {names}. Ninguém é chamado pelo nome até que um seja escolhido (Editar).',
  'card.erased':
    'Apagado em {at}. Nome, lugar, etiquetas e textos se foram; o número, o bloqueio e o registro de consentimento ficam, porque a lei exige a prova.',
  'card.now': 'Pode ser contatada agora?',
  'card.campaigns': 'Últimas campanhas',
  'card.edit': 'Editar',
  'card.opt-out': 'Descadastrar',
  'card.opt-out-title': 'Descadastrar esta pessoa?',
  'card.opt-out-text':
    '{phone} não recebe mais marketing por SMS, WhatsApp ou voz, a partir de já. {waiting, plural, =0 {Nada espera para ser enviado.} one {# mensagem que espera não é enviada.} other {# mensagens que esperam não são enviadas.}}',
  'card.opt-out-done': '{phone} foi descadastrado de tudo. Nada mais será enviado.',
  'card.opt-out-before': '{phone} já tinha saído antes do seu clique. Nada foi alterado.',
  'card.opt-in': 'Recadastrar',
  'card.opt-in-title': 'Recadastrar',
  'card.opt-in-intro':
    '{phone} só pode voltar a receber mensagens se *a própria pessoa disse isso, depois de ter dito não*. O que você escrever fica guardado para sempre com o seu nome e é mostrado a quem pedir a prova. Ligações gravadas continuam proibidas.',
  'card.opt-in-text': 'As palavras da pessoa',
  'card.opt-in-text-hint': 'Letra por letra: um e-mail, uma conversa, um formulário assinado.',
  'card.opt-in-day': 'O dia em que disse',
  'card.opt-in-time': 'A hora (a sua)',
  'card.opt-in-submit': 'Recadastrar',
  'card.opt-in-done': '{phone} pode voltar a receber SMS e WhatsApp. A sua prova está no registro.',
  'card.forget': 'Esquecer',
  'card.forget-title': 'Apagar os dados desta pessoa?',
  'card.forget-text':
    'Nome, lugar, etiquetas{messages, plural, =0 { e perfil} one {, perfil e o texto de # mensagem} other {, perfil e os textos de # mensagens}} de {phone} são apagados para sempre. O número, o bloqueio e o registro de consentimento ficam como a prova que a lei exige. Não dá para desfazer.',
  'card.forget-confirm': 'Apagar',
  'card.forget-done':
    'Apagado de {phone}: nome e perfil{messages, plural, =0 {} one {, o texto de # mensagem} other {, os textos de # mensagens}}{followUps, plural, =0 {} one {, # passo seguinte} other {, # passos seguintes}}{rows, plural, =0 {} one {, # linha rejeitada} other {, # linhas rejeitadas}}. Fica como prova: número, bloqueio, registro de consentimento.',
  'card.forget-rest':
    'O que o próprio Slack mostra fica até alguém apagar lá: mensagens no canal de respostas, arquivos enviados. Listas importadas são apagadas sete dias depois da importação.',
  'card.forget-campaigns':
    'Espera aprovação com um texto para esta pessoa e precisa ser editada e enviada de novo: {names}',
  'card.saved': 'Salvo: {fields}.',
  'card.saved-nothing': 'Nada estava diferente, então nada foi alterado.',
  'card.field':
    '{field, select, name {nome} addressState {estado} city {cidade} zip {ZIP} segment {segmento} tags {etiquetas} other {{field}}}',
  'card.edit-title': 'Editar contato',
  'card.edit-submit': 'Salvar',
  'card.edit-name': 'Nome',
  'card.edit-state': 'Estado',
  'card.edit-state-hint': 'Do endereço. Vazio: só o código de área diz qual lei vale.',
  'card.edit-city': 'Cidade',
  'card.edit-zip': 'Código postal (ZIP)',
  'card.edit-segment': 'Segmento',
  'card.edit-tags': 'Etiquetas',
  'card.edit-tags-hint': 'Separadas por vírgula.',
  'card.message-out':
    '→ {at} · {channel, select, whatsapp {WhatsApp} call {ligação} other {SMS}} · {campaign, select, none {{purpose, select, reply {resposta} confirmation {confirmação} help {ajuda} other {mensagem avulsa}}} other {*{campaign}*}}{step, plural, =1 {} other {, passo #}} · {status, select, staged {espera aprovação} queued {espera o envio} calling {sendo enviada} unconfirmed {ninguém sabe se chegou} sent {enviada} delivered {entregue} read {lida} replied {respondida} failed {não entregue} canceled {cancelada} skipped {pulada} other {{status}}}{why}',
  'card.message-in':
    '← {at} · {channel, select, whatsapp {WhatsApp} other {SMS}} · *a pessoa escreveu*{label, select, opt_out {: pediu para sair} opt_in {: quis voltar} help {: pede ajuda} unclear {: espera leitura} other {}}',
  'card.no-messages': 'Nada foi enviado ainda, e a pessoa não escreveu nada.',
  'card.text-gone': '(sem texto)',
  'card.page': 'Página {n, number} de {pages, number}',
  'card.no-consent': 'Nada se sabe sobre o que a pessoa aceitou. Nenhuma campanha chega a ela.',
  'card.consent-line':
    '{kind, select, grant {*Aceitou*} refuse {*Disse não*} other {*Voltou atrás*}} ({basis, select, documented {documentado} other {declarado}}) · {channels} · {given, select, none {dia desconhecido} other {dado em {given}}}',
  'card.consent-source':
    'Fonte: {source, select, import {importação} sms {SMS da pessoa} whatsapp {WhatsApp da pessoa} call {ligação da pessoa} carrier {a operadora} slack {escrito no Slack} other {{source}}}{file, select, none {} other { de *{file}*}}{row, select, none {} other {, linha {row}}} · registrado {at} por {by}',
  'card.consent-text': 'O texto exato:',
  'card.consent-no-text': 'O texto exato não é conhecido.',
  'card.consent-more':
    '{n, plural, one {# registro mais antigo não aparece} other {# registros mais antigos não aparecem}}.',
  'card.suppression':
    '*Bloqueado* desde {at}: {reason, select, opt_out {pediu para sair} carrier_opt_out {pediu para sair na operadora} dnc_national {na lista nacional de não perturbe} dnc_state {na lista de não perturbe de um estado} litigator {litigante conhecido} admin {bloqueado por um administrador} erased {os dados foram apagados} other {{reason}}} (por {by})',
  'card.channel': '{channel, select, sms {SMS} whatsapp {WhatsApp} other {ligações gravadas}}',
  'card.person': 'a pessoa',
  'refusal.contact.edit': 'Algo neste formulário não pode ser lido. Corrija os campos marcados.',
  'refusal.contact.edit-state':
    'Não é um estado dos EUA. Escreva por exemplo CT ou Connecticut, ou deixe vazio.',
  'refusal.contact.edit-zip': 'Um ZIP tem cinco dígitos, por exemplo 06810.',
  'refusal.contact.edit-tags': 'No máximo 30 etiquetas.',
  'refusal.contact.erased': 'Os dados desta pessoa foram apagados. Não há mais o que mudar.',
  'refusal.contact.changed-meanwhile':
    'Outra pessoa mudou este contato enquanto o seu formulário estava aberto. Nada seu foi salvo: feche, veja a ficha e faça de novo.',
  'refusal.contact.evidence-text':
    'Escreva as palavras com que a pessoa aceitou, pelo menos dez caracteres.',
  'refusal.contact.evidence-future': 'Isso está no futuro. Informe quando a pessoa disse.',
  'refusal.contact.evidence-older':
    'A pessoa disse não em {at}, e a sua prova não é posterior. Só vale um sim que veio depois.',
  'refusal.contact.opt-in-standing':
    'Não é possível: {reason, select, dnc_national {o número está na lista nacional de não perturbe} dnc_state {o número está na lista de não perturbe de um estado} litigator {o número é de um litigante conhecido} admin {um administrador bloqueou o número} erased {os dados foram apagados} other {o número está bloqueado}}. A palavra de ninguém muda isso.',
  'refusal.contact.agreed-already': 'A pessoa já aceitou e pode ser contatada. Nada foi alterado.',
  'refusal.contact.being-called':
    'A pessoa foi descadastrada, mas uma mensagem ainda está a caminho. Apague os dados daqui a um minuto.',
};
