using System.CommandLine;
using HotGigs.Benchmarks.Drills;
using HotGigs.Benchmarks.Memory;
using HotGigs.Benchmarks.Reading;
using HotGigs.Benchmarks.Uploads;

var root = new RootCommand("Measures HotGigs against yardsticks of the same run, and drills it. Build with -c Release.")
{
    UploadBenchmark.Create(),
    MemoryBenchmark.Create(),
    ReadingBenchmark.Create(),
    new Command("drill", "Promises in full that the tests keep small.") { FuzzDrill.Create(), KillDrill.Create() },
};
return await root.Parse(args).InvokeAsync();
