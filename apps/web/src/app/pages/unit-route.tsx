export function UnitRoute() {
  return null;
}
