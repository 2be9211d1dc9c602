import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import { canAnswer, issueAnswer } from "./testing/issue-fixture";
import { anna, showIssue } from "./testing/show-issue";

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));
vi.mock("../../lib/navigation", async (original) => ({
  ...(await original<typeof import("../../lib/navigation")>()),
  useNavigate: () => () => undefined,
}));

/** The value beside a field's name. */
const valueOf = (name: string) =>
  screen.getByText(name, { selector: "dt" }).nextElementSibling as HTMLElement;

beforeEach(() => {
  localStorage.clear();
});

describe("R11: what is hidden says so", () => {
  test("a hidden field shows a lock and words, never an empty value; an empty one says that it is empty", async () => {
    const can = canAnswer({ edit: [] });
    const issue = issueAnswer({ estimate: null, description: null, value: null, can });
    const extensions = { redacted: ["Issue.estimate", "Issue.description"] };
    await showIssue({ Issue: () => ({ data: { issue }, extensions }) });
    expect(valueOf("Estimate").textContent).toBe("Hidden for your role");
    expect(valueOf("Value").textContent).toBe("None");
    expect(screen.queryByText("No description.")).toBeNull();
  });

  test("an issue that cannot be seen answers as one that does not exist", async () => {
    await showIssue({ Issue: () => ({ data: { issue: null } }) });
    expect(screen.getByRole("alert").textContent).toContain("There is no issue DEV-1, or you cannot see it.");
  });
});

describe("rights are seen before the attempt (R12)", () => {
  test("what the viewer may not write is plain text", async () => {
    await showIssue({
      Issue: () => ({
        data: { issue: issueAnswer({ can: canAnswer({ edit: [], assign: false, take: false }) }) },
      }),
    });
    expect(screen.queryByRole("button", { name: "Rename" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Priority/ })).toBeNull();
    expect(valueOf("Priority").textContent).toBe("Normal");
    expect(valueOf("Assignee").textContent).toBe("Nobody");
    expect(within(valueOf("Status")).queryByRole("button")).toBeNull();
  });

  test("L2: a status that is not the viewer's to set is in the menu, with the reason", async () => {
    const moveTo = [{ __typename: "Status", id: "s1", name: "To do", category: "TODO" }];
    await showIssue({ Issue: () => ({ data: { issue: issueAnswer({ can: canAnswer({ moveTo }) }) } }) });
    fireEvent.click(within(valueOf("Status")).getByRole("button"));
    const closed = screen.getByRole("menuitemradio", { name: /^Closed/ });
    expect(closed.getAttribute("aria-disabled")).toBe("true");
    expect(closed.textContent).toContain("Only the boss closes issues.");
  });

  test("internal comments can be marked by managers alone", async () => {
    await showIssue({
      Issue: () => ({ data: { issue: issueAnswer({ can: canAnswer({ edit: [], assign: false }) }) } }),
    });
    expect(screen.getByRole("textbox", { name: "Comment" })).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: "Internal" })).toBeNull();
  });
});

describe("texts are never lost", () => {
  const typed = "Mine. ".repeat(100);
  const conflict = {
    errors: [
      {
        message: "CONFLICT",
        extensions: {
          code: "CONFLICT",
          conflicts: [{ field: "description", base: null, yours: typed, theirs: "Theirs." }],
        },
      },
    ],
  };
  const editor = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Description" });
  const write = () => {
    fireEvent.click(screen.getByRole("button", { name: "Edit" }));
    fireEvent.change(editor(), { target: { value: typed } });
  };

  test("CON-02: after a conflict the typed text is in its form beside theirs, and can be saved", async () => {
    const sent: unknown[] = [];
    let isStale = true;
    await showIssue({
      UpdateIssue: (variables) => {
        sent.push(variables["revision"]);
        if (isStale) return conflict;
        return { data: { updateIssue: issueAnswer({ description: typed, revision: 3 }) } };
      },
    });
    write();
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    const dialog = await screen.findByRole("dialog", { name: "Somebody changed the same field" });
    expect(within(dialog).getByText("Theirs.")).toBeTruthy();
    expect(within(dialog).getByText(typed.trim())).toBeTruthy();
    expect(editor().value).toBe(typed);
    isStale = false;
    fireEvent.click(within(dialog).getByRole("button", { name: "Save mine" }));
    await waitFor(() => {
      expect(screen.queryByRole("textbox", { name: "Description" })).toBeNull();
    });
    expect(screen.getByText(typed.trim())).toBeTruthy();
    expect(sent).toHaveLength(2);
  });

  test("Escape closes the editor and keeps the text; it comes back with a way to discard it", async () => {
    await showIssue({});
    write();
    fireEvent.keyDown(editor(), { key: "Escape" });
    expect(screen.queryByRole("textbox", { name: "Description" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Edit" }));
    expect(editor().value).toBe(typed);
    expect(screen.getByText("Draft restored")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(editor().value).toBe("");
  });

  test("no connection: the comment stays in its form, and its repeat goes under the same key", async () => {
    const keys: unknown[] = [];
    let isOffline = true;
    const comment = {
      __typename: "Comment",
      id: "c1",
      body: "Hello",
      internal: false,
      createdAt: "2026-11-25T10:00:00Z",
      editedAt: null,
      author: anna,
    };
    await showIssue({
      AddComment: ({ mutationKey }) => {
        keys.push(mutationKey);
        if (isOffline) throw new TypeError("fetch failed");
        return { data: { addComment: comment } };
      },
    });
    const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Comment" });
    fireEvent.change(box, { target: { value: "Hello" } });
    fireEvent.click(screen.getByRole("button", { name: "Comment" }));
    await screen.findByText(/No answer from the server/);
    expect(box.value).toBe("Hello");
    isOffline = false;
    fireEvent.click(screen.getByRole("button", { name: "Comment" }));
    await waitFor(() => {
      expect(box.value).toBe("");
    });
    expect(keys[0]).toBe(keys[1]);
  });
});

test("another's change comes in without a reload, and leaves what is being typed alone", async () => {
  let description = "First.";
  let revision = 1;
  const client = await showIssue({
    Issue: () => ({ data: { issue: issueAnswer({ description, revision }) } }),
  });
  expect(screen.getByText("First.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Rename" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Title" }), { target: { value: "My title" } });
  description = "Second.";
  revision = 2;
  const [, , sink] = vi.mocked(live.subscribeLive).mock.calls.at(-1) ?? [];
  const event = { __typename: "Event", id: "11", kind: "ISSUE_EDITED" };
  act(() => {
    sink?.next({ issueChanged: { issueId: "1", event, issue: { id: "1", revision: 2 } } });
  });
  expect(await screen.findByText("Second.")).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" }).value).toBe("My title");
  client.stop();
});

describe("how the issue ends, and what it hangs together with (L2, L5, I2)", () => {
  const openMenu = () => {
    fireEvent.click(screen.getByRole("button", { name: "Actions for DEV-1" }));
  };
  const other = {
    __typename: "Issue",
    id: "2",
    key: "DEV-2",
    title: "Other",
    status: { __typename: "Status", id: "s1", name: "To do", category: "TODO" },
  };
  const relation = (type: string) => ({
    __typename: "Relation",
    id: "7",
    type,
    delayDays: null,
    issue: other,
  });

  test("R12: what is not the viewer's says why in the menu, and does nothing", async () => {
    await showIssue({});
    openMenu();
    const cancel = screen.getByRole("menuitem", { name: /^Cancel/ });
    expect(cancel.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByRole("menuitem", { name: /^Close/ }).textContent).toContain("status");
    fireEvent.click(cancel);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("L5: cancelled with a reason; a refusal stays in the form with what was typed", async () => {
    const sent: unknown[] = [];
    const can = canAnswer({ cancel: true });
    let isRefused = true;
    await showIssue({
      Issue: () => ({ data: { issue: issueAnswer({ can }) } }),
      CancelIssue: ({ reason }) => {
        sent.push(reason);
        const message = { key: "issue.alreadyCancelled", params: {} };
        if (isRefused)
          return { errors: [{ message: "CONFLICT", extensions: { code: "CONFLICT", message } }] };
        return { data: { cancelIssue: issueAnswer({ can, revision: 2, resolution: "CANCELLED" }) } };
      },
    });
    openMenu();
    fireEvent.click(screen.getByRole("menuitem", { name: /^Cancel/ }));
    const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Reason" });
    fireEvent.change(box, { target: { value: "Not needed." } });
    fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
    expect(await screen.findByText("This issue is cancelled already.")).toBeTruthy();
    expect(box.value).toBe("Not needed.");
    isRefused = false;
    fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    expect(valueOf("Resolution").textContent).toBe("Cancelled");
    expect(sent).toEqual(["Not needed.", "Not needed."]);
  });

  test("L5: a duplicate says of what, and an archived issue says so", async () => {
    const issue = issueAnswer({
      resolution: "DUPLICATE",
      archived: true,
      relations: [relation("DUPLICATES")],
    });
    await showIssue({ Issue: () => ({ data: { issue } }) });
    expect(within(valueOf("Resolution")).getByRole("link", { name: "Duplicate of DEV-2" })).toBeTruthy();
    expect(screen.getByText("Archived")).toBeTruthy();
  });

  test("I2: relations as they read from here, a sign for what is blocked, and one that is taken off", async () => {
    const can = canAnswer({ relate: true });
    const issue = issueAnswer({ can, blocked: true, relations: [relation("BLOCKED_BY")] });
    await showIssue({
      Issue: () => ({ data: { issue } }),
      UnrelateIssues: () => ({ data: { unrelateIssues: issueAnswer({ can, revision: 2, relations: [] }) } }),
    });
    const section = within(screen.getByRole("region", { name: "Relations" }));
    expect(section.getByText("Blocked by")).toBeTruthy();
    expect(section.getByText("Blocked")).toBeTruthy();
    fireEvent.click(section.getByRole("button", { name: "Remove the relation to DEV-2" }));
    await waitFor(() => {
      expect(section.queryByText("Blocked by")).toBeNull();
    });
    expect(section.queryByText("Blocked")).toBeNull();
  });

  test("I2, R12: who may not relate it reads why", async () => {
    const issue = issueAnswer({ relations: [relation("RELATES")] });
    await showIssue({ Issue: () => ({ data: { issue } }) });
    const add = within(screen.getByRole("region", { name: "Relations" })).getByRole("button", {
      name: "Add",
    });
    expect(add.getAttribute("title")).toBe("Only a manager of the unit relates issues.");
  });
});
