using System.Runtime.InteropServices;

namespace HotGigs.AppHost.Local;

/// <summary>Ctrl+C, SIGTERM and a closed terminal, as a token.</summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    internal StopRequest() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Request))];

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Request(PosixSignalContext context)
    {
        context.Cancel = true; // we end by ourselves, after everything else
        _source.Cancel();
    }
}
