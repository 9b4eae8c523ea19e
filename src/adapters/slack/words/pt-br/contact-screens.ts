import type { contactScreens as en } from '../en/contact-screens.ts';

export const contactScreens: Record<keyof typeof en, string> = {
  'contacts.help.import':
    'Importar uma lista (CSV ou Excel). Você também pode soltar o arquivo na nossa conversa.',
  'contacts.help.validate':
    'Perguntar a um provedor quais números são reais e que tipo de linha são.',
  'contacts.import.title': 'Importar contatos',
  'contacts.import.intro':
    'Escolha uma lista como o seu sistema a exporta. Eu descubro a codificação, o separador e as colunas, e mostro o que aconteceria *antes* de mudar qualquer coisa.',
  'contacts.import.file': 'Arquivo',
  'contacts.import.file-hint':
    'CSV ou Excel (.xlsx), no máximo 10 MB. Listas maiores, até 128 MB e 1.000.000 de linhas: solte o arquivo na nossa conversa.',
  'contacts.import.submit': 'Ler arquivo',
  'contacts.import.received':
    'Estou lendo *{file}*. A prévia chega em instantes nas suas mensagens com este aplicativo; nada é importado antes de você confirmar lá.',
  'contacts.import.opening': 'Abrindo *{file}*…',
  'contacts.import.reading': 'Lendo *{file}*…',
  'contacts.import.not-a-list':
    '*{file}* não é uma lista que eu consiga importar. Solte aqui um arquivo CSV ou Excel (.xlsx), ou digite `/contacts import`.',
  'contacts.preview.title': 'Prévia da importação',
  'contacts.preview.file': '*{file}* — {rows, plural, one {# linha} other {# linhas}}',
  'contacts.preview.detected':
    'Encontrado: {format, select, xlsx {pasta de trabalho do Excel} other {CSV, {encoding}, separado por `{delimiter}`}} · cabeçalho {header, select, pt {em português} en {em inglês} other {ausente}}',
  'contacts.preview.columns': 'Como entendi as colunas',
  'contacts.preview.column': 'Coluna {n, number}',
  'contacts.preview.samples': 'Algumas linhas como as li',
  'contacts.preview.row': 'linha {n}',
  'contacts.preview.consent':
    '{answer, select, yes {consentimento: sim} no {consentimento: não} other {consentimento: –}}{date, select, none {} unknown {, sem dia} other { {date}}}',
  'contacts.preview.rejected-why': 'Linhas que não podem ser aceitas',
  'contacts.preview.confirm': 'Importar {rows, plural, one {# linha} other {# linhas}}',
  'contacts.preview.change-columns': 'Mudar tipo ou colunas',
  'contacts.preview.cancel': 'Cancelar importação',
  'contacts.preview.nothing-yet': 'Nada foi alterado ainda.',
  'contacts.cancel.title': 'Cancelar esta importação?',
  'contacts.cancel.text': 'Paro de importar *{file}*. O que já entrou fica.',
  'contacts.cancel.confirm': 'Cancelar importação',
  'contacts.count.created': 'Contatos novos',
  'contacts.count.merged': 'Linhas mescladas',
  'contacts.count.rejected': 'Linhas rejeitadas',
  'contacts.count.with-consent': 'Com consentimento',
  'contacts.count.undated': 'Consentimento sem data',
  'contacts.count.refused': 'Disseram não',
  'contacts.count.suppressed': 'Descadastrados ou bloqueados',
  'contacts.count.unchanged': 'Contatos sem mudança',
  'contacts.mapping.title': 'Tipo e colunas',
  'contacts.mapping.intro':
    'O que significa cada coluna de *{file}*? Faço uma nova prévia com isso.',
  'contacts.mapping.submit': 'Ver nova prévia',
  'contacts.field.unused': 'não usada',
  'contacts.field.phone': 'Telefone',
  'contacts.field.phone_2': 'Segundo telefone',
  'contacts.field.phone_3': 'Terceiro telefone',
  'contacts.field.name': 'Nome completo',
  'contacts.field.first_name': 'Primeiro nome',
  'contacts.field.last_name': 'Sobrenome',
  'contacts.field.state': 'Estado',
  'contacts.field.city': 'Cidade',
  'contacts.field.zip': 'Código postal (ZIP)',
  'contacts.field.segment': 'Segmento',
  'contacts.field.tags': 'Etiquetas',
  'contacts.field.consent': 'Consentimento (sim ou não)',
  'contacts.field.consent_date': 'Data do consentimento',
  'contacts.field.consent_text': 'Texto do consentimento',
  'contacts.field.opted_out': 'Descadastrado',
  'contacts.field.email': 'E-mail',
  'contacts.field.notes': 'Observações',
  'contacts.attest.title': 'Consentimento da lista',
  'contacts.attest.intro':
    'Pelo que *{file}* diz, {people, plural, one {# pessoa concordou} other {# pessoas concordaram}} em receber mensagens. Alguém precisa responder por isso antes de qualquer contato; fica registrado com o seu nome e aparece para quem aprova uma campanha.',
  'contacts.attest.seller': 'Para quem o consentimento foi dado?',
  'contacts.attest.seller-hint': 'O vendedor que o consentimento nomeia.',
  'contacts.attest.channels': 'Para quais canais?',
  'contacts.attest.channel': '{channel, select, sms {SMS} other {WhatsApp}}',
  'contacts.attest.channels-hint':
    'Chamadas gravadas exigem o texto exato do consentimento e nunca entram aqui.',
  'contacts.attest.text-kept': 'Onde está guardado o texto com que concordaram?',
  'contacts.attest.text-kept-hint':
    'Um formulário, uma pasta, um sistema: para poder mostrar quando alguém perguntar.',
  'contacts.attest.undated':
    'Até que dia {people, plural, one {o # consentimento sem data tinha sido dado} other {os # consentimentos sem data tinham sido dados}}?',
  'contacts.attest.undated-hint': 'Sem isso, essas pessoas não são contatadas.',
  'contacts.attest.sure-label': 'Sua palavra',
  'contacts.attest.sure': 'Conferi, e é verdade.',
  'contacts.attest.submit': 'Assinar e importar',
  'contacts.attest.note': 'A importação começa quando você assina.',
  'contacts.progress.reading':
    'Lendo *{file}*: {rows, number}{total, plural, =0 {} other { de {total, number}}} {rows, plural, one {linha} other {linhas}}',
  'contacts.progress.line':
    'Importando *{file}*: {done, number} de {total, plural, one {# linha} other {# linhas}}',
  'contacts.progress.speed': '· {perSecond, number} linhas/s',
  'contacts.report.title': 'Importação concluída',
  'contacts.report.file': '*{file}* — {rows, plural, one {# linha} other {# linhas}}',
  'contacts.report.rejects':
    'As linhas de *{file}* que não foram aceitas, cada uma com o motivo. Corrija e importe este arquivo.',
  'contacts.report.rejects-attached': 'As linhas rejeitadas estão na conversa desta mensagem.',
  'contacts.report.get-rejects': 'Obter linhas rejeitadas',
  'contacts.report.no-rejects':
    'Nenhuma linha foi rejeitada, ou o arquivo já foi apagado. Importe de novo para vê-las.',
  'contacts.report.attested': 'Você respondeu pelo consentimento dado a *{seller}*.',
  'contacts.report.took': 'Levou {seconds, number} s.',
  'contacts.report.next':
    'A seguir: `/contacts validate` verifica os números, `/campaign new` escreve para as pessoas.',
  'contacts.report.canceled':
    'A importação de *{file}* foi cancelada {rows, plural, =0 {antes de qualquer mudança} one {depois de # linha} other {depois de # linhas}}. Importe de novo para incluir {rows, plural, =0 {a lista} other {o resto}}.',
  'contacts.report.failed': 'A importação de *{file}* não deu certo.',
  'contacts.find.title': 'Contatos',
  'contacts.find.no-name': 'sem nome',
  'contacts.find.also': '{name} (também: {also})',
  'contacts.standing.opted-out': 'descadastrado',
  'contacts.standing.do-not-call': 'não ligar',
  'contacts.standing.dead': 'número fora de serviço',
  'contacts.standing.unreachable': 'fora de alcance em três campanhas',
  'contacts.standing.documented': 'consentimento documentado',
  'contacts.standing.asserted': 'consentimento dado',
  'contacts.standing.unattested': 'consentimento sem responsável',
  'contacts.standing.revoked': 'consentimento revogado',
  'contacts.standing.refused': 'disse não',
  'contacts.standing.none': 'sem consentimento',
  'contacts.find.line-type':
    '{type, select, mobile {celular} landline {fixo} fixedVoip {VoIP fixo} nonFixedVoip {VoIP} personal {número pessoal} tollFree {ligação gratuita} premium {tarifa especial} sharedCost {custo compartilhado} uan {número empresarial} voicemail {correio de voz} pager {pager} unknown {linha desconhecida} other {linha não verificada}}',
  'contacts.find.score': 'pontuação {score, number}',
  'refusal.upload.missing': 'Escolha um arquivo primeiro.',
  'refusal.upload.too-large':
    'O arquivo tem mais de {megabytes, number} MB. Divida-o e importe as partes.',
  'refusal.upload.untrusted': 'Este arquivo não está no Slack. Envie-o por aqui.',
  'refusal.upload.unreachable':
    'O Slack não entrega o arquivo neste momento. Envie de novo em um minuto.',
  'refusal.upload.not-sure': 'Marque a caixa: sem a sua palavra nada é importado.',
  'refusal.upload.not-yours':
    'Isto foi iniciado por outra pessoa. Só ela ou um administrador pode continuar.',
};
