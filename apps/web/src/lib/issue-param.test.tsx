import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderInRouter } from "../testing/in-router";
import { useIssueParam } from "./navigation";

function Probe() {
  const { issueKey, open, close } = useIssueParam();
  return (
    <>
      <p>{`open: ${issueKey ?? "none"}`}</p>
      {["DEV-1", "DEV-2"].map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => {
            open(key);
          }}
        >
          {key}
        </button>
      ))}
      <button type="button" onClick={close}>
        Close
      </button>
    </>
  );
}

const click = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const shows = (key: string) => screen.findByText(`open: ${key}`);

describe("the issue in the right panel", () => {
  it("is part of the address, and Back closes it", async () => {
    const router = renderInRouter(<Probe />, "/board/DEV");
    await shows("none");
    click("DEV-1");
    await shows("DEV-1");
    expect(router.state.location.href).toBe("/board/DEV?issue=DEV-1");
    act(() => {
      router.history.back();
    });
    await shows("none");
  });

  it("closes to where it was opened, however many were looked at in between", async () => {
    const router = renderInRouter(<Probe />, "/board/DEV");
    await shows("none");
    click("DEV-1");
    await shows("DEV-1");
    click("DEV-2");
    await shows("DEV-2");
    const { length } = router.history;
    click("Close");
    await shows("none");
    expect(router.history.length).toBe(length);
    expect(router.state.location.href).toBe("/board/DEV");
  });

  it("closes in place when the page was opened by a link to it", async () => {
    const router = renderInRouter(<Probe />, "/board/DEV?issue=DEV-7");
    await shows("DEV-7");
    click("Close");
    await shows("none");
    await waitFor(() => {
      expect(router.state.location.href).toBe("/board/DEV");
    });
  });
});
