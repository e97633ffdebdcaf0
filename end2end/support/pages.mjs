// Every page that a role has, found by walking to it as its users do.
const work = ["/board", "/board/list", "/board/limits", "first:/handoffs/", "/jobs", "first:/jobs/", "/engagements", "first:/engagements/", "first:/clients/"];
const numbers = ["/dashboard", "/quality", "/plan", "/team", "/views"];
const own = ["/account", "/no-such-page"];
const finding = ["/feed", "/search?q=a"];

export const paths = {
  client: ["/portal", "/portal/new", "first:/portal/jobs/", ...own],
  producer: [...work, ...numbers, ...finding, ...own],
  sales: [...work, ...numbers, ...finding, ...own],
  generative: [...work, ...numbers, ...finding, ...own],
  executive: [...work, ...numbers, ...finding, ...own],
  admin: [...work, ...numbers, ...finding, ...own],
};

/** What the server answers: an address that nothing has, and a page that a role may not open, say so. */
export function status(role, path) {
  if (path === "/no-such-page") return 404;
  const closed = { "/team": ["sales", "generative"], "/quality": ["sales"] };
  return closed[path]?.includes(role) ? 403 : 200;
}

const lists = { "/handoffs/": "/board", "/jobs/": "/jobs", "/engagements/": "/engagements", "/portal/jobs/": "/portal", "/clients/": "first:/engagements/" };

/** Turns `first:/jobs/` into the first job that the list of jobs links to; every engagement links to its client's brand. */
export async function resolve(page, path) {
  if (!path.startsWith("first:")) return path;
  const prefix = path.slice("first:".length);
  await page.goto(await resolve(page, lists[prefix]));
  return page.locator(`main a[href^="${prefix}"]`).first().getAttribute("href");
}
