"""Draws curves with their bands as SVG, a panel for each task."""

import html
import math

COLORS = {"before": "#8a8a8a", "after": "#0b62a8", "gepa": "#d1700f"}
WIDTH, HEIGHT, LEFT, TOP, GAP = 230, 170, 52, 64, 44
COLUMNS = 3


def text(x, y, content, anchor="middle", size=11, color="#333333", weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" fill="{color}">'
        f"{html.escape(content)}</text>"
    )


def points(pairs):
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in pairs)


class Panel:
    """The curves of one task: by method, calls to mean and half of the interval, in per cent."""

    def __init__(self, left, top, calls, highest):
        self.left, self.top, self.calls, self.highest = left, top, calls, highest

    def x(self, calls):
        first, last = math.log2(self.calls[0]), math.log2(self.calls[-1])
        return self.left + 8 + (WIDTH - 16) * (math.log2(calls) - first) / (last - first)

    def y(self, value):
        return self.top + HEIGHT * (1 - min(max(value, 0), self.highest) / self.highest)

    def axes(self, title):
        parts = [text(self.left, self.top - 8, title, "start", 12, "#111111", "bold")]
        for step in range(5):
            value = self.highest * step / 4
            y = self.y(value)
            parts.append(f'<line x1="{self.left}" y1="{y:.1f}" x2="{self.left + WIDTH}" y2="{y:.1f}" stroke="#e3e3e3"/>')
            parts.append(text(self.left - 6, y + 4, f"{value:g}", "end", 10, "#666666"))
        for calls in self.calls:
            parts.append(text(self.x(calls), self.top + HEIGHT + 14, str(calls), size=10, color="#666666"))
        return parts

    def curves(self, methods):
        parts = []
        for method, curve in methods.items():
            color = COLORS.get(method, "#555555")
            upper = [(self.x(calls), self.y(mean + (half or 0))) for calls, (mean, half) in sorted(curve.items())]
            lower = [(self.x(calls), self.y(mean - (half or 0))) for calls, (mean, half) in sorted(curve.items())]
            parts.append(f'<polygon points="{points(upper + lower[::-1])}" fill="{color}" fill-opacity="0.15"/>')
        for method, curve in methods.items():
            color = COLORS.get(method, "#555555")
            line = [(self.x(calls), self.y(mean)) for calls, (mean, _) in sorted(curve.items())]
            parts.append(f'<polyline points="{points(line)}" fill="none" stroke="{color}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in line]
        return parts


def draw(title, calls, tasks):
    """The chart: by task and method, calls to mean and half of the interval, in per cent."""
    columns = min(COLUMNS, len(tasks))
    rows = math.ceil(len(tasks) / columns)
    width = LEFT + columns * (WIDTH + GAP)
    height = TOP + rows * (HEIGHT + GAP + 10) + 14
    tops = [mean + (half or 0) for curves in tasks.values() for curve in curves.values() for mean, half in curve.values()]
    highest = next((limit for limit in (20, 40, 60, 80) if max(tops, default=100) <= limit), 100)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        text(LEFT, 20, title, "start", 14, "#111111", "bold"),
    ]
    at = LEFT
    for method in dict.fromkeys(method for curves in tasks.values() for method in curves):
        color = COLORS.get(method, "#555555")
        parts.append(f'<line x1="{at}" y1="34" x2="{at + 20}" y2="34" stroke="{color}" stroke-width="3"/>')
        parts.append(text(at + 26, 38, method, "start"))
        at += 90
    for number, (name, curves) in enumerate(tasks.items()):
        left = LEFT + number % columns * (WIDTH + GAP)
        panel = Panel(left, TOP + number // columns * (HEIGHT + GAP + 10), calls, highest)
        parts += panel.axes(name) + panel.curves(curves)
    parts.append(text(LEFT, height - 8, "Accuracy on the test split in per cent, by model calls; 95 % interval", "start", 10, "#666666"))
    return "\n".join(parts + ["</svg>"]) + "\n"
