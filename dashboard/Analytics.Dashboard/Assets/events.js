// Events are dotted lines with a short label above the plot. A label takes the lowest row in which it touches no other, centred
// on its line or to either side of it; where the rows do not suffice, each becomes a number and the list under the chart is shown.
const maximumRows = 4;
const rowHeight = 17;
const gap = 6;
const ruler = document.createElement("canvas").getContext("2d");

/** Adds lines and labels to the layout. Returns whether the labels became numbers. */
export function placeEvents(layout, events, width, narrow) {
  if (!events?.length || !layout.xaxis) return false;
  const [from, to] = layout.xaxis.range.map((end) => Date.parse(end));
  const inner = width - layout.margin.l - layout.margin.r;
  const position = (event) => ((Date.parse(event.at) - from) / (to - from)) * inner;
  ruler.font = '12px "Source Sans 3 Variable", sans-serif';

  let placed = narrow ? null : inRows(events, position, (event) => event.label, inner);
  const numbered = placed === null;
  placed ??= inRows(events, position, (event) => String(event.number), inner)
    ?? events.map((event, index) => ({ event, row: index % maximumRows, shift: 0 }));

  const rows = Math.max(...placed.map((one) => one.row)) + 1;
  const plotHeight = layout.height - layout.margin.t - layout.margin.b;
  layout.margin.t += rows * rowHeight;
  layout.height += rows * rowHeight;
  for (const { event, row, shift } of placed) {
    const foot = row * rowHeight + 3;
    layout.shapes.push({
      type: "line", x0: event.at, x1: event.at, yref: "paper", y0: 0, y1: 1 + foot / plotHeight, layer: "below",
      line: { color: layout.meta.eventColour, width: event.isBreak ? 1.6 : 1.1, dash: "dot" },
    });
    layout.annotations.push({
      x: event.at, xanchor: "center", xshift: shift, yref: "paper", y: 1, yanchor: "bottom", yshift: foot - 3,
      text: numbered ? String(event.number) : event.label, showarrow: false,
      font: { size: 12, color: layout.meta.eventColour },
    });
  }
  return numbered;
}

function inRows(events, position, label, inner) {
  const rows = Array.from({ length: maximumRows }, () => []);
  const placed = [];
  for (const event of events) {
    const half = ruler.measureText(label(event)).width / 2 + gap;
    const line = position(event);
    const centres = [line, line + half - gap, line - half + gap].filter((centre) => centre - half >= -gap && centre + half <= inner + gap);
    const spot = firstFree(rows, centres, half);
    if (!spot) return null;
    rows[spot.row].push([spot.centre - half, spot.centre + half]);
    placed.push({ event, row: spot.row, shift: spot.centre - line });
  }
  // A line runs up to its own label and must cross no lower one.
  const crossed = placed.some((one) => placed.some((other) => {
    if (other === one || other.row >= one.row) return false;
    const half = ruler.measureText(label(other.event)).width / 2;
    const centre = position(other.event) + other.shift;
    const line = position(one.event);
    return line > centre - half && line < centre + half;
  }));
  return crossed ? null : placed;
}

function firstFree(rows, centres, half) {
  for (let row = 0; row < rows.length; row++) {
    for (const centre of centres) {
      if (rows[row].every(([left, right]) => centre + half <= left || centre - half >= right)) return { row, centre };
    }
  }
  return null;
}
