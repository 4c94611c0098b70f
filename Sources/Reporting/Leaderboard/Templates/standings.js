(() => {
  "use strict";
  const table = document.querySelector("table.standings");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead.rows[0].cells);
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // Rows without a value stay last, whichever way the others go; equal ones keep the order of the board.
  const sort = (column, head, direction) => {
    const isNumber = head.dataset.sort === "number";
    const sign = direction === "ascending" ? 1 : -1;
    const keyed = rows.map((row, place) => {
      const text = row.cells[column].dataset.value;
      return { row, place, text, key: isNumber ? Number(text) : plain(text) };
    });
    keyed.sort((a, b) => {
      if ((a.text === "") !== (b.text === "")) return a.text === "" ? 1 : -1;
      if (a.text === "" || a.key === b.key) return a.place - b.place;
      return a.key < b.key ? -sign : sign;
    });
    body.append(...keyed.map((entry) => entry.row));
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const first = head.dataset.first || "ascending";
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const other = now === "ascending" ? "descending" : "ascending";
      sort(column, head, now ? other : first);
    });
  });
  heads[0].setAttribute("aria-sort", "ascending");

  const field = document.getElementById("filter-team");
  const count = document.getElementById("filter-count");
  const teams = rows.map((row) => plain(row.querySelector(".team").textContent));
  const filter = () => {
    const wanted = plain(field.value.trim());
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !teams[place].includes(wanted);
      if (!row.hidden) shown += 1;
    });
    count.textContent = shown + " of " + rows.length + " submissions";
  };
  field.addEventListener("input", filter);
  document.getElementById("filter").hidden = false;
  filter();
})();
