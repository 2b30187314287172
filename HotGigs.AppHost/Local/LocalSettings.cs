using HotGigs.AppHost.Local.Model;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local;

/// <summary>What a <see cref="LocalRun"/> is asked to do.</summary>
/// <param name="Configuration">Ports, parameters, replicas; see the README's table.</param>
/// <param name="UseDefaultPorts">False for tests: every port that is not configured is then a free one.</param>
/// <param name="UseRedis">False leaves Redis out even where it is to be had.</param>
/// <param name="UseProjects">False starts the engines only.</param>
internal sealed record LocalSettings(
    Manifest Manifest,
    LocalPlace Place,
    IConfiguration Configuration,
    Progress Progress,
    TimeProvider Clock,
    bool UseDefaultPorts = true,
    bool UseRedis = true,
    bool UseProjects = true);
