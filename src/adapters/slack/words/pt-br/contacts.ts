import type { contacts as en } from '../en/contacts.ts';

export const contacts: Record<keyof typeof en, string> = {
  'contacts.reject.column': 'Por que não foi importado',
  'contacts.reject.phone-missing': 'Sem número de telefone. Preencha.',
  'contacts.reject.phone-not-a-number':
    'A coluna de telefone não contém um número de telefone. Corrija.',
  'contacts.reject.phone-excel-number':
    'O Excel transformou o número em 1,2E+10 e perdeu os últimos dígitos. Pegue o número da lista original e formate a coluna como texto.',
  'contacts.reject.phone-emergency':
    'É um número de emergência ou de serviço. Use o número da própria pessoa.',
  'contacts.reject.phone-too-short':
    'Faltam dígitos (o Excel pode ter tirado zeros). Complete: código de área e sete dígitos.',
  'contacts.reject.phone-missing-area-code':
    'Sem código de área. Coloque os três dígitos dele na frente.',
  'contacts.reject.phone-too-long': 'Dígitos demais para um número dos EUA. Tire os que sobram.',
  'contacts.reject.phone-foreign':
    'Não é um número dos EUA. Coloque o número americano da pessoa, se houver.',
  'contacts.reject.phone-north-america-not-us':
    'É um número do Canadá ou do Caribe, não dos EUA. Coloque o número americano da pessoa, se houver.',
  'contacts.reject.phone-toll-free':
    'Números de chamada gratuita não podem ser contatados. Use o número da própria pessoa.',
  'contacts.reject.phone-premium':
    'Números de tarifa especial ou de serviço não podem ser contatados. Use o número da própria pessoa.',
  'contacts.reject.phone-unknown-area-code': 'Este código de área não existe nos EUA. Corrija.',
  'contacts.reject.phone-impossible-exchange':
    'Nenhum número dos EUA tem estes três dígitos depois do código de área. Corrija.',
  'contacts.reject.row-malformed':
    'Aspas que não fecham juntaram várias linhas em uma. Tire as aspas e separe as linhas.',
  'refusal.contacts.unknown': 'Este contato não existe mais. Procure com `/contacts find`.',
  'refusal.contacts.not-a-number':
    'Isto não é um número de telefone dos EUA. Escreva o código de área e sete dígitos, por exemplo 203-555-0123.',
  'refusal.contacts.file-empty':
    'O arquivo *{file}* está vazio (0 bytes). Exporte a lista de novo e envie esse arquivo.',
  'refusal.contacts.file-no-rows':
    'O arquivo *{file}* não tem linhas com contatos. Confira se você exportou a planilha certa e envie de novo.',
  'refusal.contacts.file-too-large':
    'O arquivo *{file}* tem {size, number} MB; o máximo por importação é {limit, number} MB. Divida o arquivo e importe as partes uma depois da outra.',
  'refusal.contacts.file-too-many-rows':
    'O arquivo *{file}* tem mais de {limit, number} linhas. Divida e importe as partes uma depois da outra.',
  'refusal.contacts.file-password-protected':
    'O arquivo *{file}* está protegido por senha. Abra no Excel, remova a senha (Arquivo → Informações → Proteger Pasta de Trabalho), salve e envie de novo.',
  'refusal.contacts.file-old-excel':
    'O arquivo *{file}* está em um formato antigo do Excel. Abra, salve como “Pasta de Trabalho do Excel (.xlsx)” ou “CSV UTF-8” e envie esse.',
  'refusal.contacts.file-binary':
    'O arquivo *{file}* não é uma lista que eu consiga ler. Envie um CSV ou uma planilha do Excel (.xlsx).',
  'refusal.contacts.file-not-a-table':
    'O arquivo *{file}* é {kind, select, pdf {um PDF} image {uma imagem} webpage {uma página da web} zip {um arquivo compactado ou outro tipo de documento} archive {um arquivo compactado} other {outra coisa, não uma lista}}. Envie um CSV ou uma planilha do Excel (.xlsx).',
  'refusal.contacts.file-damaged':
    'O arquivo *{file}* está danificado e não abre. Abra no Excel, salve de novo como .xlsx ou CSV e envie esse.',
  'refusal.contacts.file-quote':
    'No arquivo *{file}*, aspas perto da linha {row, number} não fecham, e não dá para separar as linhas seguintes. Tire as aspas (ou salve o arquivo de novo pelo Excel) e envie outra vez.',
  'refusal.contacts.file-no-phone-column':
    'Não achei nenhuma coluna com números de telefone em *{file}* (colunas: {columns}). Inclua uma coluna “Telefone” ou “Phone” e envie de novo.',
  'refusal.contacts.mapping-columns':
    'O arquivo tem {columns, number} colunas. Abra a importação de novo e escolha outra vez o que cada uma é.',
  'refusal.contacts.mapping-no-phone': 'Escolha a coluna que contém o telefone.',
  'refusal.contacts.mapping-twice':
    'Duas colunas têm o mesmo significado ({field}). Deixe uma delas de fora.',
  'refusal.contacts.import-unknown':
    'Esta importação não existe mais. Comece outra com `/contacts import`.',
  'refusal.contacts.import-file-gone':
    'O arquivo *{file}* só foi guardado por sete dias. Envie de novo com `/contacts import`.',
  'refusal.contacts.import-not-confirmed':
    'A importação de *{file}* ainda espera que alguém confirme. Veja a prévia e confirme.',
  'refusal.contacts.import-running':
    'A importação de *{file}* já está em andamento. A mensagem de progresso mostra até onde foi.',
  'refusal.contacts.import-completed':
    'A importação de *{file}* terminou e não pode rodar de novo. Para importar a lista outra vez, envie-a com `/contacts import`.',
  'refusal.contacts.import-failed':
    'A importação de *{file}* falhou. Envie o arquivo corrigido com `/contacts import`.',
  'refusal.contacts.import-canceled':
    'A importação de *{file}* foi cancelada. Envie o arquivo de novo com `/contacts import`.',
  'refusal.contacts.import-busy':
    'A importação de *{file}* está sendo processada agora. Tente de novo em um minuto.',
  'refusal.contacts.import-interrupted':
    'A importação foi interrompida e continua sozinha em um minuto.',
  'refusal.contacts.import-no-report':
    'A importação de *{file}* ainda não tem números. Espere a prévia.',
};
