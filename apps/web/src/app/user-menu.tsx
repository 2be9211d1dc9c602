import { signOut } from "../features/identity/sign-out";
import { useViewer } from "../features/identity/viewer";
import { useNavigate } from "../lib/navigation";
import { chooseTheme, THEMES, useTheme, type Theme } from "../lib/theme";
import { t, type PlainKey } from "../lib/words/words";
import { Avatar } from "../ui/avatar";
import type { IconName } from "../ui/icon";
import { Menu, type MenuEntry } from "../ui/menu";

const THEME_LOOKS: Readonly<Record<Theme, { icon: IconName; label: PlainKey }>> = {
  system: { icon: "monitor", label: "theme.system" },
  light: { icon: "sun", label: "theme.light" },
  dark: { icon: "moon", label: "theme.dark" },
};

function entriesOf(name: string, theme: Theme, go: (to: "/account" | "/view-as") => void): MenuEntry[] {
  const page = (to: "/account" | "/view-as", icon: IconName, label: string): MenuEntry => ({
    id: to,
    icon,
    label,
    onSelect: () => {
      go(to);
    },
  });
  return [
    { kind: "heading", id: "name", label: name },
    page("/account", "settings", t("user.account")),
    page("/view-as", "eye", t("rights.viewAs")),
    { kind: "separator", id: "above-theme" },
    { kind: "heading", id: "theme", label: t("theme.heading") },
    ...THEMES.map((one) => ({
      id: one,
      icon: THEME_LOOKS[one].icon,
      label: t(THEME_LOOKS[one].label),
      checked: theme === one,
      onSelect: () => {
        chooseTheme(one);
      },
    })),
    { kind: "separator", id: "above-out" },
    { id: "out", icon: "sign-out", label: t("user.signOut"), onSelect: () => void signOut() },
  ];
}

export function UserMenu({ className }: { className: string | undefined }) {
  const { user } = useViewer();
  const theme = useTheme();
  const navigate = useNavigate();
  const entries = entriesOf(user.name, theme, (to) => void navigate({ to }));
  const label = t("user.menu", { name: user.name });
  return (
    <Menu
      label={label}
      entries={entries}
      align="end"
      trigger={(props) => (
        <button type="button" {...props} aria-label={label} title={label} className={className}>
          <Avatar name={user.name} url={user.avatarUrl} decorative />
        </button>
      )}
    />
  );
}
