import type { MessageLanguage } from './label.ts';

/**
 * What recipients are told, in one GSM-7 segment each: hence no ã, ç or curly quotes. The opt-out
 * confirmation only confirms (47 CFR 64.1200(a)(12)): no offer, no question, no plea to stay.
 */
export type RecipientTexts = {
  optedOut(language: MessageLanguage): string;
  optedIn(language: MessageLanguage): string;
  help(language: MessageLanguage): string;
};

export const recipientTexts = (brand: string, contact: string): RecipientTexts => ({
  optedOut: (language) =>
    ({
      pt: `${brand}: pronto, seu pedido foi atendido. Voce nao vai mais receber nossas mensagens.`,
      en: `${brand}: done, you are unsubscribed. You will get no more messages from us.`,
      es: `${brand}: listo, cancelamos su suscripcion. No recibira mas mensajes nuestros.`,
      both: `${brand}: voce nao vai mais receber nossas mensagens. / You are unsubscribed and will get no more messages from us.`,
    })[language],
  optedIn: (language) =>
    ({
      pt: `${brand}: voce volta a receber nossas ofertas de viagem. Ajuda: responda AJUDA. Para sair: responda PARE.`,
      en: `${brand}: you will get our travel offers again. Msg & data rates may apply. Reply HELP for help, STOP to opt out.`,
      es: `${brand}: volvera a recibir nuestras ofertas de viaje. Ayuda: responda AYUDA. Para salir: responda STOP.`,
      both: `${brand}: voce volta a receber ofertas / you will get travel offers again. AJUDA/HELP for help, PARE/STOP to opt out.`,
    })[language],
  help: (language) =>
    ({
      pt: `${brand}, agencia de viagens: ofertas por mensagem. Fale conosco: ${contact}. Para nao receber mais, responda PARE.`,
      en: `${brand} travel agency: offers by text. Contact us: ${contact}. Msg & data rates may apply. Reply STOP to opt out.`,
      es: `${brand}, agencia de viajes: ofertas por mensaje. Contacto: ${contact}. Para no recibir mas, responda STOP.`,
      both: `${brand} agencia de viagens / travel agency. Contato/contact: ${contact}. PARE para sair / reply STOP to opt out.`,
    })[language],
});
