import type { TokenScope } from "@stafeta/domain/identity/api-token";
import type { UserId } from "@stafeta/domain/shared/ids";

/** Who asks, and by what: as of one `clock.session_version`, under which alone it may be believed (R2). */
export interface Identity {
  readonly userId: UserId;
  readonly via: { readonly kind: "SESSION" | "TOKEN"; readonly id: string };
  readonly scopes: ReadonlySet<TokenScope>;
  /** Milliseconds since 1970; null: never. */
  readonly expiresAt: number | null;
  readonly version: string;
}
