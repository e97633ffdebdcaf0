// Every page that a role has, found by walking to it as its users do.
export const paths = {
  client: ["/portal", "/portal/new", "first:/portal/jobs/", "/account", "/no-such-page"],
  producer: ["/board", "first:/handoffs/", "/jobs", "first:/jobs/", "/engagements", "first:/engagements/", "/dashboard", "/plan", "/team", "/account"],
  sales: ["/board", "/jobs", "/engagements", "/dashboard", "/plan", "/account"],
  generative: ["/board", "/jobs", "/engagements", "/dashboard", "/plan", "/account"],
  executive: ["/dashboard", "/board", "/jobs", "/engagements", "/plan", "/team", "/account"],
  admin: ["/team", "/board", "/jobs", "/engagements", "/dashboard", "/plan", "/account"],
};

const lists = { "/handoffs/": "/board", "/jobs/": "/jobs", "/engagements/": "/engagements", "/portal/jobs/": "/portal" };

/** Turns `first:/jobs/` into the first job that the list of jobs links to. */
export async function resolve(page, path) {
  if (!path.startsWith("first:")) return path;
  const prefix = path.slice("first:".length);
  await page.goto(lists[prefix]);
  return page.locator(`main a[href^="${prefix}"]`).first().getAttribute("href");
}
