import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../../testing/fake-api";
import { NewApiToken } from "./new-api-token";
import { expiryAfter } from "./token-expiry";

const ok = () => ({
  data: { createApiToken: { __typename: "CreatedApiToken", id: "3", token: "stf_secret" } },
});

function create(name: string): void {
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: name } });
  fireEvent.click(screen.getByRole("button", { name: "Create a token" }));
}

describe("section 10: a new API token", () => {
  it("reads only unless one says otherwise, ends, and shows its secret once", async () => {
    const { calls } = fakeApi({ CreateApiToken: ok });
    const onCreated = vi.fn(() => Promise.resolve());
    render(<NewApiToken onCreated={onCreated} onClose={vi.fn()} />);
    create("CI");
    expect(await screen.findByText("stf_secret")).toBeTruthy();
    expect(screen.getByText(/It is shown this once/)).toBeTruthy();
    expect(onCreated).toHaveBeenCalledOnce();
    const [, variables] = calls[0] ?? [];
    expect(variables).toMatchObject({ name: "CI", scopes: ["READ"] });
    const { expiresAt } = variables as { expiresAt: string };
    expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(89 * 86_400_000);
  });

  it("sends a repeat after a lost answer under the same id, so that it acts once", async () => {
    const { calls } = fakeApi({ CreateApiToken: () => refusal("INTERNAL") });
    render(<NewApiToken onCreated={() => Promise.resolve()} onClose={vi.fn()} />);
    create("CI");
    await screen.findByText(/Something went wrong/);
    create("CI");
    await waitFor(() => {
      expect(calls).toHaveLength(2);
    });
    await screen.findByText(/Something went wrong/);
    create("Other");
    await waitFor(() => {
      expect(calls).toHaveLength(3);
    });
    const [first, repeat, other] = calls.map(([, variables]) => variables as { clientMutationId: string });
    expect(repeat).toEqual(first);
    expect(other?.clientMutationId).not.toBe(first?.clientMutationId);
  });
});

describe("expiry", () => {
  it("is the end of a day, so that a repeat has the same content", () => {
    expect(expiryAfter(30, new Date("2026-11-25T12:00:00Z"))).toBe("2026-12-25T23:59:59.000Z");
  });
});
