// Charts on uPlot. Each has a table with the same numbers, and marks differ by shape, not only by
// colour.

import uPlot from "/webjars/uplot/1.6.30/dist/uPlot.esm.js";
import { element, show, table } from "./dom.js";

const SIZE = 4.5;

const SHAPES = {
  circle: (path, x, y, r) => path.arc(x, y, r, 0, 2 * Math.PI),
  triangle: (path, x, y, r) => polygon(path, [[x, y - r], [x + r, y + r], [x - r, y + r]]),
  square: (path, x, y, r) => path.rect(x - r, y - r, 2 * r, 2 * r),
  diamond: (path, x, y, r) => polygon(path, [[x, y - 1.3 * r], [x + 1.3 * r, y], [x, y + 1.3 * r], [x - 1.3 * r, y]]),
  cross: (path, x, y, r) => {
    path.moveTo(x - r, y - r);
    path.lineTo(x + r, y + r);
    path.moveTo(x + r, y - r);
    path.lineTo(x - r, y + r);
  },
};

export const SIGNS = { circle: "●", triangle: "▲", square: "■", diamond: "◆", cross: "✕" };

function polygon(path, corners) {
  corners.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
}

/**
 * A chart over steps. `series` are `{label, mark, colour, line, scale, text}`: `mark` names a shape
 * or is null, `colour` a custom property of the style sheet, `line` whether points are joined.
 * `update(data)` takes one array of steps and one for each series, with null where there is nothing.
 */
export function chart({ title, height, series, scales, axes, text }) {
  const plane = element("div", { class: "plane", "aria-hidden": "true" });
  const numbers = element("details", {}, element("summary", {}, "The numbers as a table"));
  const node = element("figure", { class: "chart" },
    element("figcaption", {}, title, element("span", { class: "key" }, series.map(keyOf))), plane, numbers);
  let plot = null;
  let data = [[], ...series.map(() => [])];

  function update(next) {
    data = next;
    drawTable();
    if (plot) plot.setData(data);
    else if (plane.isConnected && plane.clientWidth > 0) build();
  }

  function build() {
    plot?.destroy();
    plot = new uPlot(options(plane.clientWidth), data, plane);
  }

  function options(width) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    return {
      width,
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: (_, low, high) => [Math.min(0, low ?? 0), Math.max(1, high ?? 1)] }, ...scales },
      axes: [
        { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500], label: "step", labelSize: 18, size: 28 },
        ...axes.map((axis) => ({ stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1, show: axis.side !== 1 }, ticks: { show: false }, size: 52, ...axis })),
      ],
      series: [{}, ...series.map((one) => ({
        scale: one.scale,
        stroke: colour(one.colour),
        width: 1.5,
        dash: one.dash,
        spanGaps: true,
        paths: one.line ? (one.stepped ? uPlot.paths.stepped({ align: 1 }) : undefined) : () => null,
        points: { show: false },
      }))],
      hooks: { draw: [(drawn) => series.forEach((one, index) => one.mark && marks(drawn, one, index + 1, colour(one.colour)))] },
    };
  }

  function marks(drawn, one, index, colour) {
    const path = new Path2D();
    const ratio = devicePixelRatio;
    drawn.data[0].forEach((step, at) => {
      const value = drawn.data[index][at];
      if (value === null || value === undefined) return;
      const mark = new Path2D();
      SHAPES[one.mark](mark, drawn.valToPos(step, "x", true), drawn.valToPos(value, one.scale, true), SIZE * ratio);
      path.addPath(mark);
    });
    drawn.ctx.save();
    drawn.ctx.strokeStyle = colour;
    drawn.ctx.fillStyle = colour;
    drawn.ctx.lineWidth = 2 * ratio;
    drawn.ctx.setLineDash([]);
    if (one.mark === "cross") drawn.ctx.stroke(path);
    else drawn.ctx.fill(path);
    drawn.ctx.restore();
  }

  function drawTable() {
    const rows = data[0].map((step, at) => ({ step, values: data.slice(1).map((values) => values[at]) }))
      .filter((row) => row.values.some((value) => value !== null && value !== undefined));
    const open = numbers.querySelector("div");
    const fresh = table(title, [
      { title: "step", cell: (row) => String(row.step) },
      ...series.map((one, index) => ({ title: one.label, number: true, cell: (row) => (row.values[index] === null || row.values[index] === undefined ? "–" : (one.text ?? text)(row.values[index])) })),
    ], rows);
    if (open) open.replaceWith(fresh);
    else numbers.append(fresh);
  }

  const again = () => plane.clientWidth > 0 && build();
  new ResizeObserver(() => {
    if (plane.clientWidth > 0 && plot?.width !== plane.clientWidth) build();
  }).observe(plane);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  return { node, update };
}

function keyOf(one) {
  const sign = element("span", { class: `sign ${one.colour.slice(2)}`, "aria-hidden": "true" }, one.mark ? SIGNS[one.mark] : one.dash ? "╌╌" : "──");
  return element("span", {}, sign, " ", one.label, " ");
}
