namespace HotGigs.AppHost.Local;

/// <summary>Local mode cannot go on. The message is for the person at the terminal and says what to do.</summary>
internal sealed class LocalModeException : Exception
{
    public LocalModeException() { }

    public LocalModeException(string message) : base(message) { }

    public LocalModeException(string message, Exception innerException) : base(message, innerException) { }
}
