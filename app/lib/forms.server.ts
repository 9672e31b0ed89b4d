import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { FormError } from "../i18n/keys";
import { PASSWORD_LENGTH } from "./password.server";

/** Messages of a schema are words of a closed list; the page turns them into sentences. */
const say = (error: FormError) => ({ error });

const text = (max: number) => z.string(say("required")).trim().min(1, say("required")).max(max, say("tooLong"));

const email = text(254).pipe(z.email(say("email")));

const newPassword = z
  .string(say("required"))
  .min(PASSWORD_LENGTH.min, say("passwordShort"))
  .max(PASSWORD_LENGTH.max, say("tooLong"));

export const SignIn = z.object({
  email,
  password: z.string(say("required")).max(PASSWORD_LENGTH.max, say("tooLong")),
  next: z.string().max(2000).optional(),
});

export const SignUp = z.object({
  name: text(100),
  email,
  password: newPassword,
  workspace: text(100),
});

/** Whoever was invited makes an account: the address is the invitation's. */
export const InvitedSignUp = z.object({ name: text(100), password: newPassword });

export const Forgot = z.object({ email });
export const NewPassword = z.object({ password: newPassword });
export const Code = z.object({ code: text(40), next: z.string().max(2000).optional() });

/** What a person may call themselves; null when it is empty or too long. */
export const givenName = (value: unknown): string | null => text(100).safeParse(value).data ?? null;

/** A new password that can be taken: else the word of what is wrong with it. */
export function givenPassword(value: unknown): { readonly password: string } | { readonly wrong: "short" | "long" } {
  const found = newPassword.safeParse(value);
  if (found.success) return { password: found.data };
  return { wrong: typeof value === "string" && value.length > PASSWORD_LENGTH.max ? "long" : "short" };
}

/** An address as a form gives it; null when it is none. */
export const givenEmail = (value: unknown): string | null => email.safeParse(value).data ?? null;

export const NewWorkspace = z.object({ name: text(100) });

/** Parses a form. Reply with `hideFields: ["password"]`, so that a password never goes back to the page. */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S) {
  return parseWithZod(await request.formData(), { schema });
}
