// A drawing that is moved and magnified by pointer, wheel, two fingers and keys.

const NEAREST = 4;
const EDGE = 12;
const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Makes a drawing movable.
 *
 * @param frame the element that the drawing is seen through
 * @param content the group that is moved
 * @param onScale is told how large things are after each change
 */
function canvas(frame, content, onScale) {
  let view = { x: 0, y: 0, scale: 1 };
  let smallest = 0.05;
  let moving = 0;

  function set(next) {
    view = next;
    content.setAttribute("transform", `translate(${next.x} ${next.y}) scale(${next.scale})`);
    onScale(next.scale);
  }

  /** Goes there in a few frames, or at once. */
  function go(next) {
    cancelAnimationFrame(moving);
    if (still.matches) {
      set(next);
      return;
    }
    const from = view;
    const begin = performance.now();
    const step = now => {
      const part = Math.min(1, Math.max(0, (now - begin) / 180));
      const eased = 1 - (1 - part) ** 3;
      const tween = key => from[key] + (next[key] - from[key]) * eased;
      set({ x: tween("x"), y: tween("y"), scale: tween("scale") });
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  function zoomed(factor, x, y) {
    const scale = Math.min(NEAREST, Math.max(smallest, view.scale * factor));
    const ratio = scale / view.scale;
    return { scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
  }

  function point(event) {
    const frameBox = frame.getBoundingClientRect();
    return [event.clientX - frameBox.left, event.clientY - frameBox.top];
  }

  frame.addEventListener("wheel", event => {
    event.preventDefault();
    cancelAnimationFrame(moving);
    // A pinch on a touch pad comes as a wheel with the control key, in small steps.
    set(zoomed(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : event.deltaMode === 1 ? 0.05 : 0.0015)), ...point(event)));
  }, { passive: false });

  const fingers = new Map();
  let dragged = false;
  frame.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    if (fingers.size === 0) dragged = false;
    fingers.set(event.pointerId, point(event));
  });
  frame.addEventListener("pointermove", event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const [x, y] = point(event);
    if (!dragged && Math.hypot(x - before[0], y - before[1]) < 4) return;
    if (!dragged) frame.setPointerCapture(event.pointerId);
    dragged = true;
    cancelAnimationFrame(moving);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const factor = Math.hypot(x - other[0], y - other[1]) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
      set(zoomed(factor, (x + other[0]) / 2, (y + other[1]) / 2));
    } else {
      set({ ...view, x: view.x + x - before[0], y: view.y + y - before[1] });
    }
    fingers.set(event.pointerId, [x, y]);
  });
  for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, event => fingers.delete(event.pointerId));
  // The end of a drag isn't a click on what lies below.
  frame.addEventListener("click", event => {
    if (dragged) event.stopPropagation();
    dragged = false;
  }, true);

  const whole = area => Math.min(1, (frame.clientWidth - 2 * EDGE) / area.width, (frame.clientHeight - 2 * EDGE) / area.height);
  const margin = (room, length) => Math.max(EDGE, (room - length) / 2);
  const fitting = (area, scale) =>
    ({ scale, x: margin(frame.clientWidth, area.width * scale), y: margin(frame.clientHeight, area.height * scale) });
  const middle = () => [frame.clientWidth / 2, frame.clientHeight / 2];
  return {
    get scale() {
      return view.scale;
    },
    zoom: factor => go(zoomed(factor, ...middle())),
    pan: (x, y) => go({ ...view, x: view.x + x, y: view.y + y }),
    /** Shows all of an area, but nothing larger than it is. */
    fit(area) {
      go(fitting(area, whole(area)));
    },
    /** The same at once; where that would be smaller than the least, shows the beginning. */
    begin(area, least) {
      if (frame.clientWidth === 0) return;
      smallest = Math.min(0.3, whole(area) / 2);
      set(fitting(area, Math.max(least, whole(area))));
    },
    /** Moves so that a box can be seen. */
    reveal(box) {
      const left = box.x * view.scale + view.x;
      const top = box.y * view.scale + view.y;
      const inside = left >= 0 && top >= 0 && left + box.width * view.scale <= frame.clientWidth && top + box.height * view.scale <= frame.clientHeight;
      if (inside) return;
      const [x, y] = middle();
      go({ ...view, x: x - (box.x + box.width / 2) * view.scale, y: y - (box.y + box.height / 2) * view.scale });
    },
  };
}
