import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../../testing/fake-api";
import { SignInForm } from "./sign-in-form";

const ok = () => ({
  data: { login: { __typename: "Me", user: { __typename: "User", id: "7", name: "Anna" } } },
});

function fillIn(): void {
  fireEvent.change(screen.getByLabelText("Email"), { target: { value: "dev.dev1@demo.test" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "secret words" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("the sign-in form", () => {
  it("sends what was typed and says who is signed in", async () => {
    const { calls } = fakeApi({ Login: ok });
    const onSignedIn = vi.fn();
    render(<SignInForm onSignedIn={onSignedIn} />);
    fillIn();
    await waitFor(() => {
      expect(onSignedIn).toHaveBeenCalledWith("7");
    });
    expect(calls).toEqual([["Login", { email: "dev.dev1@demo.test", password: "secret words" }]]);
  });

  it("keeps what was typed after a refusal, and says no more than it must", async () => {
    fakeApi({ Login: () => refusal("UNAUTHENTICATED", { message: { key: "login.wrong", params: {} } }) });
    render(<SignInForm onSignedIn={vi.fn()} />);
    fillIn();
    expect(await screen.findByText("The email or the password is wrong.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Email").value).toBe("dev.dev1@demo.test");
    expect(document.activeElement).toBe(screen.getByLabelText("Password"));
  });

  it("says until when a ban lasts", async () => {
    const until = "2026-11-25T12:30:00Z";
    fakeApi({
      Login: () => refusal("RATE_LIMITED", { message: { key: "login.banned", params: { until } } }),
    });
    render(<SignInForm onSignedIn={vi.fn()} />);
    fillIn();
    expect(await screen.findByText(/blocked until \d\d:\d\d\./)).toBeTruthy();
  });

  it("says that there is no connection", async () => {
    fakeApi({});
    render(<SignInForm onSignedIn={vi.fn()} />);
    fillIn();
    expect(await screen.findByText(/No answer from the server/)).toBeTruthy();
  });
});
