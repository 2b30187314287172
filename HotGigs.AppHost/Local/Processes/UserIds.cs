using System.Globalization;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>A user and group of the operating system.</summary>
internal sealed record UserIds(uint UserId, uint GroupId)
{
    private static readonly UserIds Nobody = new(65534, 65534);

    /// <summary>Whom Postgres runs as: null (ourselves) for an ordinary user; for root, which Postgres refuses, its own user or nobody.</summary>
    internal static UserIds? ForPostgres() => Unix.IsRoot ? Find("postgres") ?? Nobody : null;

    private static UserIds? Find(string user) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3 && fields[0] == user)
            .Select(fields => new UserIds(Number(fields[2]), Number(fields[3])))
            .FirstOrDefault();

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
}
