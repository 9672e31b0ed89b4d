/** A mail server for a test: takes what is sent to it over a socket and keeps it, as RFC 5321 has it in its smallest form. */
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly source: string;
  /** The body, decoded. */
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  close(): Promise<void>;
}

/** Base64 or quoted-printable, as its header says. */
function bodyOf(source: string): string {
  const at = source.indexOf("\r\n\r\n");
  const [head, body] = [source.slice(0, at), source.slice(at + 4)];
  if (/^content-transfer-encoding: base64/imu.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/imu.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/gu, "")
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** @param refuse answers every recipient with a refusal. */
export async function aMailServer({ refuse = false } = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [from, to, data, waiting]: [string, string[], string[] | null, string] = ["", [], null, ""];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      if (/^(?:ehlo|helo)/iu.test(line)) say("250 mail.test");
      else if (/^mail from:/iu.test(line)) {
        [from, to] = [/<(.*)>/u.exec(line)?.[1] ?? "", []];
        say("250 ok");
      } else if (/^rcpt to:/iu.test(line)) {
        if (refuse) return void say("550 no such mailbox");
        to.push(/<(.*)>/u.exec(line)?.[1] ?? "");
        say("250 ok");
      } else if (/^data/iu.test(line)) {
        data = [];
        say("354 go on");
      } else if (/^quit/iu.test(line)) {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    };
    socket.setEncoding("utf8");
    socket.on("data", (some: string) => {
      const lines = (waiting + some).split("\r\n");
      waiting = lines.pop()!;
      for (const line of lines) {
        if (data === null) command(line);
        else if (line === ".") {
          const source = data.join("\r\n");
          mails.push({ from, to, source, text: bodyOf(source) });
          data = null;
          say("250 taken");
        } else data.push(line.startsWith("..") ? line.slice(1) : line);
      }
    });
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    say("220 mail.test");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
