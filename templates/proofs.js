// Proofs: in each a button that copies the way to its claim. Without this script the link itself is there to be copied.
(() => {
  "use strict";
  const home = document.querySelector(".proofs");
  if (!home || !navigator.clipboard) { return; }
  // It comes when a proof is opened for the first time. What opens does not bubble.
  home.addEventListener("toggle", event => {
    const proof = event.target;
    const link = proof.querySelector(".ways > .permalink");
    if (event.newState !== "open" || !link || proof.querySelector(".copy")) { return; }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-live", "polite");
    button.textContent = home.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.href);
      button.textContent = home.dataset.copied;
    });
    link.after(" ", button);
  }, true);
})();
