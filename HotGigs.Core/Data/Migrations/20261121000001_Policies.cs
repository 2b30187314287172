using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HotGigs.Core.Data.Migrations;

/// <summary>Grants, row-level security and definer functions of the first version; they come with the first tables, never later.</summary>
[DbContext(typeof(HotGigsDbContext))]
[Migration("20261121000001_Policies")]
public sealed class Policies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var file in (string[])["0001_context.sql", "0001_accounts.sql", "0001_work.sql", "0001_candidates.sql", "0001_activity.sql"])
            migrationBuilder.Sql(SqlFiles.Read(file));
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("The first version has nothing before it to go back to; restore a backup.");
}
