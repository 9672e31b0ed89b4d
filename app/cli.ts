import { assess, ASSESS_HELP } from "./cli/assess";
import { key, KEY_HELP } from "./cli/key";
import { model, modelHelp } from "./cli/model";
import { fail, UNUSABLE } from "./cli/output";
import { lists, LISTS_HELP } from "./cli/lists";
import { MATCH_HELP, matchPairs } from "./cli/match";
import { resetLink, RESET_LINK_HELP } from "./cli/reset-link";
import { score, scoreHelp } from "./cli/score";
import { screen, SCREEN_HELP } from "./cli/screen";
import { VERIFY_HELP, verifyCommand } from "./cli/verify";
import { VERIFY_TRAIL_HELP, verifyTrailCommand } from "./cli/verify-trail";

const HELP = `candour: forced-labour due diligence from the command line

  candour assess FILE --out DIR   score a supplier list or payment ledger
  candour score [FILE]            score suppliers given as JSON lines
  candour screen FILE             compare a supplier list with the screening lists
  candour lists                   the screening lists and their editions; check a publisher's file
  candour match [FILE]            compare pairs of firms given as JSON lines
  candour verify PACK             check an evidence pack, with no database and no network
  candour key show                the fingerprint of the key that signs evidence packs
  candour verify-trail            look the audit trail through: was anything changed outside the program?
  candour model COMMAND           list, show, compare and check the risk models
  candour reset-link EMAIL        a link for somebody who lost their password, for whoever runs the server

candour COMMAND --help tells more. Nothing here needs a server or a sign-in.
`;

/** Runs one command; answers its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  const wantsHelp = rest.includes("--help") || rest.includes("-h");
  try {
    switch (command) {
      case "assess":
        if (wantsHelp) process.stdout.write(ASSESS_HELP);
        else await assess(rest);
        return 0;
      case "score":
        if (wantsHelp) process.stdout.write(scoreHelp());
        else await score(rest);
        return 0;
      case "screen":
        if (wantsHelp) process.stdout.write(SCREEN_HELP);
        else await screen(rest);
        return 0;
      case "lists":
        if (wantsHelp) process.stdout.write(LISTS_HELP);
        else await lists(rest);
        return 0;
      case "match":
        if (wantsHelp) process.stdout.write(MATCH_HELP);
        else await matchPairs(rest);
        return 0;
      case "verify":
        if (!wantsHelp) return await verifyCommand(rest);
        process.stdout.write(VERIFY_HELP);
        return 0;
      case "key":
        if (wantsHelp) process.stdout.write(KEY_HELP);
        else await key(rest);
        return 0;
      case "verify-trail":
        if (!wantsHelp) return await verifyTrailCommand(rest);
        process.stdout.write(VERIFY_TRAIL_HELP);
        return 0;
      case "model":
        if (!wantsHelp) return model(rest);
        process.stdout.write(modelHelp());
        return 0;
      case "reset-link":
        if (wantsHelp) process.stdout.write(RESET_LINK_HELP);
        else await resetLink(rest);
        return 0;
      case undefined:
      case "help":
      case "--help":
      case "-h":
        process.stdout.write(HELP);
        return 0;
      default:
        process.stderr.write(
          `There is no command ${command}. Commands: assess, score, screen, lists, match, verify, key, verify-trail, model, reset-link.\n`,
        );
        return UNUSABLE;
    }
  } catch (error) {
    return fail(error);
  }
}

// A reader that stops reading (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
