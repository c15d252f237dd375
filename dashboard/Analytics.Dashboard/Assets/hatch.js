// A withheld region is hatched. Plotly hatches bars but not regions, so the pattern is set on their paths after each drawing.
const svg = "http://www.w3.org/2000/svg";

export function hatchPaths(element) {
  const main = element.querySelector(".main-svg");
  const paths = [...element.querySelectorAll("path.choroplethlocation")].filter((path) => path.__data__?.trace?.meta === "hatch"
    || path.parentNode?.__data__?.[0]?.trace?.meta === "hatch");
  if (!main || paths.length === 0) return;

  const styles = getComputedStyle(document.documentElement);
  const id = `hatch-${element.id}`;
  main.querySelector(`#${id}`)?.remove();
  const pattern = document.createElementNS(svg, "pattern");
  for (const [name, value] of Object.entries({ id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" })) {
    pattern.setAttribute(name, value);
  }
  pattern.append(rectangle(7, styles.getPropertyValue("--hatch-back")), rectangle(3, styles.getPropertyValue("--hatch-line")));
  (main.querySelector("defs") ?? main).append(pattern);
  for (const path of paths) path.style.fill = `url(#${id})`;
}

function rectangle(width, fill) {
  const shape = document.createElementNS(svg, "rect");
  shape.setAttribute("width", width);
  shape.setAttribute("height", 7);
  shape.style.fill = fill.trim();
  return shape;
}
