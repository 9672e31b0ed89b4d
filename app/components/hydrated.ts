import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** False while the server's page is shown as it came, true once its script runs. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
