/** What the clock can ask for: the doors of the rooms, with their records kept. */
export interface Work {
  collect(): Promise<unknown>;
  comment(): Promise<unknown>;
  compose(): Promise<unknown>;
  deliver(): Promise<unknown>;
  batches(): Promise<unknown>;
  letters(): Promise<unknown>;
}

/** Something to do at a time. Every job is safe to repeat. */
export interface Job {
  name: string;
  /** Five fields, or six with seconds first. */
  cron: string;
  run(work: Work): Promise<void>;
}
