// Runs before first paint: theme, phone menu, skip link, copy link. Works with and without a circuit.
const stored = localStorage.getItem("theme");
const system = matchMedia("(prefers-color-scheme: dark)");

const patience = 3000;

// The router moves to a place within a page without telling the browser, which then marks no :target. Going where one is marks it.
const mark = (hash, until = Date.now() + patience) => {
  if (location.hash === hash && document.getElementById(decodeURIComponent(hash.slice(1)))) location.replace(location.href);
  else if (Date.now() < until) setTimeout(() => mark(hash, until), 100);
};

const apply = (theme) => document.documentElement.setAttribute("data-theme", theme);
const current = () => localStorage.getItem("theme") ?? (system.matches ? "dark" : "light");

apply(stored ?? current());
const guide = (hidden) => document.documentElement.toggleAttribute("data-guide-hidden", hidden);
guide(localStorage.getItem("guide") === "hidden");
const events = localStorage.getItem("events");
if (events) document.documentElement.dataset.events = events;
system.addEventListener("change", () => apply(current()));

document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target.closest("[data-action]") : null;
  switch (target?.getAttribute("data-action")) {
    case "theme": {
      const next = current() === "dark" ? "light" : "dark";
      localStorage.setItem("theme", next);
      apply(next);
      break;
    }
    case "menu": {
      const open = document.documentElement.toggleAttribute("data-menu");
      target.setAttribute("aria-expanded", String(open));
      break;
    }
    case "events": {
      const next = target.getAttribute("aria-pressed") === "true" ? "breaks" : "all";
      localStorage.setItem("events", next);
      document.documentElement.dataset.events = next;
      break;
    }
    case "hide-guide":
    case "show-guide": {
      const hide = target.getAttribute("data-action") === "hide-guide";
      localStorage.setItem("guide", hide ? "hidden" : "shown");
      guide(hide);
      // What was pressed is gone; the reader goes on from what took its place.
      document.querySelector(hide ? "[data-action=show-guide]" : "#questions-title")?.focus();
      break;
    }
    case "skip":
      // The router takes a link within the page for itself and scrolls, but moves no focus.
      document.getElementById("content").focus();
      break;
    case "reload":
      location.reload();
      break;
    case "copy-link": {
      await navigator.clipboard?.writeText(location.href);
      target.setAttribute("data-done", "");
      setTimeout(() => target.removeAttribute("data-done"), 2000);
      break;
    }
  }
  const place = event.target instanceof Element ? event.target.closest("a[href*='#']:not([data-action])") : null;
  if (place) mark(place.hash);
  // A chosen page closes the menu; a click elsewhere closes open chips.
  if (event.target instanceof Element && event.target.closest("nav a")) {
    document.documentElement.removeAttribute("data-menu");
  }
  for (const open of document.querySelectorAll("details.chip[open]")) {
    if (!open.contains(event.target) || event.target.closest("a")) open.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.chip[open]")) {
    open.removeAttribute("open");
    open.querySelector("summary")?.focus();
  }
});

// A restarted server knows nothing of this page's circuit; the address holds the filters, so loading it again restores the view.
document.addEventListener("DOMContentLoaded", () => {
  const modal = document.getElementById("components-reconnect-modal");
  if (!modal) return;
  new MutationObserver(() => {
    if (modal.classList.contains("components-reconnect-rejected")) location.reload();
  }).observe(modal, { attributeFilter: ["class"] });
});
