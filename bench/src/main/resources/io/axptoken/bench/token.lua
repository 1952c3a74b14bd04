-- Closed-loop callers. The file named on the command line has one request behind the other, each behind a line with its
-- length. As many as this are kept in memory; of more, each is read when its turn comes. The first one is that whose
-- place in the file is named second, and whose number, from 0, third.
local KEPT = 20000
local file, kept, at = nil, {}, 0

local function read()
  local length = file:read("*l")
  return length and file:read(tonumber(length))
end

function init(args)
  file = assert(io.open(args[1], "rb"))
  at = tonumber(args[3])
  for i = 1, KEPT do
    kept[i] = read()
    if not kept[i] then return end
  end
  kept = nil
  file:seek("set", tonumber(args[2]))
end

function request()
  if kept then
    at = at % #kept + 1
    return kept[at]
  end
  local next = read()
  if not next then
    file:seek("set")
    next = read()
  end
  return next
end

function done(summary)
  local errors = summary.errors
  io.write(string.format(
    "bench answers=%d micros=%d refused=%d connect=%d read=%d write=%d timeout=%d\n",
    summary.requests, summary.duration,
    errors.status, errors.connect, errors.read, errors.write, errors.timeout))
end
