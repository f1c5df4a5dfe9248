import { counted, joined, type NumberWords } from './numbers-list.ts';

export const french: NumberWords = {
  small: new Map([
    ...counted(
      'zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    ),
    ...counted('vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante', 20, 10),
    ...counted(
      'premier/première deuxième troisième quatrième cinquième sixième septième huitième neuvième',
      1,
    ),
    ...counted('dixième onzième douzième treizième quatorzième quinzième seizième', 10),
    ...counted('vingtième trentième quarantième cinquantième soixantième', 20, 10),
  ]),
  scales: new Map([
    ['cent', 100],
    ['cents', 100],
    ['mille', 1000],
    ['million', 1e6],
    ['millions', 1e6],
    ['milliard', 1e9],
    ['milliards', 1e9],
  ]),
  and: new Set(['et']),
  byTwenties: true,
};

export const spanish: NumberWords = {
  small: new Map([
    ...counted(
      'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
    ),
    ...counted('dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós', 16),
    ...counted(
      'veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta',
      23,
    ),
    ...counted('cuarenta cincuenta sesenta setenta ochenta noventa', 40, 10),
    ...counted(
      'cien/ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos',
      100,
      100,
    ),
    ...counted('- doscientas trescientas cuatrocientas quinientas seiscientas setecientas', 100, 100),
    ...counted('ochocientos/ochocientas novecientos/novecientas', 800, 100),
    ...counted(
      'primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta',
      1,
    ),
    ...counted('sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima', 6),
  ]),
  scales: new Map([
    ['mil', 1000],
    ['millón', 1e6],
    ['millones', 1e6],
  ]),
  and: new Set(['y']),
};

export const portuguese: NumberWords = {
  small: new Map([
    ...counted('zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze'),
    ...counted(
      'catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove',
      14,
    ),
    ...counted('vinte trinta quarenta cinquenta/cinqüenta sessenta setenta oitenta noventa', 20, 10),
    ...counted('cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas', 100, 100),
    ...counted(
      'quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas',
      500,
      100,
    ),
    ...counted('novecentos/novecentas', 900, 100),
    ...counted('primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta', 1),
    ...counted('sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima', 6),
  ]),
  scales: new Map([
    ['mil', 1000],
    ['milhão', 1e6],
    ['milhões', 1e6],
    ['bilhão', 1e9],
    ['bilhões', 1e9],
  ]),
  and: new Set(['e']),
};

const ITALIAN_UNITS = counted('uno due tre/tré quattro cinque sei sette otto nove', 1);
const ITALIAN_TENS = counted('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10);
export const italian: NumberWords = {
  small: new Map([
    ...counted(
      'zero uno/un/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici',
    ),
    ...counted('quindici sedici diciassette diciotto diciannove', 15),
    ...ITALIAN_TENS,
    ...joined(ITALIAN_TENS, ITALIAN_UNITS, (ten, unit) => [
      (/^[uo]/u.test(unit) ? ten.slice(0, -1) : ten) + unit,
    ]),
    ...counted('primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta', 1),
    ...counted('settimo/settima ottavo/ottava nono/nona decimo/decima', 7),
  ]),
  scales: new Map([
    ['cento', 100],
    ['mille', 1000],
    ['mila', 1000],
    ['milione', 1e6],
    ['milioni', 1e6],
    ['miliardo', 1e9],
    ['miliardi', 1e9],
  ]),
  and: new Set(['e']),
  fused: { thousand: /^(.*?)(?:mila|mille)(.*)$/u, hundred: /^(.*?)cento?(.*)$/u },
};
