import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../ui/error-boundary";
import { detailsOf, PageError, wordsOfFailure } from "./page-error";

const refused = new CombinedGraphQLErrors({
  errors: [{ message: "secret text", extensions: { code: "INTERNAL", requestId: "r-17" } }],
});

describe("what a failed page says", () => {
  it.each([
    [new TypeError("Failed to fetch"), "No answer from the server"],
    [new TypeError("Failed to fetch dynamically imported module: /assets/x.js"), "No answer from the server"],
    [new TypeError("x is not a function"), "The rest of the page works on"],
    [new Error("any"), "The rest of the page works on"],
    [refused, "Something went wrong on the server"],
  ])("%s: %s", (error, expected) => {
    expect(wordsOfFailure(error)).toContain(expected);
  });

  it("has code and request id behind Details", () => {
    expect(detailsOf(refused)).toContain("INTERNAL · r-17");
  });
});

describe("an error boundary", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  function Fragile({ isBroken }: { isBroken: boolean }) {
    if (isBroken) throw new Error("broken");
    return <p>whole</p>;
  }

  function show(isBroken: boolean, resetKey = "a") {
    return (
      <>
        <p>around</p>
        <ErrorBoundary
          resetKey={resetKey}
          fallback={(error, retry) => <PageError error={error} reset={retry} />}
        >
          <Fragile isBroken={isBroken} />
        </ErrorBoundary>
      </>
    );
  }

  it("keeps what stands around, and tries again when told to", () => {
    vi.spyOn(console, "error").mockReturnValue();
    const { rerender } = render(show(true));
    expect(screen.getByText("around")).toBeTruthy();
    expect(screen.getByRole("alert").textContent).toContain("This page could not be shown");
    rerender(show(false));
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(screen.getByText("whole")).toBeTruthy();
  });

  it("tries again by itself on another page", () => {
    vi.spyOn(console, "error").mockReturnValue();
    const { rerender } = render(show(true));
    rerender(show(false, "b"));
    expect(screen.getByText("whole")).toBeTruthy();
  });
});
