// Events are dotted lines with a short label above the plot. Labels take the first row in which they touch no other;
// where they do not fit, each becomes a number and the list under the chart is shown.
const maximumRows = 3;
const rowHeight = 17;
const ruler = document.createElement("canvas").getContext("2d");

/** Adds lines and labels to the layout. Returns whether the labels became numbers. */
export function placeEvents(layout, events, width, narrow) {
  if (!events?.length) return false;
  const axis = layout.xaxis;
  const [from, to] = axis.range.map((end) => Date.parse(end));
  const inner = width - layout.margin.l - layout.margin.r;
  const position = (event) => ((Date.parse(event.at) - from) / (to - from)) * inner;
  ruler.font = '12px "Source Sans 3 Variable", sans-serif';

  let placed = narrow ? null : inRows(events, position, (event) => event.label, inner);
  const numbered = placed === null;
  placed ??= inRows(events, position, (event) => String(event.number), inner) ?? events.map((event, row) => ({ event, row: row % maximumRows, shift: 0 }));

  const rows = Math.max(...placed.map((one) => one.row)) + 1;
  layout.margin.t += rows * rowHeight;
  layout.height += rows * rowHeight;
  for (const { event, row, shift } of placed) {
    layout.shapes.push({
      type: "line", x0: event.at, x1: event.at, yref: "paper", y0: 0, y1: 1, layer: "below",
      line: { color: layout.meta.eventColour, width: event.isBreak ? 1.6 : 1.1, dash: "dot" },
    });
    layout.annotations.push({
      x: event.at, xanchor: "center", xshift: shift, yref: "paper", y: 1, yanchor: "bottom", yshift: 4 + row * rowHeight,
      text: numbered ? String(event.number) : event.label, showarrow: false,
      font: { size: 12, color: layout.meta.eventColour },
    });
  }
  return numbered;
}

function inRows(events, position, label, inner) {
  const rows = [];
  const placed = [];
  for (const event of events) {
    const half = ruler.measureText(label(event)).width / 2 + 7;
    const centre = Math.min(Math.max(position(event), half), inner - half);
    const row = Array.from({ length: maximumRows }, (_, index) => index).find((index) => (rows[index] ?? -Infinity) <= centre - half);
    if (row === undefined) return null;
    rows[row] = centre + half;
    placed.push({ event, row, shift: centre - position(event) });
  }
  return placed;
}
