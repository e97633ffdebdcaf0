// The sign-ins of the demo agency, as `baton demo` prints them.
export const roles = ["client", "producer", "sales", "generative", "executive", "admin"];

const password = "a year in one night";

export function signInOf(role) {
  return { email: `${role}@demo.baton.example`, password };
}
