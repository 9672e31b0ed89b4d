import { ErrorMessage } from "../components/error-message";
import { Page } from "../components/page";
import { paths } from "../lib/paths";

/** Every address nothing else answers for. */
export const loader = () => {
  throw new Response(null, { status: 404 });
};

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return (
    <Page home={paths.home()} signedIn={false}>
      <ErrorMessage status={404} />
    </Page>
  );
}
