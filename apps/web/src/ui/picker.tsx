import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { Avatar } from "./avatar";
import { Icon, type IconName } from "./icon";
import styles from "./picker.module.css";
import type { Alignment } from "./place";
import { Popover } from "./popover";

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  readonly icon?: IconName;
  readonly avatar?: { readonly name: string; readonly url?: string | null };
  readonly checked?: boolean;
  /** Why it cannot be chosen (R12). */
  readonly denied?: string | undefined;
}

interface PickerProps {
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  empty: string;
  /** Null while they load. */
  options: readonly PickerOption[] | null;
  /** With it the owner searches (the server); without it the given options are filtered here. */
  onQuery?: (text: string) => void;
  onPick: (option: PickerOption) => void;
  /** Tab leaves it. */
  onClose: () => void;
}

interface PickerPopoverProps extends PickerProps {
  anchor: RefObject<Element | null>;
  align?: Alignment;
}

/** While somebody types, the server is asked after a pause. */
const QUERY_AFTER_MS = 120;

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Every typed word begins some word of the option. */
export function matches(option: PickerOption, query: string): boolean {
  const words = fold(`${option.label} ${option.text ?? ""}`).split(/[\s.@\-_]+/);
  const wanted = fold(query)
    .split(/\s+/)
    .filter((part) => part !== "");
  return wanted.every(
    (part) => words.some((word) => word.startsWith(part)) || fold(option.label).includes(part),
  );
}

function useQueries(text: string, onQuery: ((text: string) => void) | undefined): void {
  const latest = useRef(onQuery);
  useEffect(() => {
    latest.current = onQuery;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current?.(text), text === "" ? 0 : QUERY_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
}

/** Which options are shown, which one Enter would take, and what the keys do. */
function usePicker({ options, onQuery, onPick, onClose }: PickerProps) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  useQueries(text, onQuery);
  const shown = (options ?? []).filter((option) => onQuery !== undefined || matches(option, text));
  const at = Math.min(active, Math.max(0, shown.length - 1));
  const pick = (option: PickerOption | undefined) => {
    if (option && option.denied === undefined) onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((at + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter") pick(shown[at]);
    else if (event.key === "Tab") onClose();
    else return;
    event.preventDefault();
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  return { text, shown, at, pick, onKeyDown, type, setActive };
}

/** Type a few letters, Enter: a list to choose one from, beside any element. Mounted means open. */
export function PickerPopover({ anchor, align = "start", ...props }: PickerPopoverProps) {
  const { label, onPick, onClose } = props;
  const closeAndPick = (option: PickerOption) => {
    onClose();
    queueMicrotask(() => {
      onPick(option);
    });
  };
  return (
    <Popover anchor={anchor} align={align} label={label} onClose={onClose} className={styles["picker"]}>
      <Picker {...props} onPick={closeAndPick} />
    </Popover>
  );
}

/** The same inside a popover of its owner's, which may go on to ask more. */
export function Picker(props: PickerProps) {
  const { label, placeholder, empty, options } = props;
  const { text, shown, at, pick, onKeyDown, type, setActive } = usePicker(props);
  const id = useId();
  const active = shown[at];
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.id}`}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        className={styles["search"]}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          type(event.target.value);
        }}
      />
      <Options id={id} label={label} shown={shown} at={at} onHover={setActive} onPick={pick} />
      {options && shown.length === 0 && <p className={styles["empty"]}>{empty}</p>}
    </>
  );
}

interface OptionsProps {
  id: string;
  label: string;
  shown: readonly PickerOption[];
  at: number;
  onHover: (index: number) => void;
  onPick: (option: PickerOption) => void;
}

function Options({ id, label, shown, at, onHover, onPick }: OptionsProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.querySelector("[data-active=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={ref} id={`${id}-list`} role="listbox" aria-label={label} className={styles["list"]}>
      {shown.map((option, index) => (
        <Option
          key={option.id}
          id={`${id}-${option.id}`}
          option={option}
          isActive={index === at}
          onHover={() => {
            onHover(index);
          }}
          onPick={() => {
            onPick(option);
          }}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  option: PickerOption;
  isActive: boolean;
  onHover: () => void;
  onPick: () => void;
}

function Option({ id, option, isActive, onHover, onPick }: OptionProps) {
  const { label, text, icon, avatar, checked, denied } = option;
  const below = denied ?? text;
  return (
    <div
      id={id}
      role="option"
      aria-selected={checked ?? isActive}
      aria-disabled={denied !== undefined || undefined}
      data-active={isActive}
      className={styles["option"]}
      onPointerMove={isActive ? undefined : onHover}
      // The focus stays in the text field.
      onPointerDown={(event) => {
        event.preventDefault();
      }}
      onClick={onPick}
    >
      {avatar ? <Avatar {...avatar} size="small" decorative /> : <span>{icon && <Icon name={icon} />}</span>}
      <span className={styles["label"]}>{label}</span>
      {checked === true && <Icon name="check" />}
      {below !== undefined && <span className={styles["text"]}>{below}</span>}
    </div>
  );
}
