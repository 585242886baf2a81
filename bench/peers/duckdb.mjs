// The country in DuckDB: the same values by the same formula; prints the best times as JSON. Called by
// `giaoban bench figures` with one argument, the load as JSON.
import { DuckDBInstance } from '@duckdb/node-api'

const job = JSON.parse(process.argv[2])
const best = { all: null, all_processor: null, like_for_like: null, totals: null, sum: null }
const faster = (name, took) => { if (best[name] === null || took < best[name]) best[name] = took }

const totals = (months) => `
  with p as (select prov, i, m, sum(v) v, count(v) n from f join c using (u) ${months} group by all)
  select * from p union all select -1, i, m, sum(v), sum(n) from p group by i, m`
const all = `
  with a as (${totals('')}),
  y as (select *, sum(v) over (partition by prov, i, m // 12 order by m) ytd from a)
  select *, 100 * v / lag(v, 1) over w mom, 100 * v / lag(v, 12) over w yoy, 100 * ytd / lag(ytd, 12) over w ytd_yoy
  from y window w as (partition by prov, i order by m)`
// Each side of a comparison is the sum over the communes that have both.
const likeForLike = `
  with b as (
    select f.i, f.u, f.m, f.v, p.v pv, l.v lv
    from (select * from f where i < ${job.matched}) f
    left join (select i, u, m + 1 m, v from f where i < ${job.matched}) p using (i, u, m)
    left join (select i, u, m + 12 m, v from f where i < ${job.matched}) l using (i, u, m)),
  p as (select prov, i, m, sum(v) v, sum(v) filter (pv is not null) v1, sum(pv) pv, sum(v) filter (lv is not null) v12, sum(lv) lv
        from b join c using (u) group by all),
  a as (select * from p union all select -1, i, m, sum(v), sum(v1), sum(pv), sum(v12), sum(lv) from p group by i, m)
  select *, 100 * v1 / pv mom, 100 * v12 / lv yoy, sum(v) over w ytd, 100 * sum(v12) over w / sum(lv) over w ytd_yoy
  from a window w as (partition by prov, i, m // 12 order by m)`

for (const place of [':memory:', job.file]) {
  const instance = await DuckDBInstance.create(place, { threads: String(job.threads) })
  const db = await instance.connect()
  const { communes, indicators, months } = job
  await db.run(`create table f as select i::smallint i, u::smallint u, m::smallint m, ${job.value} v from (
    select r // ${communes * months} i, (r // ${months}) % ${communes} u, r % ${months} m from range(${communes * indicators * months}) t(r))
    where ${job.present}`)
  await db.run(`create table c as select r::smallint u, (r * ${job.provinces} // ${communes})::smallint prov from range(${communes}) t(r)`)
  if (place !== ':memory:') await db.run('checkpoint')
  const timed = async (name, sql) => {
    for (let k = 0; k < 2; ++k) {
      const from = performance.now(), busy = process.cpuUsage()
      await db.run(`create or replace temp table o as ${sql}`)
      faster(name, performance.now() - from)
      const { user, system } = process.cpuUsage(busy)  // of all threads, in microseconds
      if (name === 'all') faster('all_processor', (user + system) / 1000)
    }
  }
  await timed('all', all)
  await timed('totals', totals(`where m = ${months - 1}`))
  if (job.matched > 0) await timed('like_for_like', likeForLike)
  const rows = await db.runAndReadAll('select sum(v)::varchar from f')
  best.sum = rows.getRows()[0][0]
  db.closeSync()
  instance.closeSync()
}
console.log(JSON.stringify(best))
