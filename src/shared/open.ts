/** Whether something with an opening and a closing time is open at an instant; without them it always is. */
export function isOpenAt(what: { opensAt: Date | null; closesAt: Date | null }, at: Date): boolean {
  const { opensAt, closesAt } = what;
  return (opensAt === null || opensAt <= at) && (closesAt === null || at <= closesAt);
}
