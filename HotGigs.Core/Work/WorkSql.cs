namespace HotGigs.Core.Work;

/// <summary>The statements that move work items. All times are the database's: a worker's clock decides nothing.</summary>
internal static class WorkSql
{
    /// <summary>Attempts beyond the allowed ones that giving up may take before the item is parked without its handler hearing of it.</summary>
    private const string GiveUpTries = "3";

    private const string NoOrganization = "'00000000-0000-0000-0000-000000000000'::uuid";

    /// <summary>$1 number, $2 kinds, $3 organizations in the order they were served, the latest last, $4 lease, $5 worker.</summary>
    /// <remarks>
    /// Highest priority first; within it organizations take turns. Lanes are found by skipping through the partial index
    /// (one probe per organization with waiting work, however much that is), at most $1 lanes are locked, each at most $1 rows deep.
    /// </remarks>
    public const string Lease =
        $"""
        with recursive lanes(lane) as (
            (select coalesce(organization_id, {NoOrganization}) from work_items where state = 0 order by 1 limit 1)
            union all
            select (select coalesce(w.organization_id, {NoOrganization}) from work_items w
                    where w.state = 0 and coalesce(w.organization_id, {NoOrganization}) > lanes.lane order by 1 limit 1)
            from lanes where lanes.lane is not null
        ),
        next_lanes as (
            select lanes.lane, coalesce(array_position($3, lanes.lane), 0) as served
            from lanes cross join lateral (
                select w.priority from work_items w
                where w.state = 0 and coalesce(w.organization_id, {NoOrganization}) = lanes.lane and w.run_at <= now() and w.kind = any($2)
                order by w.priority desc limit 1) first
            order by first.priority desc, served limit $1
        ),
        candidates as (
            select w.id, w.priority, w.run_at, next_lanes.lane, next_lanes.served
            from next_lanes cross join lateral (
                select id, priority, run_at from work_items
                where state = 0 and coalesce(organization_id, {NoOrganization}) = next_lanes.lane and run_at <= now() and kind = any($2)
                order by priority desc, run_at, id limit $1 for update skip locked) w
        ),
        turns as (
            select id, priority, run_at, served, row_number() over (partition by lane order by priority desc, run_at, id) as turn
            from candidates
        ),
        picked as (select id from turns order by priority desc, turn, served, run_at, id limit $1)
        update work_items w
        set state = 1, attempt = w.attempt + 1, lease_until = now() + $4, worker = $5,
            dedupe_key = case when w.dedupe_once then w.dedupe_key end
        from picked where w.id = picked.id
        returning w.id, w.kind, w.payload::text, w.organization_id, w.attempt, w.max_attempts, w.last_error,
                  greatest(clock_timestamp() - w.run_at, interval '0')
        """;

    /// <summary>$1 time in which living workers can renew their leases after the database came back.</summary>
    /// <remarks>
    /// A lease that ran out means its worker is dead or cut off. From the second death on, an item waits before it may hurt another worker.
    /// After its last attempt it is leased once more, for the handler to give up in order; if that kills workers too, it is parked here.
    /// </remarks>
    public const string Reap =
        $"""
        update work_items w
        set state = case when w.attempt >= w.max_attempts + {GiveUpTries} then 3 else 0 end,
            finished_at = case when w.attempt >= w.max_attempts + {GiveUpTries} then clock_timestamp() end,
            run_at = now() + make_interval(secs => least(60, 2 * w.attempt * (w.attempt - 1))),
            last_error = 'worker-died', lease_until = null
        from (select id from work_items where state = 1 and lease_until < now() order by lease_until limit 100 for update skip locked) dead
        where w.id = dead.id and now() - pg_postmaster_start_time() > $1
        returning w.kind, w.state
        """;

    /// <summary>$1 ids, $2 attempts, $3 lease. Returns what is still held.</summary>
    public const string Renew =
        """
        update work_items w set lease_until = now() + $3
        from unnest($1, $2) held(id, attempt) where w.id = held.id and w.attempt = held.attempt and w.state = 1
        returning w.id
        """;

    /// <summary>$1 id, $2 attempt.</summary>
    public const string Complete =
        "update work_items set state = 2, finished_at = clock_timestamp(), lease_until = null where id = $1 and attempt = $2 and state = 1";

    /// <summary>$1 id, $2 attempt, $3 pause, $4 reason, $5 attempts to give back.</summary>
    public const string Return =
        """
        update work_items set state = 0, run_at = now() + $3, last_error = coalesce($4, last_error), max_attempts = max_attempts + $5,
            lease_until = null
        where id = $1 and attempt = $2 and state = 1
        """;

    /// <summary>$1 id, $2 attempt, $3 reason.</summary>
    public const string Park =
        """
        update work_items set state = 3, finished_at = clock_timestamp(), last_error = $3, lease_until = null
        where id = $1 and attempt = $2 and state = 1
        """;

    public const string Depth =
        """
        select 'waiting', count(*) from work_items where state = 0
        union all select 'running', count(*) from work_items where state = 1
        union all select 'parked', count(*) from work_items where state = 3
        """;
}
