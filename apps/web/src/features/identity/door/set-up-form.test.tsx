import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../../testing/fake-api";
import { SetUpForm } from "./set-up-form";

const ok = () => ({ data: { setUp: { __typename: "Me", user: { __typename: "User", id: "1" } } } });

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function fillIn(password = "four plain words"): void {
  type("Your name", "Ilona");
  type("Email", "boss@acme.test");
  type("Password", password);
  type("Name of the company", "Acme");
}

const submit = () => fireEvent.click(screen.getByRole("button", { name: "Create and open the board" }));

describe("section 10: the set-up page", () => {
  it("makes an empty company in one click, as it cannot be emptied later", async () => {
    const { calls } = fakeApi({ SetUp: ok });
    const onDone = vi.fn();
    render(<SetUpForm token="t0" onDone={onDone} />);
    fillIn();
    submit();
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledOnce();
    });
    expect(calls[0]?.[1]).toMatchObject({
      input: {
        token: "t0",
        name: "Ilona",
        email: "boss@acme.test",
        companyName: "Acme",
        start: "EMPTY",
        locale: "en",
      },
    });
  });

  it("makes the demo company in two, which has a name of its own", async () => {
    const { calls } = fakeApi({ SetUp: ok });
    render(<SetUpForm token="t0" onDone={vi.fn()} />);
    fillIn();
    fireEvent.click(screen.getByRole("radio", { name: /The demo company/ }));
    expect(screen.queryByLabelText("Name of the company")).toBeNull();
    submit();
    await waitFor(() => {
      expect(calls).toHaveLength(1);
    });
    expect(calls[0]?.[1]).toMatchObject({ input: { start: "DEMO" } });
    expect(JSON.stringify(calls)).not.toContain("companyName");
  });

  it("R12: refuses a weak password by the domain's rule, before any request", () => {
    const { calls } = fakeApi({ SetUp: ok });
    render(<SetUpForm token="t0" onDone={vi.fn()} />);
    fillIn("short");
    submit();
    expect(screen.getByText("The password is too short: 8 characters at least.")).toBeTruthy();
    expect(screen.getByLabelText("Password").getAttribute("aria-invalid")).toBe("true");
    expect(calls).toEqual([]);
  });

  it("keeps everything when the link has ended", async () => {
    fakeApi({
      SetUp: () => refusal("BAD_USER_INPUT", { field: "token", message: { key: "link.ended", params: {} } }),
    });
    render(<SetUpForm token="t0" onDone={vi.fn()} />);
    fillIn();
    submit();
    expect(await screen.findByText(/This link has been used or has expired/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("four plain words");
  });
});
