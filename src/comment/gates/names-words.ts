const words = (list: string) => new Set(list.split(/\s+/));

/** Titles and forms of address: with a capital before a name, and before "…" in a letter. */
export const TITLES = words(
  `mr mrs ms miss mx dr prof professor sir madam dame lord lady mayor president minister director councillor chair chairman
  chairwoman chairperson commissioner superintendent secretary governor senator judge justice sergeant captain officer
  reverend father sister brother saint st herr frau monsieur madame mme mlle señor señora senhor senhora don doña dona dom
  signor signora dottor dottoressa presidente ministro ministra sindaco sindaca alcalde alcaldesa maire prefeito prefeita
  vereador vereadora diretor diretora deputy king queen prince princess pope ambassador general colonel`,
);

/** What is written with capitals and names nobody. */
export const COMMON_CAPITALS = words(
  'i ok internet web tv pdf faq id cv ps rsvp q a am pm dvd cd pc sms url ii iii iv vi',
);

/** May stand inside a name without a capital. */
export const PARTICLES = words(
  'de da do dos das du des del della dello degli dei di la le les los las van von der den ter ten of the and y e et zu zum zur al el bin ibn',
);

/** What advice begins with: with a capital before a name they are no first names. English only. */
export const OPENERS = words(
  `ask tell write read bring send ride take thank sign learn invite offer call phone visit attend join help give go come
  meet meetings stand sit keep make find get put watch follow support press urge push remind show share teach talk speak
  listen look check note count compare copy print post volunteer donate walk wait start stop begin end let leave lend save
  use try turn work hear see know think remember consider contact email mail message petition demand request propose
  suggest back vote dear poor old young today tomorrow yesterday tonight both neither either perhaps maybe however
  meanwhile instead indeed still yet even only just also then now here there when where while if unless until because
  since although though whether what who whom whose why how which that this these those every each some any many most few
  several all no not nobody nothing nor but and or so as at by for from in into of off on onto out over through to under
  up upon with without within after before behind below beneath beside between beyond down during except inside outside
  near opposite past per plus than toward towards via one two three four five six seven eight nine ten we you he she it
  they his her its their our your my once twice again never always often sometimes first second third lastly finally
  outside elsewhere nowhere everywhere like unlike say says said yours thanks please sincerely inform warn praise question
  challenge quote cite name trust believe believing being having given giving asking telling letting making taking
  reading writing according across along amid among around against about above had has have is are was were do does did
  can could may might must shall should will would`,
);
