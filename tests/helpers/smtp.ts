import { createServer, type Socket } from 'node:net';

/** What one mail said to the server: whom from and to, and its bytes. */
export interface SmtpMail {
  from: string;
  to: string[];
  data: string;
}

/**
 * A mail server on a free port of this machine that takes everything, unless `answer` says otherwise.
 *
 * Shape: `answer` is given `connect` for a new connection, each command line, `text` when the first line of a mail has
 * come, and `.` for its end; a text is sent in place of the usual answer, `cut` ends the connection, `silence` answers
 * nothing. `close` stops listening and cuts all connections.
 */
export async function serveSmtp(
  answer: (line: string, mails: SmtpMail[]) => string | undefined = () => undefined,
) {
  const mails: SmtpMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let mail: SmtpMail = { from: '', to: [], data: '' };
    let inData = false;
    let rest = '';
    const say = (line: string, usual: string) => {
      const said = answer(line, mails) ?? usual;
      if (said === 'cut') socket.destroy();
      else if (said !== 'silence' && said !== '') socket.write(`${said}\r\n`);
      return said === usual;
    };
    const take = (line: string) => {
      if (inData && line !== '.') {
        if (mail.data === '') say('text', '');
        mail.data += `${line.replace(/^\./, '')}\r\n`;
      } else if (inData) {
        inData = false;
        if (say('.', '250 taken')) mails.push(mail);
        mail = { from: '', to: [], data: '' };
      } else if (/^DATA/i.test(line)) inData = say(line, '354 go on');
      else if (/^MAIL|^RCPT/i.test(line)) {
        if (!say(line, '250 ok')) return;
        if (/^MAIL/i.test(line)) mail = { from: inAngles(line), to: [], data: '' };
        else mail.to.push(inAngles(line));
      } else say(line, /^QUIT/i.test(line) ? '221 bye' : '250 ok');
    };
    socket.setEncoding('utf8').on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!socket.destroyed) take(line);
    });
    say('connect', '220 here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `smtp://127.0.0.1:${port}`, mails, close };
}

const inAngles = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
