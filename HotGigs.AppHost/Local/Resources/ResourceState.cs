namespace HotGigs.AppHost.Local.Resources;

/// <summary>Where a resource stands.</summary>
internal enum ResourceState
{
    /// <summary>For what it needs.</summary>
    Waiting,

    /// <summary>Its engine is looked for or fetched, its data laid out.</summary>
    Preparing,

    /// <summary>The process runs, but has not answered yet.</summary>
    Starting,
    Running,

    /// <summary>It ran, and does not answer at present.</summary>
    Unhealthy,

    /// <summary>It crashed and is about to be started again.</summary>
    Restarting,

    /// <summary>It had an end to run to, and reached it.</summary>
    Finished,

    /// <summary>Optional, and not to be had on this machine.</summary>
    Absent,
    Stopping,
    Stopped,
    Failed,
}
