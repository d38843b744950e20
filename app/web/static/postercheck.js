// What pages can do on top of working without it: drop and paste a picture, show that a check runs, light up a region.
"use strict";

document.documentElement.classList.add("js");

function startUploadForm(form) {
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const empty = form.querySelector("[data-empty]");
  const chosen = form.querySelector("[data-chosen]");
  const preview = form.querySelector("[data-preview]");
  const name = form.querySelector("[data-name]");
  const problem = form.querySelector("[data-problem]");
  const busy = form.querySelector("[data-busy]");
  const busyWords = form.querySelector("[data-busy-words]");
  const live = form.querySelector("[data-live]");
  const button = form.querySelector("button[type=submit]");
  const maxBytes = Number(form.dataset.maxBytes);
  const maxFiles = Number(form.dataset.maxFiles || 1);
  let shownAddress = "";
  let timer = 0;

  function whatIsWrong(files) {
    if (files.length > maxFiles) {
      return `At most ${maxFiles} pictures at once; these are ${files.length}.`;
    }
    const large = files.find((file) => file.size > maxBytes);
    return large ? `${large.name} is larger than ${form.dataset.maxSize}.` : "";
  }

  function showChoice() {
    const files = Array.from(input.files);
    const wrong = whatIsWrong(files);
    input.setCustomValidity(wrong);
    problem.textContent = wrong;
    problem.hidden = !wrong;
    empty.hidden = files.length > 0;
    chosen.hidden = files.length === 0;
    URL.revokeObjectURL(shownAddress);
    shownAddress = "";
    if (files.length === 0) {
      return;
    }
    const words = files.length === 1 ? files[0].name : `${files.length} pictures`;
    name.textContent = `${words}; choose, drop or paste another to replace ${files.length === 1 ? "it" : "them"}`;
    live.textContent = `Chosen: ${words}`;
    if (preview && files.length === 1) {
      shownAddress = URL.createObjectURL(files[0]);
      preview.hidden = false;
      preview.src = shownAddress;
    }
  }

  function take(files) {
    const pictures = Array.from(files).filter((file) => file.type.startsWith("image/"));
    if (pictures.length === 0) {
      problem.textContent = "That is not a picture. Save it first, then choose the file.";
      problem.hidden = false;
      return;
    }
    const transfer = new DataTransfer();
    pictures.slice(0, input.multiple ? pictures.length : 1).forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    showChoice();
    button.focus();
  }

  function showBusy(running) {
    window.clearInterval(timer);
    busy.hidden = !running;
    button.disabled = running;
    if (!running) {
      return;
    }
    const words = ["Sending the picture…", "Looking for references…", "Laying it over what was found…", "Still checking…"];
    let step = 0;
    const next = () => {
      busyWords.textContent = words[Math.min(step, words.length - 1)];
      live.textContent = step === 0 ? "Checking…" : busyWords.textContent;
      step += 1;
    };
    next();
    timer = window.setInterval(next, 2500);
  }

  // A picture that the browser cannot decode (HEIC) may still be fine for the server.
  if (preview) {
    preview.addEventListener("error", () => { preview.hidden = true; });
  }
  input.addEventListener("change", showChoice);
  form.addEventListener("submit", () => showBusy(true));
  // After "back" the form comes out of the browser's memory as it was left: busy.
  window.addEventListener("pageshow", () => { showBusy(false); showChoice(); });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData && event.clipboardData.files.length > 0) {
      event.preventDefault();
      take(event.clipboardData.files);
    }
  });
  ["dragenter", "dragover"].forEach((kind) => document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      drop.classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(event.dataTransfer.files);
  });
}

function startRegions() {
  const light = (number, on) => {
    document.querySelectorAll(`[data-region="${number}"]`).forEach((part) => part.classList.toggle("lit", on));
  };
  document.querySelectorAll("[data-region]").forEach((part) => {
    const number = part.dataset.region;
    ["mouseenter", "focusin"].forEach((kind) => part.addEventListener(kind, () => light(number, true)));
    ["mouseleave", "focusout"].forEach((kind) => part.addEventListener(kind, () => light(number, false)));
  });
}

function startBlend(range) {
  const top = document.querySelector("[data-blend-top]");
  const show = () => top.style.setProperty("--blend", String(range.value / 100));
  range.addEventListener("input", show);
  show();
}

// The running batch's page is fetched again and its part exchanged: what it says is decided in one place, the server.
function startBatch() {
  const part = document.getElementById("batch");
  if (part.dataset.running !== "yes") {
    return;
  }
  window.setTimeout(async () => {
    try {
      const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        updateBatch(part, page.getElementById("batch"));
        document.title = page.title;
      }
    } catch {
      part.querySelector("[data-batch-live]").textContent = "The server does not answer; trying again…";
    }
    startBatch();
  }, 1500);
}

function updateBatch(part, fresh) {
  part.dataset.running = fresh.dataset.running;
  // The live region itself has to stay in the page, or its change is not spoken.
  const words = fresh.querySelector("[data-batch-live]").textContent;
  const live = part.querySelector("[data-batch-live]");
  if (live.textContent !== words) {
    live.textContent = words;
  }
  ["h1", "progress", ".tally", ".rows"].forEach((selector) => {
    const before = part.querySelector(selector);
    const after = fresh.querySelector(selector);
    if (!before.isEqualNode(after) && !before.contains(document.activeElement)) {
      before.replaceWith(after);
    }
  });
}

document.querySelectorAll("form[data-upload]").forEach(startUploadForm);
document.querySelectorAll("[data-blend-range]").forEach(startBlend);
startRegions();
if (document.querySelector("[data-batch]")) {
  startBatch();
}
const formError = document.getElementById("form-error");
if (formError) {
  formError.focus();
}
