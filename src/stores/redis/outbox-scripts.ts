// The Lua scripts of the outbox and of the queue index. Lease times are Redis's own TIME; `offset` moves it in tests.
// A row is in `due` (score: wall clock), in `leased` (score: Redis TIME), or waits for another row and is in neither.
import { script } from './scripts.js';

const GIVE_BACK = `
local now = clock(ARGV[1])
for _, member in ipairs(call('ZRANGEBYSCORE', p .. 'leased', '-inf', now, 'LIMIT', 0, 500)) do
  local due = call('HGET', rowKey(parts(member)), 'due')
  call('ZREM', p .. 'leased', member)
  if due then call('ZADD', p .. 'due', due, member) end
end
`;

/** ARGV: offset, wall clock, limit. Gives back lapsed leases; gives the due times, earliest first, and the next one. */
export const PEEK = script(`${GIVE_BACK}
local found, times = call('ZRANGEBYSCORE', p .. 'due', '-inf', ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3]), {}
for i = 2, #found, 2 do times[#times + 1] = found[i] end
return {nextDue(), times}
`);

/** ARGV: offset, wall clock, limit, leaseMs. Gives the next due time and rows: record, row, kind, body, due, after, fence, tries. */
export const LEASE = script(`${GIVE_BACK}
local rows = {}
for _, member in ipairs(call('ZRANGEBYSCORE', p .. 'due', '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])) do
  local id, row = parts(member)
  local key = rowKey(id, row)
  local fence = call('INCR', p .. 'fence')
  local tries = call('HINCRBY', key, 'tries', 1) - 1
  call('HSET', key, 'fence', fence)
  call('ZREM', p .. 'due', member)
  call('ZADD', p .. 'leased', now + tonumber(ARGV[4]), member)
  local held = call('HMGET', key, 'kind', 'body', 'due', 'after')
  rows[#rows + 1] = {id, row, held[1], held[2], held[3], held[4], tostring(fence), tostring(tries)}
end
return {nextDue(), rows}
`);

/** ARGV: record, row, fence, retryAt ('' when done). Gives whether it settled, and the next due time. */
export const SETTLE = script(`
local id, row = ARGV[1], ARGV[2]
local held = call('HMGET', rowKey(id, row), 'fence', 'member')
if held[1] ~= ARGV[3] then return {'stale', nextDue()} end
call('ZREM', p .. 'leased', held[2])
call('ZREM', p .. 'due', held[2])
if ARGV[4] ~= '' then
  call('HSET', rowKey(id, row), 'due', ARGV[4])
  call('ZADD', p .. 'due', ARGV[4], held[2])
  return {'settled', nextDue()}
end
call('DEL', rowKey(id, row))
call('SREM', p .. 'rows:' .. id, row)
for _, member in ipairs(call('LRANGE', waitsKey(id, row), 0, -1)) do
  local due = call('HGET', rowKey(parts(member)), 'due')
  if due then call('ZADD', p .. 'due', due, member) end
end
call('DEL', waitsKey(id, row))
return {'settled', nextDue()}
`);

/** KEYS[1] is the desk's prefix. ARGV: case id, rank, entry, wake channel, topic. */
export const PUT_ENTRY = script(`
call('ZADD', p .. 'ranks', ARGV[2], ARGV[1])
call('HSET', p .. 'entries', ARGV[1], ARGV[3])
call('PUBLISH', ARGV[4], ARGV[5])
return {}
`);

/** ARGV: case id, wake channel, topic. */
export const REMOVE_ENTRY = script(`
call('ZREM', p .. 'ranks', ARGV[1])
call('HDEL', p .. 'entries', ARGV[1])
call('PUBLISH', ARGV[2], ARGV[3])
return {}
`);

/** ARGV: offset, limit. Gives the total and the entries. */
export const LIST_ENTRIES = script(`
local entries = {}
if tonumber(ARGV[2]) > 0 then
  local last = tonumber(ARGV[1]) + tonumber(ARGV[2]) - 1
  for i, id in ipairs(call('ZRANGE', p .. 'ranks', ARGV[1], last)) do entries[i] = call('HGET', p .. 'entries', id) end
end
return {tostring(call('ZCARD', p .. 'ranks')), entries}
`);
