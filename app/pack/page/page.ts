/** The script of verify.html: the page, and in a thread started from the same text, the verifier. */
import { showPage } from "./view";
import { work } from "./worker";

if (typeof document === "undefined") work();
else showPage(document.currentScript!.textContent);
