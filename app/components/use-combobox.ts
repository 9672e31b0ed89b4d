import { useEffect, useId, useRef, useState, type ChangeEvent, type KeyboardEvent, type PointerEvent } from "react";

/** How far Page Up and Page Down go. */
const PAGE = 8;

/**
 * A field with a list of groups under it, after the combobox pattern of the ARIA practices: the focus stays in the field,
 * the arrow keys move the choice, Enter takes it. What is chosen is kept by its id, so that an answer that comes later does
 * not move it; while that is not in the list, it is the first. Gives the properties of each part.
 */
export function useCombobox({
  ids,
  onType,
  onTake,
}: {
  /** Of everything in the list, from the top. */
  ids: readonly string[];
  onType: (text: string) => void;
  onTake: (id: string) => void;
}) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const at = Math.max(0, ids.indexOf(wanted ?? ""));
  const active = ids[at] ?? null;
  const idOf = (id: string) => `${base}-${id}`;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const goTo = (to: number) => setWanted(ids[(to + ids.length) % ids.length] ?? null);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(at + 1),
    ArrowUp: () => goTo(at - 1),
    PageDown: () => goTo(Math.min(at + PAGE, ids.length - 1)),
    PageUp: () => goTo(Math.max(at - PAGE, 0)),
    Enter: () => active !== null && onTake(active),
  };

  return {
    field: {
      role: "combobox",
      "aria-expanded": ids.length > 0,
      "aria-controls": `${base}-list`,
      "aria-autocomplete": "list" as const,
      "aria-activedescendant": active === null ? undefined : idOf(active),
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
        onType(currentTarget.value);
        setWanted(null);
      },
      onKeyDown: (event: KeyboardEvent) => {
        // A key of an input method is not ours yet.
        if (event.nativeEvent.isComposing || !Object.hasOwn(moves, event.key)) return;
        event.preventDefault();
        moves[event.key]?.();
      },
    },
    list: { ref: list, role: "listbox", id: `${base}-list` },
    group: (id: string) => ({ role: "group", "aria-labelledby": idOf(`of-${id}`) }),
    heading: (id: string) => ({ id: idOf(`of-${id}`) }),
    option: (id: string) => ({
      role: "option",
      id: idOf(id),
      "aria-selected": id === active,
      onPointerMove: () => setWanted(id),
      // The focus stays in the field.
      onPointerDown: (event: PointerEvent) => event.preventDefault(),
      onClick: () => onTake(id),
    }),
  };
}
