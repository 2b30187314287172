using System.Collections.Concurrent;
using System.Diagnostics;
using HotGigs.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HotGigs.Core.Work;

/// <summary>Runs one leased item and writes down how it ended.</summary>
internal sealed partial class WorkExecution(
    IServiceScopeFactory scopes, WorkLeases leases, WorkOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly WorkBackoff _failures = new(options.BackoffStart, options.BackoffMax);
    private readonly WorkBackoff _outages = new(TimeSpan.FromSeconds(1), options.OutageBackoffMax);
    private readonly ConcurrentDictionary<string, (int Count, long Since, TimeSpan Pause)> _paused = new(StringComparer.Ordinal);

    /// <summary>False while a store that this kind needs is out: leasing more of it would only move it to and fro.</summary>
    public bool MayRun(string kind) =>
        !_paused.TryGetValue(kind, out var pause) || timeProvider.GetElapsedTime(pause.Since) >= pause.Pause;

    public async Task RunAsync(WorkRunner runner, RunningWork work)
    {
        var item = work.Item;
        using var activity = WorkMetrics.Activities.StartActivity($"work {item.Kind}", ActivityKind.Consumer);
        activity?.SetTag("hotgigs.work.item", item.Id).SetTag("hotgigs.work.attempt", item.Attempt);
        WorkMetrics.Started(item.Kind, item.Waited);
        var started = timeProvider.GetTimestamp();
        try
        {
            if (item.Attempt > item.MaxAttempts)
            {
                // Its last allowed attempt killed the worker: nobody was there to say so.
                await GiveUpAsync(runner, work, item.LastError ?? "worker-died");
                return;
            }

            var context = new WorkContext(item);
            await using (var scope = CreateScope(item))
                await runner.HandleAsync(scope.ServiceProvider, context, work.Token);
            // If we die here, the handler's writes are there and the item runs again: that is why handlers are idempotent.
            if (!context.Completed && !await RecordAsync(work, cancel => leases.CompleteAsync(item, cancel)))
            {
                LogLeaseLost(item.Id, item.Kind);
                return;
            }

            _paused.TryRemove(item.Kind, out _);
            WorkMetrics.Done(item.Kind, timeProvider.GetElapsedTime(started));
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            await EndAsync(runner, work, exception);
        }
    }

    /// <summary>Exception types and the place: messages may quote what people wrote.</summary>
    public static string Describe(Exception exception)
    {
        var types = new List<string>();
        for (var e = exception; e is not null && types.Count < 5; e = e.InnerException)
            types.Add(e is PostgresException postgres ? $"{e.GetType().Name} {postgres.SqlState}" : e.GetType().Name);
        var place = new StackTrace(exception).GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("HotGigs", StringComparison.Ordinal) == true);
        var text = string.Join(" < ", types) + (place is null ? "" : $" at {place.DeclaringType!.FullName}.{place.Name}");
        return text[..Math.Min(text.Length, WorkItem.MaxErrorLength)];
    }

    private async Task EndAsync(WorkRunner runner, RunningWork work, Exception exception)
    {
        var item = work.Item;
        if (exception is WorkLeaseLostException || work.StopReason == WorkStop.LeaseLost)
        {
            LogLeaseLost(item.Id, item.Kind);
        }
        else if (work.StopReason == WorkStop.Shutdown)
        {
            // If we die here, the lease runs out instead: the same, only later.
            await RecordAsync(work, cancel => leases.ReturnAsync(item, TimeSpan.Zero, null, usesUpAttempt: false, cancel));
            LogHandedBack(item.Id, item.Kind);
        }
        else if (work.StopReason == WorkStop.None && WorkOutages.IsOutage(exception))
        {
            await WaitOutAsync(work, exception);
        }
        else
        {
            await FailAsync(runner, work, work.StopReason == WorkStop.TimeLimit ? "time-limit" : Describe(exception));
        }
    }

    private async Task FailAsync(WorkRunner runner, RunningWork work, string reason)
    {
        var item = work.Item;
        WorkMetrics.Failed(item.Kind, work.StopReason == WorkStop.TimeLimit ? "time" : "error");
        LogFailed(item.Id, item.Kind, item.Attempt, reason);
        if (item.Attempt >= item.MaxAttempts)
            await GiveUpAsync(runner, work, reason);
        else
            await RecordAsync(
                work, cancel => leases.ReturnAsync(item, _failures.After(item.Attempt), reason, usesUpAttempt: true, cancel));
    }

    private async Task GiveUpAsync(WorkRunner runner, RunningWork work, string reason)
    {
        var item = work.Item;
        try
        {
            // The handler's token may be the reason why we are here: giving up has its own time.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(work.Cut);
            limit.CancelAfter(TimeSpan.FromMinutes(1));
            await using var scope = CreateScope(item);
            await runner.GiveUpAsync(scope.ServiceProvider, new WorkContext(item), reason, limit.Token);
        }
        catch (Exception exception) when (WorkOutages.IsOutageOrTimeout(exception))
        {
            await WaitOutAsync(work, exception, usesUpAttempt: true);
            return;
        }
        catch (Exception exception)
        {
            // Parked all the same: an item that can't even be given up must not run for ever.
            LogFailed(item.Id, item.Kind, item.Attempt, Describe(exception));
        }

        // If we die here, the item is leased once more and given up again.
        if (await RecordAsync(work, cancel => leases.ParkAsync(item, reason, cancel)))
        {
            WorkMetrics.Parked(item.Kind);
            LogParked(item.Id, item.Kind, reason);
        }
    }

    private async Task WaitOutAsync(RunningWork work, Exception exception, bool usesUpAttempt = false)
    {
        var item = work.Item;
        WorkMetrics.Failed(item.Kind, "outage");
        var pause = _paused.AddOrUpdate(
            item.Kind,
            _ => (1, timeProvider.GetTimestamp(), _outages.After(1)),
            (_, last) => MayRun(item.Kind) ? (last.Count + 1, timeProvider.GetTimestamp(), _outages.After(last.Count + 1)) : last);
        LogOutage(item.Id, item.Kind, Describe(exception));
        await RecordAsync(
            work, cancel => leases.ReturnAsync(item, pause.Pause, usesUpAttempt ? null : Describe(exception), usesUpAttempt, cancel));
    }

    /// <summary>Writes the outcome down, waiting for the database as long as the process lives: a finished item must not run again for nothing.</summary>
    private async Task<bool> RecordAsync(RunningWork work, Func<CancellationToken, Task<bool>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write(work.Cut);
            }
            catch (Exception exception) when (WorkOutages.IsOutageOrTimeout(exception))
            {
                await Task.Delay(_outages.After(Math.Min(attempt, 3)), timeProvider, work.Cut);
            }
        }
    }

    private AsyncServiceScope CreateScope(LeasedWork item)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().WorkOrganizationId = item.OrganizationId;
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work item {Id} of kind {Kind} failed at attempt {Attempt}: {Reason}")]
    private partial void LogFailed(Guid id, string kind, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work item {Id} of kind {Kind} is parked: {Reason}")]
    private partial void LogParked(Guid id, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work item {Id} of kind {Kind} waits for a store that is out: {Reason}")]
    private partial void LogOutage(Guid id, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Work item {Id} of kind {Kind} handed back at shutdown")]
    private partial void LogHandedBack(Guid id, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work item {Id} of kind {Kind} was taken over by another worker; this attempt counts for nothing")]
    private partial void LogLeaseLost(Guid id, string kind);
}
