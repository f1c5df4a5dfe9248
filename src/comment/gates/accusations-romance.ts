import { any, type AccusationWords } from './accusations-list.ts';

export const french: AccusationWords = {
  crimes: any(
    'meurtres?|meurtrier(?:s|e|es)?|assassin(?:s|at|ats|é|ée|és)?|homicides?|fraude[sr]?|frauduleu\\p{L}+|fraudé|fraudeurs?|escroc(?:s|querie|queries)?|escroqué\\p{L}*|corruption|corromp\\p{L}+|corrupteurs?|pots-de-vin|soudoy\\p{L}+',
    'vols?|volé(?:e|s|es)?|vola(?:it|ient)?|voleu(?:r|rs|se)|détourn(?:é|ée|ement|ements|a|aient|ait)(?: (?:de|des) fonds)?|viol(?:s|é|ée|a|eur|eurs)?|agressions?|agressé\\p{L}*|extor\\p{L}+|chantage|parjure|trafic|trafiquants?|blanchi\\p{L}*|évasion fiscale|fraude fiscale',
    'coupables?|culpabilité|criminel(?:s|le|les)?|crimes?|délits?|menti sous serment|viol(?:é|ent|e|a) la loi|enfreint la loi|étouff(?:é|a|er) (?:l.affaire|le scandale)|illégal(?:e|es|ement)?|falsifi\\p{L}+|mafia',
  ),
  harmless: any(
    'anti-?\\p{L}+|(?:lutt(?:e|er|ent) contre|contre|victimes? de|risque de|prévention de) (?:la |le |les |l.)?(?:fraude|corruption|vols?|crimes?|criminalité|trafic|viols?|extorsion)',
  ),
  subjects: any(
    'il|elle|ils|elles|maire|ministres?|président(?:e|s)?|directeur|directrice|conseil(?:ler|lère|lers)?|société|entreprise|compagnie|police|policiers?|gouvernement|administration|patron(?:s|ne)?|juge|banque|parti|élus?|élue|fonctionnaires?|préfet|propriétaires?|usine|hôpital',
  ),
  negations: any(
    "ne|n['’]\\p{L}+|pas|jamais|aucun(?:e)?|personne|rien|sans|ni|innocent(?:e|s)?|acquitté(?:e|s)?|dément|nie",
  ),
  verdicts: any(
    'condamné(?:e|s|es)?|reconnu(?:e|s|es)? coupables?|plaidé coupable|(?:tribunal|juge|cour|jury) (?:a )?(?:jugé|condamné|estimé|reconnu|déclaré)',
  ),
  charges: any(
    'accusé(?:e|s|es)?|soupçonné(?:e|s|es)?|mis(?:e|es)? en examen|inculpé(?:e|s|es)?|poursuivi(?:e|s|es)?|présumé(?:e|s|es)?',
  ),
  attributions: any(
    "selon|d['’]après|(?:a|ont) (?:dit|déclaré|affirmé|écrit|expliqué|dénoncé)|dit|déclare|affirme|accuse(?:nt)?|écrit",
  ),
};

export const spanish: AccusationWords = {
  crimes: any(
    'asesin(?:ó|ato|atos|o|os|aron|ado|ada)|homicidios?|mató|fraudes?|defraud(?:ó|aron|ado|ador|adores)|estaf(?:a|as|ó|aron|ador|adores)|soborn(?:o|os|ó|aron|ado|ar)|cohecho|robos?|robó|robaron|robad[oa]s?|ladr(?:ón|ones|ona)|hurto',
    'corrupción|corrupt[oa]s?|malvers(?:ó|ación|aron|ado)|desfalc(?:o|ó)|viol(?:ación|aciones|ó|ador|adores)|agresi(?:ón|ones)|agredió|extorsi(?:ón|onó|onar)|perjurio|trata de personas|tráfico|traficantes?|lavado de dinero|blanqueo|blanqueó|evasión fiscal|evadió impuestos',
    'culpables?|criminal(?:es)?|crimen|crímenes|delitos?|delincuentes?|mintió bajo juramento|(?:violó|infringió|quebrantó) la ley|encubri(?:ó|eron|miento)|ilegal(?:es|mente)?|falsific\\p{L}+|mafia|mafiosos?',
  ),
  harmless: any(
    'anti\\p{L}+|(?:contra|prevenir|combatir|combate|víctimas? de|riesgo de|denunciar) (?:la |el |los |las )?(?:fraude|corrupción|robos?|crimen|delitos?|extorsión|tráfico)',
  ),
  subjects: any(
    'él|ella|ellos|ellas|alcalde(?:sa)?|ministr[oa]s?|president[ea]|director(?:a|es)?|concejal(?:a|es)?|ayuntamiento|consejo|empresas?|compañía|policías?|gobierno|administración|jef[ea]s?|juez|jueza|banco|partido|polític[oa]s?|funcionari[oa]s?|gobernador(?:a)?|propietari[oa]s?|fábrica|hospital',
  ),
  negations: any('no|nunca|jamás|ningun[oa]?|ningún|nadie|nada|sin|ni|inocentes?|absuelt[oa]s?|niega|negó'),
  verdicts: any(
    'condenad[oa]s?|declarad[oa]s? culpables?|se declaró culpable|sentenciad[oa]s?|(?:tribunal|juez|jueza|jurado) (?:condenó|falló|dictaminó|declaró|halló)',
  ),
  charges: any(
    'acusad[oa]s? (?:de|por)|sospechos[oa]s? de|imputad[oa]s?|procesad[oa]s?|investigad[oa]s?|presunt[oa]s?',
  ),
  attributions: any(
    'según|dijo|dijeron|dice|afirmó|afirma|declaró|señaló|escribió|denunció|acusó|explicó|contó',
  ),
};

export const portuguese: AccusationWords = {
  crimes: any(
    'assassin(?:ou|ato|atos|o|os|a|aram|ado|ada)|homicídios?|matou|fraudes?|fraud(?:ou|aram|ador|adores)|burl(?:a|as|ou|ão)|suborn(?:o|os|ou|aram|ado|ar)|roub(?:o|os|ou|aram|ado|ada)|furt(?:o|os|ou)|ladr(?:ão|ões)',
    'corrupção|corrupt[oa]s?|desvi(?:ou|aram) (?:dinheiro|verbas|fundos)|peculato|viol(?:ação|ador|ou)|estupr(?:o|ou|ador)|agress(?:ão|ões)|agrediu|extors(?:ão|ões)|extorquiu|perjúrio|tráfico|traficantes?|lavagem de dinheiro|branqueamento de capitais|evasão fiscal|fuga ao fisco|sonegação|sonegou',
    'culpad[oa]s?|criminos[oa]s?|crimes?|delitos?|mentiu sob juramento|(?:violou|infringiu) a lei|encobri(?:u|ram|mento)|ilegal(?:mente)?|ilegais|falsific\\p{L}+|máfia',
  ),
  harmless: any(
    'anti\\p{L}+|(?:contra|combate|combater|prevenir|vítimas? de|risco de|denunciar) (?:à |ao |a |o |os |as |aos )?(?:fraude|corrupção|roubos?|furtos?|crimes?|extorsão|tráfico)',
  ),
  subjects: any(
    'ele|ela|eles|elas|prefeit[oa]|presidente|ministr[oa]s?|diretor(?:a|es)?|vereador(?:a|es)?|câmara|conselho|empresas?|companhia|polícia|governo|administração|chefes?|juiz|juíza|banco|partido|polític[oa]s?|funcionári[oa]s?|governador(?:a)?|senhorios?|fábrica|hospital',
  ),
  negations: any('não|nunca|jamais|nenhum(?:a)?|ninguém|nada|sem|nem|inocentes?|absolvid[oa]s?|nega|negou'),
  verdicts: any(
    'condenad[oa]s?|considerad[oa]s? culpad[oa]s?|declarou-se culpad[oa]|(?:tribunal|juiz|juíza|júri) (?:condenou|decidiu|considerou|declarou|concluiu)',
  ),
  charges: any(
    'acusad[oa]s? de|suspeit[oa]s? de|arguid[oa]s?|indiciad[oa]s?|investigad[oa]s?|alegad[oa]s?|alegadamente',
  ),
  attributions: any(
    'segundo|de acordo com|disse|disseram|diz|afirmou|afirma|declarou|escreveu|denunciou|acusou|explicou|contou',
  ),
};

export const italian: AccusationWords = {
  crimes: any(
    'omicid(?:io|i|a)|assassin(?:io|o|i|ato|ata|ò)|ucciso|uccise|frod(?:e|i|ò|ato)|truff(?:a|e|ò|ato|atore|atori)|corruzione|corrott[oiae]|corruppe|corrotto|tangent[ei]|mazzett[ae]|furt[oi]|ladr[oi]|rub(?:ò|ato|ata|arono|ano)|rapin(?:a|e|ò|atore)',
    'appropriazione indebita|peculato|stupr(?:o|i|ò|atore)|violenza sessuale|aggression[ei]|aggredì|estorsion[ei]|ricatt(?:o|ò|ato)|spergiuro|tratta di esseri umani|traffico|trafficant[ei]|riciclaggio|riciclato|evasione fiscale|evaso le tasse|evasor[ei]',
    'colpevol[ei]|criminal[ei]|crimin[ei]|reat[oi]|delinquent[ei]|mentito sotto giuramento|(?:violato|infranto|violò) la legge|insabbi(?:ato|ò|amento)|illegal(?:e|i|mente)|falsific\\p{L}+|mafia|mafios[oi]',
  ),
  harmless: any(
    'anti-?\\p{L}+|(?:contro|combattere|prevenire|vittim[ae] di|rischio di|lotta alla|lotta contro|denunciare) (?:la |il |le |i |gli )?(?:frod[ei]|corruzione|furt[oi]|criminalità|crimine|reat[oi]|estorsione|mafia|traffico|evasione fiscale)',
  ),
  subjects: any(
    'lui|lei|loro|egli|ella|essi|sindac[oa]|ministr[oaie]|president[ei]|presidentessa|direttor[ei]|direttrice|consiglio|consiglier[aei]|azienda|aziende|società|impresa|ditta|polizia|governo|amministrazione|capo|giudic[ei]|banca|partito|politic[oi]|funzionari[oa]?|assessor[ei]|fabbrica|ospedale|proprietari[oa]?',
  ),
  negations: any('non|mai|nessun[oa]?|niente|nulla|senza|né|innocent[ei]|assolt[oiae]|nega|negò'),
  verdicts: any(
    'condannat[oiae]|dichiarat[oa] colpevole|patteggiato|(?:tribunale|giudice|corte|giuria) (?:ha )?(?:condannato|stabilito|ritenuto|dichiarato|deciso)',
  ),
  charges: any('accusat[oiae] di|sospettat[oiae] di|indagat[oiae]|imputat[oiae]|presunt[oiae]'),
  attributions: any(
    'secondo|ha detto|hanno detto|disse|dice|afferma|ha affermato|ha dichiarato|dichiarò|scrive|ha scritto|ha denunciato|accusa',
  ),
};
