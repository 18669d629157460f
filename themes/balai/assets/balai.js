// balai.js: remembers the reader's light or dark choice, copies the page's address, and says in the page's own words which
// field of the reply form is empty. Everything works without it; all words come from the markup.
// Loaded in the head, before the style sheet, so that the choice never flashes.
(function (root) {
  var key = "appearance", stored = null;
  try { stored = localStorage.getItem(key); } catch (e) { /* storage is closed: follow the device */ }
  if (stored === "light" || stored === "dark") root.dataset.appearance = stored;

  function appearance() {
    var chosen = document.getElementById("appearance_" + (root.dataset.appearance || "auto"));
    if (chosen) chosen.checked = true;
    document.addEventListener("change", function (event) {
      if (event.target.name !== key) return;
      var value = event.target.value;
      if (value === "auto") delete root.dataset.appearance; else root.dataset.appearance = value;
      try {
        if (value === "auto") localStorage.removeItem(key); else localStorage.setItem(key, value);
      } catch (e) { /* the choice lasts for this page */ }
    });
  }

  function copying() {
    var button = document.querySelector("[data-copy]");
    if (!button || !navigator.clipboard) return;
    var status = document.getElementById(button.getAttribute("aria-describedby"));
    button.closest("li").hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(
        function () { status.textContent = button.dataset.copied; },
        function () { status.textContent = button.dataset.failed; }
      );
    });
  }

  function reply() {
    var form = document.querySelector(".reply");
    if (!form) return;
    var summary = form.querySelector(".errors");
    form.noValidate = true; // the browser's own bubble speaks the browser's language
    form.addEventListener("submit", function (event) {
      var missing = 0;
      summary.querySelectorAll("a").forEach(function (link) {
        var field = document.getElementById(link.hash.slice(1)), empty = !field.value.trim();
        link.parentNode.hidden = !empty;
        if (empty) { field.setAttribute("aria-invalid", "true"); missing += 1; } else field.removeAttribute("aria-invalid");
      });
      summary.hidden = !missing;
      if (missing) { event.preventDefault(); summary.focus(); }
    });
  }

  document.addEventListener("DOMContentLoaded", function () { appearance(); copying(); reply(); });
})(document.documentElement);
