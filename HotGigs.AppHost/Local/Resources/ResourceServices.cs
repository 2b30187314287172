namespace HotGigs.AppHost.Local.Resources;

/// <summary>What every resource works with.</summary>
/// <param name="Secrets">What logs must not show, as known by now.</param>
/// <param name="MarkAbsent">Told the name of an optional resource that is not to be had.</param>
internal sealed record ResourceServices(TimeProvider Clock, ProcessFiles Processes, Func<string[]> Secrets, Action<string> MarkAbsent, Progress Progress);
