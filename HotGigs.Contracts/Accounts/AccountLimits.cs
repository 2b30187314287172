namespace HotGigs.Contracts.Accounts;

/// <summary>Lengths of what accounts are made of.</summary>
public static class AccountLimits
{
    public const int MaxEmail = 254;
    public const int MaxDisplayName = 100;
    public const int MaxOrganizationName = 120;
    public const int MinPassword = 12;
    public const int MaxPassword = 128;
    public const int MaxToken = 100;
}
