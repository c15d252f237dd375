// What PlotlyFigure.razor's chart component draws with, under the address and the name that the component asks for: Plotly with the
// trace types we use. Draws a description made in C#, redraws it in place on a new one, on resize and on a change of theme. Decides
// nothing about data.
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
// An element that leaves the page takes its chart along.
const charts = new WeakMap();

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.isConnected) redraw(charts.get(target));
    else leave(target);
  }
});
const theme = new MutationObserver(() => {
  for (const element of document.querySelectorAll(".plot-area")) redraw(charts.get(element), true);
});
theme.observe(document.documentElement, { attributeFilter: ["data-theme", "data-events"] });

// The component draws a new chart and one that stands in the same way, by the id of its element, and has no use for an answer. It
// purges by id as well, when another element may have it: a chart goes with its element instead.
window.Plotly = { ...Plotly, newPlot: draw, react: draw, purge: () => {} };

async function draw(id, data, layout, config) {
  const element = document.getElementById(id);
  if (!element) return;
  const chart = charts.get(element) ?? { element, asked: 0 };
  charts.set(element, chart);
  const asked = ++chart.asked;
  const [wide, options, ...traces] = await Promise.all([layout, config, ...data].map(read));
  // Another description may have come while this one was read.
  if (asked !== chart.asked) return;
  chart.description = { data: traces.flat(), layout: wide, config: options };
  await redraw(chart, true);
  sizes.observe(element);
}

// Each part comes as a text, compressed, and the traces together as one: see PlotlyFigureText.
function read(part) {
  const bytes = Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
}

let drawings = 0;

function leave(element) {
  sizes.unobserve(element);
  charts.delete(element);
  Plotly.purge(element);
}

async function redraw(chart, force = false) {
  const width = chart?.description ? chart.element.clientWidth : 0;
  if (width === 0 || (width === chart.width && !force)) return;
  chart.width = width;
  // A font that arrives after the labels were measured would leave them misplaced.
  await document.fonts.ready;

  const isNarrow = width < narrowBelow;
  const { data: traces, layout: wide, config } = chart.description;
  const { narrow, events, eventsAtFirst } = wide.meta;
  const { data, layout } = resolveColours(structuredClone(isNarrow ? { data: narrow.data ?? traces, layout: narrow.layout } : { data: traces, layout: wide }));
  delete layout.meta.narrow;
  for (const trace of data) {
    if (trace.geojson === "regions") trace.geojson = regions;
  }
  layout.width = width;
  layout.height = layout.meta.heightPerWidth ? Math.round(width * layout.meta.heightPerWidth) + layout.meta.heightExtra : layout.height;
  thinTicks(layout.xaxis, width);
  placeValues(layout, width);
  const numbered = placeEvents(layout, chosenEvents(chart.element, events, eventsAtFirst), width, isNarrow) || layout.meta.eventsListed === true;
  chart.element.parentElement.classList.toggle("events-numbered", numbered);

  await Plotly.react(chart.element, data, layout, config);
  followClicks(chart);
  hatchPaths(chart.element);
  // Counted over the page: an element that takes another's place is drawn for the first time, and yet anew.
  chart.element.setAttribute("data-drawn", String(++drawings));
}

// Of policy events the reader sees all, or only those that break the series; until the reader says, as the figure is made.
function chosenEvents(element, events, eventsAtFirst) {
  const all = (document.documentElement.dataset.events ?? (eventsAtFirst ? "all" : "breaks")) === "all";
  element.parentElement.classList.toggle("breaks-only", !all);
  element.closest(".card")?.querySelector("[data-action=events]")?.setAttribute("aria-pressed", String(all));
  return events.filter((event) => all || event.isFixed).map((event, index) => ({ ...event, number: index + 1 }));
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
