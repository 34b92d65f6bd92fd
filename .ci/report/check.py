"""Looks at reports in Chromium as a reader would: python3 check.py CHROMIUM FOLDER [SCREENSHOTS]"""

import sys
import time
from pathlib import Path

from chromium import Chromium, Failure

VIEWS = ["overview", "revisions", "plan", "diagram", "tables", "differences", "findings", "history"]
LARGEST_FILE = 3_000_000
LONGEST_START = 2.0

# Elements that stick out of the page, or whose text sticks out of them.
OVERFLOW = "document.documentElement.scrollWidth > innerWidth"
# Boxes of the diagram that overlap.
OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll('.box')].map(box => {
    const [, x, y] = /translate\\(([-\\d.]+) ([-\\d.]+)\\)/.exec(box.getAttribute('transform')).map(Number);
    const frame = box.querySelector('.frame');
    return { x, y, right: x + Number(frame.getAttribute('width')), bottom: y + Number(frame.getAttribute('height')) };
  });
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom)).length;
})()"""
# Text that is hard to read on what is behind it, by the rule of WCAG for small text.
FAINT = """(() => {
  const channel = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const color = text => text.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (; element; element = element.parentElement) {
      const back = color(getComputedStyle(element).backgroundColor);
      if (back.length < 4 || back[3] > 0) return back;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    if (!element.checkVisibility() || ![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [light(color(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.add(element.tagName + '.' + element.className + ' ' + contrast.toFixed(2));
  }
  return [...faint].slice(0, 5).join('; ');
})()"""


class Checks:
    def __init__(self, chromium, folder, shots):
        self.chromium, self.folder, self.shots, self.passed = chromium, folder, shots, 0

    def holds(self, what, condition, told=""):
        if not condition:
            raise Failure(f"{what}: {told}")
        self.passed += 1

    def open(self, browser, name, view="", width=1280, height=800, scheme="light"):
        page = browser.page(width, height, scheme)
        page.open((self.folder / f"{name}.html").as_uri() + f"#/{view}")
        return page

    def shot(self, page, name):
        if self.shots:
            page.screenshot(self.shots / f"{name}.png")

    def every_view(self, browser, name):
        for width in (1280, 400):
            for scheme in ("light", "dark"):
                with self.open(browser, name, "overview", width, 800, scheme) as page:
                    for view in VIEWS:
                        where = f"{name} {view} {width} {scheme}"
                        page.value(f"location.hash = '#/{view}'")
                        page.wait(f"document.body.dataset.view === '{view}'")
                        self.holds(where + ", width", not page.value(OVERFLOW), str(page.value("document.documentElement.scrollWidth")))
                        faint = page.value(FAINT)
                        self.holds(where + ", contrast", not faint, faint)
                        self.shot(page, f"{name}-{view}-{width}-{scheme}")
                    self.quiet(page, name)

    def quiet(self, page, name):
        complaints = page.complaints()
        self.holds(f"{name} has nothing to complain of", not complaints, "\n".join(complaints))
        self.holds(f"{name} is not broken into", page.value("window.broken === undefined"))

    def start(self, browser):
        """From the file to the first thing found in it, at best of three: others may be using the machine."""
        times = {}
        for view, field, word, result in [
            ("revisions", "#view-revisions input", "billing_refunds", "#view-revisions .revisions.parted"),
            ("tables", "#view-tables input", "billing_refunds", "#view-tables .table[hidden]"),
            ("diagram", "#view-diagram input", "billing_refunds", "#view-diagram .box.found"),
        ]:
            for _ in range(3):
                begin = time.monotonic()
                with self.open(browser, "large", view) as page:
                    page.type(field, word)
                    page.wait(f"document.querySelector('{result}') !== null")
                    times[view] = min(times.get(view, 60), time.monotonic() - begin)
            self.holds(f"something is found in {view} of the large one soon", times[view] < LONGEST_START, f"{times[view]:.2f} s")
        return ", ".join(f"{view} {taken:.2f} s" for view, taken in times.items())

    def revisions(self, browser):
        with self.open(browser, "large", "revisions") as page:
            rows = "document.querySelectorAll('.revisions > li:not([hidden])').length"
            self.holds("all revisions", page.value(rows) == 500, page.value(rows))
            page.value("document.querySelector('[data-value=pending]').click()")
            self.holds("pending revisions", page.value(rows) == 20, page.value(rows))
            page.value("document.querySelector('.revisions li:not([hidden]) button').focus()")
            page.key("ArrowDown")
            page.key("Enter")
            self.holds("a row opens by keys", page.value("document.activeElement.getAttribute('aria-expanded')") == "true")
            page.value("location.hash = '#/revisions/r0100'")
            page.wait("document.activeElement.textContent.includes('r0100')")
            self.holds("a link leads to a revision", page.value("document.activeElement.getBoundingClientRect().top > 0"))

    def diagram(self, browser):
        with self.open(browser, "large", "diagram") as page:
            boxes = "document.querySelectorAll('.box').length"
            self.holds("all tables are drawn", page.value(boxes) == 301, page.value(boxes))
            for detail in ("names", "keys", "columns"):
                page.value(f"document.querySelector('#view-diagram [data-value={detail}]').click()")
                self.holds(f"no tables overlap with {detail}", page.value(OVERLAPS) == 0, page.value(OVERLAPS))
            drawing = "document.querySelector('.drawing > g').getAttribute('transform')"
            first = page.value(drawing)
            page.mouse("mouseWheel", 700, 500, deltaX=0, deltaY=-600)
            page.wait(f"{drawing} !== {first!r}")
            zoomed = page.value(drawing)
            for kind, x in (("mousePressed", 700), ("mouseMoved", 600), ("mouseMoved", 500), ("mouseReleased", 500)):
                page.mouse(kind, x, 500, button="left", buttons=1, clickCount=1)
            self.holds("dragging moves", page.value(drawing) != zoomed and page.value("location.hash") == "#/diagram", page.value("location.hash"))
            page.value("document.querySelector('.box[tabindex=\"0\"]').focus()")
            name = page.value("document.activeElement.dataset.name")
            page.key("ArrowRight")
            other = page.value("document.activeElement.dataset.name")
            self.holds("arrow keys go on", other and other != name, other)
            page.key("Enter")
            page.wait("document.querySelector('.box.focus') !== null")
            self.holds("Enter shows neighbours", 0 < page.value(boxes) < 301 and not page.value("document.querySelector('.panel').hidden"))
            self.holds("no neighbours overlap", page.value(OVERLAPS) == 0)
            page.value("document.querySelector('.box.focus').focus()")
            page.key("Enter")
            page.wait(f"document.body.dataset.view === 'tables'")
            self.holds("and then its columns", page.value(f"document.querySelector('.table[open] .name').textContent") == other)
            self.quiet(page, "the diagram")

    def tables(self, browser):
        with self.open(browser, "large", "tables") as page:
            shown = "document.querySelectorAll('#view-tables details:not([hidden])').length"
            page.type("#view-tables input", "odd </script>")
            page.wait(f"{shown} === 1")
            page.value("document.querySelector('#view-tables details:not([hidden]) summary').click()")
            page.wait("document.querySelector('#view-tables details[open] .body') !== null")
            text = page.value("document.querySelector('#view-tables details[open]').textContent")
            self.holds("markup in names and comments is text", "<img src=x onerror=" in text and "<i>" in text, text)
            self.quiet(page, "the tables")

    def printed(self, browser, name):
        with self.open(browser, name) as page:
            pdf = page.pdf()
            self.holds(f"{name} can be printed", pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") > 1, len(pdf))
            self.quiet(page, name + ", printed")

    def run(self):
        for name in ("backend", "large", "offline"):
            size = (self.folder / f"{name}.html").stat().st_size
            self.holds(f"{name} is small enough", size < LARGEST_FILE, f"{size} bytes")
            print(f"report: {name}.html has {size:,} bytes")
        with Chromium(self.chromium) as browser:
            print("report: found, with loading: " + self.start(browser))
            for name in ("backend", "large", "offline"):
                self.every_view(browser, name)
            self.revisions(browser)
            self.diagram(browser)
            self.tables(browser)
            self.printed(browser, "backend")
            print(f"report: all {self.passed} checks passed with " + browser.send("Browser.getVersion")["product"])


if __name__ == "__main__":
    shots = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    try:
        Checks(sys.argv[1], Path(sys.argv[2]).resolve(), shots).run()
    except Failure as failure:
        sys.exit(f"report: FAILED  {failure}")
