import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorMessage } from "./components/error-message";
import { Page } from "./components/page";
import { useTheme } from "./components/page-menu";
import { requestLanguage } from "./i18n/language.server";
import { useNonce } from "./lib/nonce";
import { paths } from "./lib/paths";
import { requestTheme } from "./lib/theme.server";
import styles from "./styles/app.css?url";
import icon from "./styles/favicon.svg?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", type: "image/svg+xml", href: icon },
];

/** What a page without a title of its own is called: an error's page. */
export const meta: MetaFunction = () => [{ title: "Candour" }];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  language: requestLanguage(request),
  theme: requestTheme(request),
});

/** Language and theme change only with a full load of the page. */
export const shouldRevalidate = () => false;

/**
 * Has zod not ask whether it may make functions of text: the policy says no, and a browser reports the question. It stands
 * before every other script, since zod asks when the first schema is made.
 */
const WITHOUT_EVAL = "globalThis.__zod_globalConfig = { jitless: true };";

/** A page whose loader says `waiting: true` is asked for again every few seconds where there is no script. */
export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const theme = useTheme();
  const waiting = useMatches().some(
    ({ data }) => typeof data === "object" && data !== null && "waiting" in data && data.waiting === true,
  );
  return (
    <html lang={i18n.language} data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        {waiting && (
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
        )}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: WITHOUT_EVAL }} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Page home={paths.home()} signedIn={false}>
      <ErrorMessage status={isRouteErrorResponse(error) ? error.status : 500} />
    </Page>
  );
}
