namespace HotGigs.Worker.Reading;

/// <summary>Has the children warm before the first file comes; the worker serves without waiting for it.</summary>
internal sealed partial class ReaderWarmUp(ReaderPool pool, ILogger<ReaderWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(pool.WarmUpAsync, stoppingToken);
        }
        catch (ReaderStartException exception)
        {
            // Tried again with the first file, whose work item then fails and says so; the worker's other work goes on.
            LogNotStarted(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reader children can't be started")]
    private partial void LogNotStarted(Exception exception);
}
