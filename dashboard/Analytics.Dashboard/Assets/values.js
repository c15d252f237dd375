// Numbers of horizontal bars: in the bar where the bar has room, else beside it with their remark. How wide a text is in its language
// only the browser knows, so the axis ends where the longest text beside a bar does, and no text is cut by a bar or by the card.
const family = '"Source Sans 3 Variable", sans-serif';
const gap = 8;
const insideGap = 10;
const leastForBars = 0.3;
const ruler = document.createElement("canvas").getContext("2d");

/** Adds the texts to the layout and sets its value axis. */
export function placeValues(layout, width) {
  const values = layout.meta?.values;
  if (!values?.length) return;
  const inner = width - layout.margin.l - layout.margin.r;
  const measured = values.map((value) => ({
    ...value,
    textInside: measure(value.text, 18, 700) + 2 * insideGap,
    texts: { beside: measure(value.text, 14, 700) + gap, note: value.note ? measure(value.note, 14, 400) + gap : 0 },
  }));

  // Where a number stands depends on the axis, and the axis on where the numbers stand; twice is enough, and the wider end is taken.
  let end = layout.xaxis.range[1];
  for (let pass = 0; pass < 2; pass++) {
    for (const one of measured) one.inside = one.mayBeInside && (one.drawn / end) * inner >= one.textInside;
    end = Math.max(...measured.map((one) => one.edge / Math.max(leastForBars, (inner - room(one)) / inner)), layout.meta.longest * 1.02);
  }
  for (const one of measured) one.inside &&= (one.drawn / end) * inner >= one.textInside;

  layout.xaxis.range = [0, end];
  for (const one of measured) {
    if (one.inside) layout.annotations.push(words(one, `<b>${one.text}</b>`, 0, insideGap, one.colours.inside, 18));
    const beside = one.inside ? one.note : one.isNumber ? `<b>${one.text}</b>${one.note ? `  ${one.note}` : ""}` : one.text;
    if (beside) layout.annotations.push(words(one, beside, one.edge, gap, one.inside || !one.isNumber ? one.colours.quiet : one.colours.beside, 14));
  }
}

function room(one) {
  const text = one.inside ? one.texts.note : one.texts.beside + one.texts.note;
  return text > 0 ? text + gap : 0;
}

function words(one, text, x, shift, color, size) {
  return { text, x, y: one.y, xanchor: "left", yanchor: "middle", xshift: shift, showarrow: false, align: "left", borderpad: 0, font: { size, color } };
}

function measure(text, size, weight) {
  ruler.font = `${weight} ${size}px ${family}`;
  return ruler.measureText(text).width;
}
