using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace HotGigs.ServiceDefaults;

/// <summary>Times of one named HTTP client; the defaults suit services in the same network.</summary>
public sealed class HttpResilienceOptions
{
    /// <summary>Everything together, up to the answer's headers.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries after the first, for requests that may be repeated; 0 or more.</summary>
    public int Retries { get; set; } = 3;

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests within ten seconds before the breaker judges.</summary>
    public int BreakerMinimum { get; set; } = 10;
}

/// <summary>Time limit, retry with jitter for what may be repeated, and a circuit breaker per address.</summary>
internal sealed partial class ResilienceHandler(HttpResilienceOptions options, TimeProvider timeProvider, ILogger logger) : DelegatingHandler
{
    private const int MaxAddresses = 1_000;
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("request");

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _pipelines = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Addresses come from configuration; should they ever come from elsewhere, memory stays bounded.
        if (_pipelines.Count > MaxAddresses)
            _pipelines.Clear();
        var pipeline = _pipelines.GetOrAdd(request.RequestUri?.Authority ?? "", Build);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await pipeline.ExecuteAsync(
                static async (context, state) => await state.Self.SendOnceAsync(state.Request, context.CancellationToken),
                context,
                (Self: this, Request: request));
        }
        catch (BrokenCircuitException exception)
        {
            throw new HttpRequestException("The service failed too often just now; not asked again yet.", exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new HttpRequestException("The service did not answer in time.", exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private ResiliencePipeline<HttpResponseMessage> Build(string authority)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider };
        builder.AddTimeout(options.TotalTimeout);
        if (options.Retries > 0)
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Context.Properties.TryGetValue(RequestKey, out var request) && MayRepeat(request) && IsTransient(arguments.Outcome)),
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
                    LogRetry(authority, arguments.AttemptNumber + 1);
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            });
        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = options.BreakerMinimum,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = options.BreakDuration,
                OnOpened = _ =>
                {
                    LogOpened(authority);
                    return default;
                },
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    // Repeating must neither do a thing twice nor send a body that has been read to its end.
    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Content is null or ByteArrayContent
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options
            || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete);

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>What the service asks for; null: our own back-off. The total time limit caps it.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - timeProvider.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Asking {Address} again, retry {Number}")]
    private partial void LogRetry(string address, int number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} fails too often; not asked again for a few seconds")]
    private partial void LogOpened(string address);
}
