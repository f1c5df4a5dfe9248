/** One invented reader of the sample newsroom. */
export interface SampleSubscriber {
  name: string;
  address: string;
  /** In the order in which the reader wants them. */
  categories: readonly string[];
  cadence: 'daily';
  timezone: string;
}

/** The sample newsroom's readers: invented names at addresses that can never receive mail. */
export const sampleSubscribers: readonly SampleSubscriber[] = [
  {
    name: 'Maria Sorrell',
    address: 'maria@reader.example',
    categories: [
      'water-and-land',
      'work-and-wages',
      'schools',
      'health',
      'housing',
      'power-and-council',
      'arts-and-neighbours',
    ],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Ossian Pell',
    address: 'ossian.pell@ferry.example',
    categories: ['water-and-land'],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Júlia Monção',
    address: 'julia@salga.example',
    categories: ['work-and-wages', 'health'],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Wren Adeyo',
    address: 'wren@lissom.example',
    categories: ['schools', 'arts-and-neighbours', 'power-and-council'],
    cadence: 'daily',
    timezone: 'Atlantic/Azores',
  },
  {
    name: 'Barnaby O’Tarn',
    address: 'barnaby@rope-street.example',
    categories: ['housing', 'health', 'power-and-council', 'work-and-wages'],
    cadence: 'daily',
    timezone: 'Europe/Paris',
  },
];
