import { connect } from '../../db/client.ts';
import { collect } from '../../src/collect/collect.ts';
import { openNewsroom, type Press } from './press.ts';

/** A run of its own process, to be killed: `node killed-run.ts <database> <host> <source path>...` */
const [database = '', host = '', ...paths] = process.argv.slice(2);
const { db } = connect(database);
const press = { host } as Press;
const newsroom = await openNewsroom(
  db,
  press,
  paths.map((path) => ({ url: `http://${host}${path}` })),
);
await collect(newsroom);
