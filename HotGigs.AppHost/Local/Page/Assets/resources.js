// Shows what /events and /logs/NAME tell. Text from resources goes in through textContent only: it is never markup.
"use strict";

const maxLines = 2000;
const busy = new Set(["Waiting", "Preparing", "Starting", "Restarting", "Stopping"]);
const byId = id => document.getElementById(id);
const [table, lines, filter, follow, connection, logName] = ["resources", "lines", "filter", "follow", "connection", "log-name"].map(byId);

let resources = [];
let chosen = decodeURIComponent(location.hash.slice(1));
let log = null;

function element(name, text, className) {
  const result = document.createElement(name);
  if (text !== undefined && text !== null) result.textContent = text;
  if (className) result.className = className;
  return result;
}

function tone(resource) {
  if (busy.has(resource.state)) return "busy";
  if (resource.healthy === null) return "idle";
  return resource.healthy ? "good" : "bad";
}

function upFor(startedAt) {
  if (!startedAt) return "";
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(startedAt)) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function endpointCell(endpoint) {
  const cell = element("td");
  if (!endpoint) return cell;
  if (!endpoint.startsWith("http://")) return element("td", endpoint);
  const link = element("a", endpoint);
  link.href = endpoint;
  cell.append(link);
  return cell;
}

function row(resource) {
  const result = element("tr", null, resource.name === chosen ? "chosen" : "");
  const name = element("td");
  const button = element("button", resource.name);
  button.type = "button";
  button.addEventListener("click", () => choose(resource.name));
  name.append(button, element("small", resource.kind));
  const state = element("td");
  state.append(element("span", resource.state, `state ${tone(resource)}`));
  result.append(
    name, state, endpointCell(resource.endpoint), element("td", resource.pid ?? "", "number"),
    element("td", upFor(resource.startedAt), "number"), element("td", resource.restarts, "number"));
  return result;
}

function draw() {
  // A row that has the focus is drawn anew: give the focus back.
  const focused = table.contains(document.activeElement) ? document.activeElement.textContent : null;
  table.replaceChildren(...resources.map(row));
  if (focused) [...table.querySelectorAll("button")].find(button => button.textContent === focused)?.focus();
}

function drawTimes() {
  resources.forEach((resource, index) => { table.rows[index].cells[4].textContent = upFor(resource.startedAt); });
}

function isHidden(item) {
  return !item.lastChild.textContent.toLowerCase().includes(filter.value.toLowerCase());
}

function addLine(line) {
  const item = element("li", null, line.text.startsWith("-- ") ? "ours" : "");
  const time = element("time", new Date(line.at).toLocaleTimeString());
  time.dateTime = line.at;
  item.append(time, element("span", line.text));
  item.classList.toggle("hidden", isHidden(item));
  lines.append(item);
  if (lines.childElementCount > maxLines) lines.firstChild.remove();
  if (follow.checked) lines.scrollTop = lines.scrollHeight;
}

function choose(name) {
  chosen = name;
  history.replaceState(null, "", `#${encodeURIComponent(name)}`);
  logName.textContent = name;
  log?.close();
  lines.replaceChildren();
  log = new EventSource(`logs/${encodeURIComponent(name)}`);
  log.onmessage = event => addLine(JSON.parse(event.data));
  draw();
}

const events = new EventSource("events");
events.onopen = () => { connection.textContent = "live"; connection.className = ""; };
events.onerror = () => { connection.textContent = "connection lost: local mode has stopped, or is being restarted"; connection.className = "lost"; };
events.onmessage = event => {
  resources = JSON.parse(event.data);
  if (log) draw();
  else choose([chosen, "api", resources[0].name].find(name => resources.some(resource => resource.name === name)));
};
filter.addEventListener("input", () => { for (const item of lines.children) item.classList.toggle("hidden", isHidden(item)); });
setInterval(drawTimes, 1000);
