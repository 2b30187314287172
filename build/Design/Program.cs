using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HotGigs.Design;

/// <summary>Gives the migration tools a context without a running database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<HotGigsDbContext>
{
    public HotGigsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HotGigsDbContext>().UseNpgsql("Host=127.0.0.1;Database=design").Options);

    private static void Main()
    {
    }
}
