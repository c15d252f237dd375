// The browser half of PlotlyFigure.razor: draws a specification made in C#, redraws in place on a new one,
// on resize and on a change of theme. Decides nothing about data.
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import choropleth from "plotly.js/lib/choropleth";
import sankey from "plotly.js/lib/sankey";
import scattergeo from "plotly.js/lib/scattergeo";
import ru from "plotly.js/lib/locales/ru";
import ky from "./locale-ky.js";
import regions from "./regions.geojson";
import { resolveColours } from "./colours.js";
import { placeEvents } from "./events.js";
import { hatchPaths } from "./hatch.js";
import { placeValues } from "./values.js";

Plotly.register([bar, choropleth, sankey, scattergeo, ru, ky]);

// Plotly would ask a public server for its base map; ours are the regions alone, so the base map is empty.
const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
const nothing = { type: "GeometryCollection", geometries: [] };
const topology = { type: "Topology", arcs: [], objects: Object.fromEntries(layers.map((layer) => [layer, nothing])) };
window.PlotlyGeoAssets = { topojson: { world_50m: topology, world_110m: topology } };

const narrowBelow = 460;
const drawn = new Map();

export async function draw(element, specification) {
  let chart = drawn.get(element);
  if (!chart) {
    chart = { element };
    chart.sizes = new ResizeObserver(() => redraw(chart));
    chart.theme = new MutationObserver(() => redraw(chart, true));
    drawn.set(element, chart);
  }
  chart.specification = specification;
  await redraw(chart, true);
  chart.sizes.observe(element);
  chart.theme.observe(document.documentElement, { attributeFilter: ["data-theme", "data-events"] });
}

export function dispose(element) {
  const chart = drawn.get(element);
  if (!chart) return;
  chart.sizes.disconnect();
  chart.theme.disconnect();
  Plotly.purge(element);
  drawn.delete(element);
}

async function redraw(chart, force = false) {
  const width = chart.element.clientWidth;
  if (width === 0 || (width === chart.width && !force)) return;
  chart.width = width;
  // A font that arrives after the labels were measured would leave them misplaced.
  await document.fonts.ready;

  const narrow = width < narrowBelow;
  const { wide, narrow: small, config } = chart.specification;
  const { data, layout } = resolveColours(structuredClone(narrow ? { data: small.data ?? wide.data, layout: small.layout } : wide));
  for (const trace of data) {
    if (trace.geojson === "regions") trace.geojson = regions;
  }
  layout.width = width;
  layout.height = layout.meta?.heightPerWidth ? Math.round(width * layout.meta.heightPerWidth) + layout.meta.heightExtra : layout.height;
  thinTicks(layout.xaxis, width);
  placeValues(layout, width);
  const numbered = placeEvents(layout, chosenEvents(chart), width, narrow) || layout.meta?.eventsListed === true;
  chart.element.parentElement.classList.toggle("events-numbered", numbered);

  await Plotly.react(chart.element, data, layout, config);
  followClicks(chart);
  hatchPaths(chart.element);
  chart.element.setAttribute("data-drawn", String(Number(chart.element.getAttribute("data-drawn") ?? 0) + 1));
}

// Of policy events the reader sees all, or only those that break the series; until the reader says, as the figure is made.
function chosenEvents({ element, specification }) {
  const all = (document.documentElement.dataset.events ?? (specification.eventsAtFirst ? "all" : "breaks")) === "all";
  element.parentElement.classList.toggle("breaks-only", !all);
  element.closest(".card")?.querySelector("[data-action=events]")?.setAttribute("aria-pressed", String(all));
  return specification.events.filter((event) => all || event.isFixed).map((event, index) => ({ ...event, number: index + 1 }));
}

// A mark may lead to another view; the same link stands in the table and in the legend, for whoever has no pointer.
function followClicks(chart) {
  if (chart.follows) return;
  chart.follows = true;
  const leadsTo = (event) => {
    const point = event?.points?.[0];
    const to = point?.customdata ?? point?.link?.customdata ?? point?.node?.customdata;
    return typeof to === "string" ? to : null;
  };
  chart.element.on("plotly_hover", (event) => chart.element.classList.toggle("leads-on", leadsTo(event) !== null));
  chart.element.on("plotly_unhover", () => chart.element.classList.remove("leads-on"));
  chart.element.on("plotly_click", (event) => {
    const to = leadsTo(event);
    if (to) window.Blazor.navigateTo(to);
  });
}

// Labels of a time axis are given one a period; keep as many as the width has room for.
function thinTicks(axis, width) {
  if (!axis?.tickvals) return;
  const longest = Math.max(...axis.ticktext.map((text) => text.length), 1);
  const room = Math.max(2, Math.floor(width / (longest * 8 + 14)));
  const step = Math.ceil(axis.tickvals.length / room);
  axis.tickvals = axis.tickvals.filter((_, index) => index % step === 0);
  axis.ticktext = axis.ticktext.filter((_, index) => index % step === 0);
}
