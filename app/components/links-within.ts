import { useNavigate } from "@remix-run/react";
import { useEffect, type RefObject } from "react";

/**
 * Follows plain links inside `place` by script, as `Link` does: a table of fifty rows then renders fifty anchors and no
 * fifty components. A link with `data-keep-place` leaves the scroll position as it is.
 */
export function useLinksWithin(place: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const element = place.current;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const { metaKey, ctrlKey, shiftKey, altKey, button } = event;
      if (!link || event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
      if (link.target !== "" || link.hasAttribute("download") || link.origin !== window.location.origin) return;
      event.preventDefault();
      void navigate(link.pathname + link.search + link.hash, {
        preventScrollReset: link.hasAttribute("data-keep-place"),
      });
    };
    element?.addEventListener("click", follow);
    return () => element?.removeEventListener("click", follow);
  }, [place, navigate]);
}
