/** The two models a file of moves is asked for: `from` and `to` of the address, "" where one is missing. */
export function modelsAsked(request: Request): { readonly from: string; readonly to: string } {
  const { searchParams } = new URL(request.url);
  return { from: searchParams.get("from") ?? "", to: searchParams.get("to") ?? "" };
}
