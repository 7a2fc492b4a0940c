// The Lua scripts that touch a record: read, commit, erase, sweep. One script is one atomic write in one shard's slot.
// KEYS[1] is the shard's prefix, "{s17}:"; every other key is made from it, so that all lie in the slot of its hash tag.
// Each script may run twice (a reply can be lost): a commit is caught by its seen row or version, the others by their keys.
import { createHash } from 'node:crypto';

export interface Script {
  readonly lua: string;
  readonly sha: string;
}

/** A script with the words all scripts share. Outbox members are `<order>\n<record>\n<row>`; ids hold no line break. */
export function script(lua: string): Script {
  const whole = `${SHARED}${lua}`;
  return { lua: whole, sha: createHash('sha1').update(whole).digest('hex') };
}

const SHARED = `
local p = KEYS[1]
local function call(...) return redis.call(...) end
local function rowKey(id, row) return p .. 'row:' .. id .. '\\n' .. row end
local function waitsKey(id, row) return p .. 'waits:' .. id .. '\\n' .. row end
local function parts(member) return string.match(member, '^%d+\\n(.-)\\n(.*)$') end
local function clock(offset)
  local t = call('TIME')
  return tonumber(t[1]) * 1000 + math.floor(tonumber(t[2]) / 1000) + tonumber(offset)
end
local function nextDue() return call('ZRANGE', p .. 'due', 0, 0, 'WITHSCORES')[2] or '' end
local function eraseRecord(id)
  for _, row in ipairs(call('SMEMBERS', p .. 'rows:' .. id)) do
    local member = call('HGET', rowKey(id, row), 'member')
    if member then call('ZREM', p .. 'due', member); call('ZREM', p .. 'leased', member) end
    call('DEL', rowKey(id, row), waitsKey(id, row))
  end
  call('DEL', p .. 'rows:' .. id, p .. 'c:' .. id, p .. 't:' .. id)
  call('ZREM', p .. 'expiry', id)
end
`;

/** ARGV: id, talkFrom ('' for no talk). Gives version, body, mark names, first index, bodies of the talk. */
export const READ = script(`
local id, from = ARGV[1], tonumber(ARGV[2])
local marks = call('HKEYS', p .. 'm:' .. id)
local held = call('HMGET', p .. 'c:' .. id, 'version', 'body', 'first', 'next')
if not held[1] then return {'0', '', marks, '0', {}} end
local talk, start = {}, tonumber(held[3])
if from then
  start = math.max(from, start)
  for index = start, tonumber(held[4]) - 1 do talk[#talk + 1] = call('HGET', p .. 't:' .. id, index) or '' end
end
return {held[1], held[2], marks, tostring(start), talk}
`);

/**
 * ARGV: id, expected version, body, talkStart, talkFrom, expiresAt, due channel, sender and shard, wake channel,
 * then four counted lists: seen (key, answer, at, expiresAt), talk, rows (id, kind, body, dueAt, after), marks (name, until), wake.
 */
export const COMMIT = script(`
local id, expected, body = ARGV[1], ARGV[2], ARGV[3]
local talkStart, talkFrom, expiresAt = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local at = 10
local function take() at = at + 1; return ARGV[at - 1] end
local function list(width)
  local all = {}
  for i = 1, tonumber(take()) do
    all[i] = {}
    for j = 1, width do all[i][j] = take() end
  end
  return all
end
local seen, talk, rows, marks, wake = list(4), list(1), list(5), list(2), list(1)

for _, s in ipairs(seen) do
  local repeated = call('HGET', p .. 'seen', id .. '\\n' .. s[1])
  if repeated then return {'seen', repeated} end
end
local held = call('HMGET', p .. 'c:' .. id, 'version', 'first', 'next')
if (held[1] or '0') ~= expected then return {'conflict'} end

local version = call('INCR', p .. 'version')
local first, next = tonumber(held[2]) or talkStart, tonumber(held[3]) or talkStart
for i, entry in ipairs(talk) do call('HSET', p .. 't:' .. id, talkStart + i - 1, entry[1]) end
next = math.max(next, talkStart + #talk)
for index = first, math.min(talkFrom, next) - 1 do call('HDEL', p .. 't:' .. id, index) end
first = math.max(first, talkFrom)
call('HSET', p .. 'c:' .. id, 'version', version, 'body', body, 'first', first, 'next', next)
if expiresAt == '' then call('ZREM', p .. 'expiry', id) else call('ZADD', p .. 'expiry', expiresAt, id) end

local added, earliest = {}, nil
for i, row in ipairs(rows) do
  if call('SADD', p .. 'rows:' .. id, row[1]) == 1 then
    local member = string.format('%015d%04d', version, i) .. '\\n' .. id .. '\\n' .. row[1]
    call('HSET', rowKey(id, row[1]), 'kind', row[2], 'body', row[3], 'due', row[4], 'after', row[5],
      'fence', '0', 'tries', '0', 'member', member)
    added[#added + 1] = {row[4], row[5], member}
  end
end
for _, row in ipairs(added) do
  if row[2] ~= '' and call('SISMEMBER', p .. 'rows:' .. id, row[2]) == 1 then
    call('RPUSH', waitsKey(id, row[2]), row[3])
  else
    call('ZADD', p .. 'due', row[1], row[3])
    earliest = math.min(earliest or tonumber(row[1]), tonumber(row[1]))
  end
end

for _, s in ipairs(seen) do
  call('HSET', p .. 'seen', id .. '\\n' .. s[1], s[3] .. '\\n' .. s[2])
  if s[4] ~= '' then call('ZADD', p .. 'fading', s[4], 's\\n' .. id .. '\\n' .. s[1]) end
end
for _, mark in ipairs(marks) do
  local member = 'm\\n' .. id .. '\\n' .. mark[1]
  call('ZREM', p .. 'fading', member)
  if mark[2] == 'none' then call('HDEL', p .. 'm:' .. id, mark[1]) else call('HSET', p .. 'm:' .. id, mark[1], mark[2]) end
  if mark[2] ~= 'none' and mark[2] ~= '' then call('ZADD', p .. 'fading', mark[2], member) end
end
if earliest then call('PUBLISH', ARGV[7], ARGV[8] .. ' ' .. string.format('%.0f', earliest)) end
for _, topic in ipairs(wake) do call('PUBLISH', ARGV[9], topic[1]) end
return {'done', tostring(version), earliest and string.format('%.0f', earliest) or ''}
`);

/** ARGV: id. Gives when the shard's next row falls due. */
export const ERASE = script(`
if call('EXISTS', p .. 'c:' .. ARGV[1]) == 1 then eraseRecord(ARGV[1]) end
return nextDue()
`);

/** ARGV: now, limit. Gives the ids it erased. */
export const SWEEP = script(`
local ids = call('ZRANGEBYSCORE', p .. 'expiry', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do eraseRecord(id) end
return ids
`);

/** ARGV: now, limit. Drops seen rows and marks whose time has come; gives how many. */
export const FADE = script(`
local faded = call('ZRANGEBYSCORE', p .. 'fading', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(faded) do
  local what, id, name = string.match(member, '^(.)\\n(.-)\\n(.*)$')
  if what == 's' then call('HDEL', p .. 'seen', id .. '\\n' .. name) else call('HDEL', p .. 'm:' .. id, name) end
  call('ZREM', p .. 'fading', member)
end
return #faded
`);
