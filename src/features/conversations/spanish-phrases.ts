import { phrases } from './phrase.ts';

const groups = {
  no: 'no|nunca|jamas|ya no|no mas|nunca mas|ni|favor de no|por favor no',
  send: 'mand\\S+|envi\\S+|escrib\\S+|llam(?:e|es|en|ar|ando|arme|a|eis)|molest\\S+|contact\\S+|text(?:een|ear|earme|ee|ees|eando|es|en)|fastidi\\S+|spam\\S*|jod\\S+|chingu?\\S+|acos\\S+|hostig\\S+|insist\\S+|busqu\\S+|mensaj\\S+',
  msg: 'mensajes?|mensages?|mensajitos?|sms|textos?|llamadas?|promociones|promocion|ofertas|publicidad|anuncios?|propaganda|spam|correos?|notificaciones|comunicaciones|informacion suya|nada|basura',
  list: '(?:\\S+ )?(?:listas?|grupo|base|sistema|base de datos|registros?|contactos|suscripcion|promociones|mensajes)',
  mine: '(?:mi|este|ese|nuestro) (?:numero|nombre|telefono|celular|contacto|cel|tel|movil|informacion|datos)|mis datos',
};

export const spanishOptOuts = phrases(groups, [
  '^(?:yo |ya )*quiero salir(?: (?:ya|por favor|gracias|de aqui|de esto))*$',
  '(?:deja|dejen|deje|dejar|dejame|dejenme|paren|pare|para|parar|basta|ya dejen|ya deja|terminen|cesen|eviten|detengan|detener)(?: ya| por favor)? (?:de|con|los|las|estos|estas|sus)(?: (?:me|estos|estas|los|las|tantos|tantas|sus|esos|esas|estar))* (?:{send}|{msg})(?: .*)?',
  '(?:{no})(?: (?:me|nos|quiero que|deseo que|quisiera que|vuelvan a|vuelva a|sigan|siga|sigas|mas|ya))* (?:manden|mande|mandes|manda|mandar|mandarme|mandandome|envien|envie|envies|enviar|enviarme|enviandome|escriban|escriba|escribas|escribir|escribirme|llamen|llame|llames|llamar|llamarme|molesten|moleste|molestes|molestar|molestarme|contacten|contacte|contactes|contactar|contactarme|texteen|textear|texteen|texto|texten|texteme|fastidien|jodan|joda|chinguen|insistan|busquen)(?: .*)?',
  '(?:{no}|ya)(?: no)? (?:quiero|deseo|quisiera|queremos|acepto|necesito|autorizo|me interesa)(?: (?:mas|seguir|que|ya|volver a|me|ser|estar|nada de|de|sus|estos|esos|los|las|tus|ningun))* (?:recibir|recibiendo|recibirlos|{msg}|contactad\\S|molestad\\S|en (?:su|la|esta|esa) lista|publicidad|llegando|lleguen|manden|envien)(?: .*)?',
  '(?:ya )?no (?:quiero|deseo) (?:mas|nada|nada mas|mas nada|saber nada|esto|eso)(?: (?:gracias|por favor|ya|de ustedes|mas))*$|ya no$|no quiero$|ya no mas(?: .*)?|no mas$|no mas (?:{msg}|por favor|gracias)(?: .*)?|nunca mas(?: .*)?|ya basta(?: .*)?|basta ya(?: .*)?|basta de(?: .*)?|ya estuvo|ya paren?(?: .*)?|para ya|parale(?: .*)?|alto ya',
  '(?:quiten|quitenme|quitame|quiteme|quitarme|saquen|saquenme|sacame|saqueme|sacarme|borren|borrenme|borrame|borreme|borrarme|eliminen|eliminenme|eliminame|eliminarme|elimineme|remuevan|remueveme|remuevanme|removerme|bajenme|bajame|denme|deme|desuscriban|desuscribanme|desapuntame)(?: (?:de|ya|por favor|del|a mi|de baja))*(?: {list}| de (?:la|su|esta|esa|tu) {list}| de (?:ahi|aqui|esto|eso)|$).*',
  '(?:quit\\S+|saqu?\\S+|borr\\S+|elimin\\S+|remuev\\S+|remov\\S+|bloque\\S+) (?:de una vez |ya |a )?(?:{mine})(?: .*)?',
  '(?:salir|salirme|salgo|sacarme|quitarme|fuera|baja|borrarme) (?:de|del) (?:la |su |esta |esa |este |ese |tu |sus )?{list}(?: .*)?',
  '(?:dar|darme|denme|deme|dame|doy|darse|quiero|solicito|pido|me doy)(?: la)? (?:de )?baja(?: .*)?|de baja|baja por favor|desuscri\\S+(?: .*)?|dessuscri\\S+(?: .*)?|desinscri\\S+(?: .*)?|cancel\\S+ (?:mi |la |esta |todo |los |las |sus |todas las |todos los )*(?:suscripcion|inscripcion|mensajes|registro|todo|textos|notificaciones|alertas|promociones)(?: .*)?',
  'numero equivocado|(?:numero|persona|telefono) (?:incorrect|equivocad|erroneo?)\\S*|(?:se|te) (?:equivoc\\S+)(?: .*)?|esta\\S* equivocad\\S+(?: .*)?|no soy (?:esa|esta|la|el) (?:persona|numero|indicad\\S)(?: .*)?|(?:este )?(?:ya )?no es (?:mi|el|su) (?:numero|telefono)(?: .*)?|(?:este|ese) (?:numero|telefono) (?:ya )?no (?:es|pertenece)(?: .*)?|aqui no (?:vive|hay|es)(?: .*)?',
  'dej[ae]n?(?:me|nos) en paz(?: .*)?|dej\\S+ en paz|no molest\\S+(?: .*)?|vete a la \\S+(?: .*)?|vayanse(?: .*)?|vete al \\S+|chinga\\S*(?: .*)?|chinguen(?: .*)?|largo de aqui|callate|callense|que fastidio paren?|jodete|jodanse|pudrete|metanse\\S*.*|hijos de (?:puta|perra).*|no (?:me )?(?:jodas|jodan|fastidien|fastidies)',
  '(?:no autorizo|no autorice|no di (?:mi )?(?:permiso|autorizacion|consentimiento)|nunca (?:di|me suscribi|autorice|pedi)|no me suscribi|no pedi|no solicite|retiro mi consentimiento|revoco|sin mi (?:permiso|autorizacion))(?: .*)?',
  'como(?: (?:hago|puedo|le hago|se|me|para|que))* (?:cancelar|cancelo|salir|salgo|parar|doy de baja|darme de baja|dejar de recibir|desuscrib\\S+|eliminar|quitar|detener)(?: (?:esto|estos|esta|de|la|lista|los|mensajes|mi|numero|suscripcion|baja))*$',
  '(?:los|lo|voy a|vamos a|te voy a|las) (?:voy a )?(?:bloquear|reportar|denunciar|demandar)(?: .*)?|(?:bloquead|reportad|denunciad)\\S+|esto es (?:spam|acoso|ilegal)|es acoso|mi abogado',
]);

export const spanishKeeps = phrases(groups, [
  'no (?:paren|pare|pares|dejen|deje|dejes|cancelen|cancele|canceles|me (?:saquen|quiten|borren|eliminen|cancelen|saques|quites|borres))(?: (?:de|me|mi|la|los|mandar\\S*|enviar\\S*|escribir\\S*|mensajes|ofertas|lista))*|no (?:quiero|deseo) (?:salir|cancelar|parar|darme de baja|desuscribirme|que paren|que me (?:saquen|quiten|borren))(?: (?:de|la|lista|mi|suscripcion))*',
]);

export const spanishOtherSenses = phrases(groups, [
  '^para (?!(?:de|com|con|ya|ai|isso|isto|eso|esto|por|pelo|logo|favor|agora|ja|mano|gente|porra|caralho|me|tudo|todo|pf|pfv|para|meu|cara|moco|moca|vc|vcs|voces|imediatamente|please|pls|stop|obrigad[oa]|gracias|chega|basta)$)\\S+$',
  'sin parar|paradas?|salir (?:de|del|desde|en|el|a|al|por|con|para|temprano|tarde|manana|hoy|antes|despues|junt\\S+)(?: .*)?|(?:voy a|vamos a|quiero|queremos|puedo|podemos|cuando|para|va a|a que hora|antes de) salir(?: .*)?',
  '(?:temporada|mas|muy|planta) (?:baja|alto)(?: .*)?|(?:mas|muy|precio|tan) alto(?: .*)?|alto (?:costo|precio)(?: .*)?',
  '(?:si|puedo|podria|podemos|cuando|en caso de|se puede)(?: (?:que|necesito|quiero|yo|tengo))* cancelar(?! (?:mi )?(?:suscripcion|los mensajes|todo)) \\S+(?: .*)?|(?:puedo|podria|se puede) cancelar(?: .*)?|cancelacion(?: .*)?|cancelad\\S+(?: .*)?',
  'para (?:el|la|los|las|un|una|mi|mis|dos|tres|\\d+|que|cuando|ir|viajar|enero|diciembre|brasil|mexico)(?: .*)?',
]);

export const spanishRefusals = phrases(groups, [
  '(?:a mi )?no me interes\\S+(?: (?:su \\S+|sus \\S+|nada|esto|mas|en absoluto))*|no (?:estoy|estamos) interesad\\S+(?: (?:en (?:esto|nada|sus \\S+)|gracias))*|no tengo (?:ningun )?interes|sin interes',
]);

export const spanishDoubts = phrases(groups, [
  '(?:como|de donde|quien|donde)(?: \\S+){0,4} (?:mi|este) (?:numero|telefono|contacto)(?: .*)?|por ?que me (?:mandan|escriben|envian|llaman|estan)(?: .*)?|(?:demasiados|muchos|tantos|menos) mensajes|no me llamen ahora(?: .*)?|que fastidio|que molest\\S+',
]);
