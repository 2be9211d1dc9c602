const UNIT_KEY = /^[A-Z][A-Z0-9]{1,9}$/;
const ISSUE_KEY = /^([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,9})$/;

/** Section 1: two to ten signs, unique in the company, never changed. */
export function isUnitKey(text: string): boolean {
  return UNIT_KEY.test(text);
}

const LATIN: Readonly<Record<string, string>> = {
  а: "A",
  б: "B",
  в: "V",
  г: "G",
  д: "D",
  е: "E",
  ж: "ZH",
  з: "Z",
  и: "I",
  к: "K",
  л: "L",
  м: "M",
  н: "N",
  о: "O",
  п: "P",
  р: "R",
  с: "S",
  т: "T",
  у: "U",
  ф: "F",
  х: "KH",
  ц: "TS",
  ч: "CH",
  ш: "SH",
  щ: "SHCH",
  ъ: "",
  ы: "Y",
  ь: "",
  э: "E",
  ю: "YU",
  я: "YA",
  ß: "SS",
  ø: "O",
  ł: "L",
  æ: "AE",
};

/** Accents fall off their letters; Cyrillic is written in Latin; what has no Latin form is left out. */
function latinOf(text: string): string {
  const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return Array.from(bare, (letter) => LATIN[letter] ?? letter.toUpperCase()).join("");
}

/** A key for the root unit of a new company: the first word of its name that makes one, else the fallback. */
export function unitKeyFrom(name: string, fallback = "COMPANY"): string {
  const words = name.split(/[\s\p{P}]+/u).map((word) => latinOf(word).replace(/[^A-Z0-9]/g, ""));
  return words.map((word) => word.slice(0, 10)).find(isUnitKey) ?? fallback;
}

/** Section 1: given to an issue at its creation, never changed or reused. */
export function issueKeyOf(unitKey: string, number: number): string {
  return `${unitKey}-${String(number)}`;
}

/** Null when the text is no issue's key: "DEV-012" is not. */
export function parseIssueKey(text: string): { readonly unitKey: string; readonly number: number } | null {
  const [, unitKey, number] = ISSUE_KEY.exec(text) ?? [];
  return unitKey === undefined || number === undefined ? null : { unitKey, number: Number(number) };
}
