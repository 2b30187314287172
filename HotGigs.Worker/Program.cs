using HotGigs.Worker;
using HotGigs.Worker.Reading;

// The reader child comes first and alone: no host, no configuration, no telemetry is loaded where untrusted files are read.
return args is [ReaderChild.Argument] ? ReaderChild.Run() : await WorkerCommands.RunAsync(args);
