// Runs before the first paint, so that no light page flashes up in the dark. The same key and values as lib/theme.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem("stafeta.theme");
  } catch {
    // Storage may be closed to us (private mode, policy): the system's theme then.
  }
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
})();
