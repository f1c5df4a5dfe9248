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
      'river-and-climate',
      'work-and-wages',
      'housing',
      'health',
      'schools',
      'city-hall',
      'culture',
    ],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Ossian Pell',
    address: 'ossian.pell@mossford.example',
    categories: ['river-and-climate'],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Júlia Monção',
    address: 'julia@capstan-street.example',
    categories: ['work-and-wages', 'river-and-climate'],
    cadence: 'daily',
    timezone: 'Europe/Lisbon',
  },
  {
    name: 'Wren Adeyo',
    address: 'wren@tollgate.example',
    categories: ['schools', 'culture', 'city-hall'],
    cadence: 'daily',
    timezone: 'Atlantic/Azores',
  },
  {
    name: 'Barnaby O’Dell',
    address: 'barnaby@saltmarket.example',
    categories: ['housing', 'health', 'city-hall', 'work-and-wages'],
    cadence: 'daily',
    timezone: 'Europe/Paris',
  },
];
