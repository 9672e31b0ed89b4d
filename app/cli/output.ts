import { isProblem, Problem } from "../lib/problem";

/** The input cannot be used: exit code of the command line, with one plain sentence on standard error. */
export const UNUSABLE = 2;

/** One line on standard error that is written over as work goes on; silent when standard error is no terminal. */
export function progressLine(): { show(text: string): void; clear(): void } {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => void process.stderr.write(`\r\u001b[2K${text}`),
    clear: () => void process.stderr.write("\r\u001b[2K"),
  };
}

/** Says what went wrong and gives the exit code: 2 for what the user can mend, 1 for a fault of the program. */
export function fail(error: unknown): number {
  if (isProblem(error)) {
    process.stderr.write(`${error.message}\n`);
    return UNUSABLE;
  }
  process.stderr.write(
    `Candour met an error it did not expect: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  if (process.env["CANDOUR_DEBUG"] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

/** Options as they were read. @throws Problem `cli.usage` with what is wrong with them, for the command of that name. */
export function optionsOf<T>(command: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const wrong = error instanceof Error ? error.message.split(". ")[0] : "The options are wrong";
    throw new Problem("cli.usage", `${wrong}. See candour ${command} --help.`);
  }
}
