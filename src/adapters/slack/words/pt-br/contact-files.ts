import type { contactFiles as en } from '../en/contact-files.ts';

export const contactFiles: Record<keyof typeof en, string> = {
  'refusal.contacts.file-too-involved':
    'A planilha *{file}* é grande ou complexa demais para abrir aqui. No Excel, salve a aba com os contatos como “CSV UTF-8” e envie esse arquivo.',
  'refusal.contacts.file-cell-too-long':
    'No arquivo *{file}*, uma célula {row, plural, =0 {} other {da linha {row, number} }}é longa demais para uma lista de contatos. Esvazie ou encurte a célula e envie o arquivo de novo.',
  'refusal.contacts.file-too-wide':
    'O arquivo *{file}* tem {columns, number} colunas; dá para ler no máximo {limit, number}. Apague as colunas que não são sobre os contatos e envie de novo.',
};
