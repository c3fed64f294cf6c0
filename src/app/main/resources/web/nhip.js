"use strict";
// The chart of a KPI, shortcuts, and the sync page that follows along. Everything works without this, only plainer.
(function () {
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // ---- chart ----
  const numberFormat = (unit, language) => {
    const locale = language === "vi" ? "vi-VN" : "en-US";
    const compact = { notation: "compact", maximumFractionDigits: 1 };
    const percent = { style: "percent", maximumFractionDigits: 1 };
    const format = new Intl.NumberFormat(locale, unit === "ratio" ? percent : compact);
    return (value) => (value === null || value === undefined ? "" : format.format(value));
  };

  const series = (label, color, extra) => Object.assign({ label, stroke: style(color), width: 2, points: { show: false } }, extra);

  const draw = (box) => {
    const told = JSON.parse(box.dataset.series);
    const show = numberFormat(told.unit, told.language);
    const point = document.getElementById("chart-point");
    const axis = { stroke: style("--ink-2"), grid: { stroke: style("--line"), width: 1 }, ticks: { show: false } };
    const options = {
      width: box.clientWidth,
      height: 300,
      cursor: { drag: { x: false, y: false }, points: { size: 8 } },
      legend: { show: true, live: false },
      scales: { x: { time: false }, y: { range: (u, low, high) => spread(low, high) } },
      axes: [
        Object.assign({ values: (u, at) => at.map((i) => told.labels[i] || ""), space: 70, incrs: [1, 2, 5, 7, 10, 14, 30, 60, 90] }, axis),
        Object.assign({ values: (u, at) => at.map(show), size: 72 }, axis),
      ],
      series: [
        {},
        series(box.dataset.whole, "--series-1", { spanGaps: false, width: 2.5 }),
        series(box.dataset.running, "--series-1", { dash: [3, 3] }),
        series(box.dataset.target, "--ink-2", { dash: [10, 6], width: 1.5 }),
        series(box.dataset.beside, "--series-2", { dash: [2, 4], width: 1.5 }),
      ],
      hooks: {
        draw: [(u) => mark(u, told.marks)],
        setCursor: [(u) => {
          if (u.cursor.idx !== null && u.cursor.idx !== undefined && told.texts[u.cursor.idx]) {
            point.textContent = told.texts[u.cursor.idx];
          }
        }],
      },
    };
    const steps = told.whole.map((value, i) => i);
    box.textContent = "";
    return new uPlot(options, [steps, told.whole, told.running, told.target, told.beside], box);
  };

  // What was done and noted stands as a dashed line at its day, a holiday as a faint one; the words are below and at the pointer.
  const lines = { done: ["--accent", [4, 4], 1.5], note: ["--series-2", [4, 2], 1.5], occasion: ["--ink-2", [1, 5], 1] };
  const mark = (u, marks) => {
    u.ctx.save();
    marks.forEach((kind, i) => {
      if (!kind) { return; }
      const [color, dash, width] = lines[kind];
      const x = Math.round(u.valToPos(i, "x", true));
      u.ctx.strokeStyle = style(color);
      u.ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
      u.ctx.lineWidth = width * devicePixelRatio;
      u.ctx.beginPath();
      u.ctx.moveTo(x, u.bbox.top);
      u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
      u.ctx.stroke();
    });
    u.ctx.restore();
  };

  const spread = (low, high) => {
    if (low === null || high === null) { return [0, 1]; }
    const margin = (high - low || Math.abs(high) || 1) * 0.08;
    return [low >= 0 && low < (high - low) * 2 ? 0 : low - margin, high + margin];
  };

  const chart = document.getElementById("chart");
  if (chart && window.uPlot) {
    let drawn = draw(chart);
    let width = chart.clientWidth;
    const again = () => { drawn.destroy(); drawn = draw(chart); width = chart.clientWidth; };
    ["(prefers-color-scheme: dark)", "print"].forEach((media) => matchMedia(media).addEventListener("change", again));
    addEventListener("resize", () => { if (chart.clientWidth !== width) { again(); } });
    chart.tabIndex = 0;
    chart.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!move) { return; }
      event.preventDefault();
      const last = drawn.data[0].length - 1;
      const now = drawn.cursor.idx === null || drawn.cursor.idx === undefined ? last + 1 : drawn.cursor.idx;
      const next = Math.min(last, Math.max(0, now + move));
      drawn.setCursor({ left: drawn.valToPos(next, "x"), top: 10 });
    });
  }

  // ---- shortcuts, which can be switched off ----
  const keys = document.getElementById("keys");
  if (keys) {
    const on = document.getElementById("keys-on");
    const open = document.getElementById("keys-open");
    on.checked = localStorage.getItem("keys") !== "off";
    on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
    open.hidden = false;
    open.addEventListener("click", () => keys.showModal());
    const ways = { d: "/?cadence=day", w: "/?cadence=week", m: "/?cadence=month", a: "/incidents", t: "/targets", r: "/review", s: "/sync", e: "/exports" };
    document.addEventListener("keydown", (event) => {
      const writing = event.target.closest("input, select, textarea, dialog");
      if (writing || event.ctrlKey || event.metaKey || event.altKey || !on.checked) { return; }
      if (event.key === "?") { keys.showModal(); }
      if (event.key === "/") {
        event.preventDefault();
        document.getElementById("search").focus();
      }
      if (ways[event.key.toLowerCase()]) { location.assign(ways[event.key.toLowerCase()]); }
    });
  }

  // ---- a file that is dropped, or chosen, is sent at once when it is not too large ----
  const drop = document.getElementById("drop");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const send = () => {
      const large = field.files.length > 0 && field.files[0].size > Number(drop.dataset.most);
      document.getElementById("drop-large").hidden = !large;
      if (large) { field.value = ""; }
      return field.files.length > 0;
    };
    drop.addEventListener("submit", (event) => { if (!send()) { event.preventDefault(); } });
    ["dragover", "dragenter"].forEach((name) => addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); }));
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) { drop.classList.remove("over"); } });
    addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length === 0) { return; }
      field.files = event.dataTransfer.files;
      if (send()) { drop.requestSubmit(); }
    });
  }

  // ---- pages that follow what is going on: the sync page, and the steps of connecting ----
  const busy = () => document.querySelector("#accounts[data-busy=yes], [data-follow=yes]");
  const follow = () => {
    fetch(location.pathname, { headers: { Accept: "text/html" } })
      .then((answer) => answer.text())
      .then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        const fresh = page.getElementById("main");
        if (!fresh) { return; }
        document.getElementById("main").replaceChildren(...fresh.childNodes);
        if (busy()) { setTimeout(follow, 1500); }
      })
      .catch(() => setTimeout(follow, 5000));
  };
  if (busy()) { setTimeout(follow, 700); }
})();
