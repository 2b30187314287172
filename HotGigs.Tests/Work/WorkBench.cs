using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace HotGigs.Tests.Work;

internal sealed record ProbePayload(int Number);

/// <summary>A queue on a real database, and pumps that run what a test says. Each test uses a kind of its own.</summary>
internal sealed class WorkBench : IAsyncDisposable
{
    private readonly List<(Task Run, CancellationTokenSource Stop)> _pumps = [];
    private NpgsqlDataSource _worker = null!;

    public WorkQueue Queue { get; } = new(TimeProvider.System);

    public string Database { get; } = $"work-{Guid.CreateVersion7():N}";

    public static async Task<WorkBench> StartAsync()
    {
        var bench = new WorkBench();
        var owner = await Engines.CreateDatabaseAsync(bench.Database);
        await new Migrator(owner).MigrateAsync(Engines.AppPassword, Engines.WorkerPassword, CancellationToken.None);
        bench._worker = NpgsqlDataSource.Create(Engines.WorkerConnectionString(bench.Database));
        return bench;
    }

    public static WorkKind<ProbePayload> NewKind(int maxAttempts = 5) => new($"probe-{Guid.CreateVersion7():N}") { MaxAttempts = maxAttempts };

    /// <summary>A context as the worker has it, without an organization unless one is given.</summary>
    public HotGigsDbContext OpenContext(Guid? organizationId = null) => new(
        new DbContextOptionsBuilder<HotGigsDbContext>()
            .UseNpgsql(_worker)
            .AddInterceptors(new ActorContextInterceptor(new ActorContext { WorkOrganizationId = organizationId }))
            .Options);

    public async Task<WorkItem> EnqueueAsync(
        WorkKind<ProbePayload> kind, int number = 1, Guid? organizationId = null, int? priority = null, DateTimeOffset? runAt = null)
    {
        await using var db = OpenContext();
        var item = Queue.Enqueue(db, kind, new ProbePayload(number), organizationId ?? Guid.CreateVersion7(), priority, runAt);
        await db.SaveChangesAsync();
        return item;
    }

    public async Task<WorkItem> FindAsync(Guid id)
    {
        await using var db = OpenContext();
        return await db.Set<WorkItem>().AsNoTracking().SingleAsync(item => item.Id == id);
    }

    /// <summary>The pump's listening connection, as the server sees it.</summary>
    public async Task<(int ProcessId, string Query)?> ListenerAsync()
    {
        await using var connection = new NpgsqlConnection(Engines.OwnerConnectionString(Database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select pid, query from pg_stat_activity
            where datname = current_database() and usename = 'hotgigs_worker' and (query = 'select 1' or query like 'listen %')
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt32(0), reader.GetString(1)) : null;
    }

    public async Task ExecuteAsync(FormattableString sql)
    {
        await using var db = OpenContext();
        await db.Database.ExecuteSqlAsync(sql);
    }

    /// <summary>Starts a worker's pump that runs the probe for items of one kind.</summary>
    public Pump StartPump(WorkKind<ProbePayload> kind, Probe probe, Action<WorkOptions>? configure = null)
    {
        var services = new ServiceCollection()
            .AddScoped<ActorContext>()
            .AddScoped<ActorContextInterceptor>()
            .AddDbContext<HotGigsDbContext>((scope, options) =>
                options.UseNpgsql(_worker).AddInterceptors(scope.GetRequiredService<ActorContextInterceptor>()))
            .AddSingleton(probe)
            .AddWorkHandler<ProbeHandler, ProbePayload>(kind)
            .BuildServiceProvider();
        var options = new WorkOptions
        {
            Concurrency = 4,
            Lease = TimeSpan.FromSeconds(8),
            Poll = TimeSpan.FromMilliseconds(100),
            BackoffStart = TimeSpan.FromMilliseconds(10),
            OutageBackoffMax = TimeSpan.FromMilliseconds(50),
        };
        configure?.Invoke(options);
        var pump = new WorkPump(
            _worker, services.GetRequiredService<IServiceScopeFactory>(), options, TimeProvider.System, NullLogger<WorkPump>.Instance);
        var stop = new CancellationTokenSource();
        var run = Task.Run(() => pump.RunAsync(stop.Token));
        _pumps.Add((run, stop));
        return new Pump(run, stop);
    }

    /// <summary>Stops the pumps of the test that ends.</summary>
    public async Task StopPumpsAsync()
    {
        foreach (var (run, stop) in _pumps)
        {
            await stop.CancelAsync();
            await run;
            stop.Dispose();
        }

        _pumps.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopPumpsAsync();
        await _worker.DisposeAsync();
    }
}

internal sealed record Pump(Task Run, CancellationTokenSource Stop);

/// <summary>What the handler does, and what it was asked.</summary>
internal sealed class Probe
{
    private readonly List<int> _handled = [];
    private readonly List<string> _givenUp = [];

    public Func<WorkContext, HotGigsDbContext, CancellationToken, Task> Handle { get; init; } = (_, _, _) => Task.CompletedTask;

    public Func<string, Task> GiveUp { get; init; } = _ => Task.CompletedTask;

    public IReadOnlyList<int> Handled
    {
        get
        {
            lock (_handled)
                return [.. _handled];
        }
    }

    public IReadOnlyList<string> GivenUp
    {
        get
        {
            lock (_givenUp)
                return [.. _givenUp];
        }
    }

    public void Add(int number)
    {
        lock (_handled)
            _handled.Add(number);
    }

    public void AddGivenUp(string reason)
    {
        lock (_givenUp)
            _givenUp.Add(reason);
    }
}

internal sealed class ProbeHandler(Probe probe, HotGigsDbContext db) : IWorkHandler<ProbePayload>
{
    public Task HandleAsync(WorkContext work, ProbePayload payload, CancellationToken cancellationToken)
    {
        probe.Add(payload.Number);
        return probe.Handle(work, db, cancellationToken);
    }

    public Task GiveUpAsync(WorkContext work, ProbePayload payload, string reason, CancellationToken cancellationToken)
    {
        probe.AddGivenUp(reason);
        return probe.GiveUp(reason);
    }
}
