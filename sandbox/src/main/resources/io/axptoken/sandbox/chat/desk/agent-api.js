// What the page asks the sandbox.

/** Calls below the engagements; throws what went wrong as an error with its `status`. */
export async function call(method, path, body) {
  const answer = await fetch(`/sandbox/chat/engagements${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail || `The sandbox answered ${answer.status}`), { status: answer.status });
  }
  return answer.status === 204 ? null : answer.json();
}
