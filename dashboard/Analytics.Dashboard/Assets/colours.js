// A colour in a specification is a token's name, "var(--persons)" or "var(--persons)/0.2" with opacity. Plotly needs its value.
const pattern = /^var\((--[a-z0-9-]+)\)(?:\/([\d.]+))?$/;

export function resolveColours(value) {
  const styles = getComputedStyle(document.documentElement);
  const walk = (node) => {
    if (typeof node === "string") {
      const match = pattern.exec(node);
      return match ? withOpacity(styles.getPropertyValue(match[1]).trim(), match[2]) : node;
    }
    if (Array.isArray(node)) return node.map(walk);
    if (node && typeof node === "object") {
      for (const key of Object.keys(node)) node[key] = walk(node[key]);
    }
    return node;
  };
  return walk(value);
}

function withOpacity(hex, opacity) {
  if (!opacity) return hex;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}
