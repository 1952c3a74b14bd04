-- Closed-loop callers: each line of the file named on the command line is a body to POST.
local requests, at = {}, 0

function init(args)
  local headers = {
    ["Content-Type"] = "application/json",
    ["Origin"] = "https://www.example.com",
  }
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary)
  local errors = summary.errors
  io.write(string.format(
    "bench answers=%d micros=%d refused=%d connect=%d read=%d write=%d timeout=%d\n",
    summary.requests, summary.duration,
    errors.status, errors.connect, errors.read, errors.write, errors.timeout))
end
