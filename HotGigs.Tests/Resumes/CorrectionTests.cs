using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Contracts.Candidates;
using HotGigs.Contracts.Common;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using HotGigs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HotGigs.Tests.Resumes;

/// <summary>Corrections, parses and their differences over the real API; the readings are recorded as Worker records them.</summary>
internal sealed class CorrectionTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private ApiHost _host = null!;
    private TestUser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await ApiHost.SharedAsync();
        _admin = await _host.RegisterAdminAsync();
    }

    [Test]
    public async Task GivenAParse_WhenAPersonCorrectsFields_ThenTheirsAreShownEverywhereAndTheRestStays()
    {
        var id = await ParsedAsync();

        using var answer = await PatchAsync(id, """{"fullName":"Ada Corrected","headline":null,"skills":["PostgreSQL","Kite whispering"]}""");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        var data = await DataAsync(id);
        var list = await _admin.Client.GetFromJsonAsync<Page<CandidateSummary>>("/api/resumes/candidates?limit=100");
        Assert.Multiple(() =>
        {
            Assert.That(data.Contact.FullName!.Value, Is.EqualTo("Ada Corrected"));
            Assert.That(data.Contact.FullName.Confidence, Is.EqualTo(1));
            Assert.That(data.Headline, Is.Null);
            Assert.That(data.Skills.Select(skill => skill.Name), Is.EqualTo((string[])["PostgreSQL", "Kite whispering"]));
            Assert.That(data.Skills[1].CanonicalId, Is.Null);
            Assert.That(data.Contact.Emails, Is.Not.Empty);
            Assert.That(data.Corrected, Is.EquivalentTo((string[])["fullName", "headline", "skills"]));
            Assert.That(list!.Items.Single(candidate => candidate.ResumeId == id).FullName, Is.EqualTo("Ada Corrected"));
        });
    }

    [Test]
    public async Task GivenACorrection_WhenItIsReverted_ThenTheParsersValueIsBack()
    {
        var id = await ParsedAsync();
        var before = (await DataAsync(id)).Contact.FullName!.Value;
        (await PatchAsync(id, """{"fullName":"Ada Corrected"}""")).Dispose();

        (await PatchAsync(id, """{"revert":["fullName"]}""")).Dispose();

        var data = await DataAsync(id);
        Assert.That(data.Contact.FullName!.Value, Is.EqualTo(before));
        Assert.That(data.Corrected, Is.Empty);
    }

    [Test]
    public async Task GivenACorrection_WhenANewerParseIsApplied_ThenTheDifferenceWasShownAndTheCorrectionStaysOnTop()
    {
        var id = await ParsedAsync();
        (await PatchAsync(id, """{"fullName":"Ada Corrected"}""")).Dispose();
        await RecordAsync(id, parsed => parsed with
        {
            ParserVersion = "later",
            FullName = new Field<string>("Somebody Else", [new TextSpan(0, 4)], 0.5),
            Summary = new Field<string>("Better", [new TextSpan(0, 4)], 0.5),
        }, beside: true);
        var parses = (await _admin.Client.GetFromJsonAsync<Page<ParseView>>($"/api/resumes/{id}/parses"))!;
        var newest = parses.Items.Single(parse => !parse.InForce);

        var difference = (await _admin.Client.GetFromJsonAsync<ParseDifference>($"/api/resumes/{id}/parses/diff"))!;
        using var applied = await _admin.Client.PostAsync($"/api/resumes/{id}/parses/{newest.Id}/apply", null);

        var data = await DataAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(parses.Total, Is.EqualTo(2));
            Assert.That(difference.To, Is.EqualTo(newest.Id));
            Assert.That(difference.Fields.Single(field => field.Field == "summary").After, Is.EqualTo((string[])["Better"]));
            Assert.That(applied.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(data.ParserVersion, Is.EqualTo("later"));
            Assert.That(data.Summary!.Value, Is.EqualTo("Better"));
            Assert.That(data.Contact.FullName!.Value, Is.EqualTo("Ada Corrected"));
        });
    }

    [Test]
    public async Task GivenAParsedResume_WhenItIsToBeReadAgain_ThenTheParseInForceStays()
    {
        var id = await ParsedAsync();

        using var answer = await _admin.Client.PostAsync($"/api/resumes/{id}/re-extract", null);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var status = await _admin.Client.GetFromJsonAsync<ResumeStatus>($"/api/resumes/{id}/status");
        Assert.That(status!.State, Is.EqualTo("parsed"));
        Assert.That(status.ProcessingJobId, Is.EqualTo((await answer.Content.ReadFromJsonAsync<ReExtractAnswer>())!.ProcessingJobId));
    }

    [TestCase("""{"shoeSize":"44"}""")]
    [TestCase("""{"fullName":7}""")]
    [TestCase("""{"skills":"C#"}""")]
    [TestCase("""{"experience":[{"company":"A","start":"last year"}]}""")]
    [TestCase("""{"revert":["shoeSize"]}""")]
    public async Task GivenACorrectionThatFitsNoField_WhenItIsSent_ThenItIs400AndNothingChanges(string body)
    {
        var id = await ParsedAsync();

        using var answer = await PatchAsync(id, body);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Is.EqualTo("field_invalid"));
        Assert.That((await DataAsync(id)).Corrected, Is.Empty);
    }

    [Test]
    public async Task GivenAColleagueSentTheSameBytesBefore_WhenTheParsesAreListed_ThenNothingTellsOfIt()
    {
        var content = MinimalFiles.ResumePdf("Mira Lindqvist", Some.Email());
        var first = await Upload.AcceptedAsync(_admin.Client, content);
        await RecordAsync(first.ResumeId, parsed => parsed with { ParserVersion = "earlier" }, beside: false);
        await RecordAsync(first.ResumeId, parsed => parsed, beside: true);
        var recruiter = await _host.InviteRecruiterAsync(_admin);
        var second = await Upload.AcceptedAsync(recruiter.Client, content);
        await RecordAsync(second.ResumeId, parsed => parsed, beside: false);

        var parses = (await recruiter.Client.GetFromJsonAsync<Page<ParseView>>($"/api/resumes/{second.ResumeId}/parses"))!;

        var status = (await recruiter.Client.GetFromJsonAsync<ResumeStatus>(second.StatusUrl))!;
        Assert.That(parses.Total, Is.EqualTo(1));
        Assert.That(parses.Items.Single().ParsedAt, Is.GreaterThanOrEqualTo(status.UploadedAt));
    }

    [Test]
    public async Task GivenSomebodyElse_WhenTheyCorrect_ThenThereIsNoSuchResume()
    {
        var id = await ParsedAsync();
        var stranger = await _host.RegisterAdminAsync();

        using var answer = await stranger.Client.PatchAsJsonAsync($"/api/resumes/{id}/data", new { fullName = "Mallory" });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await DataAsync(id)).Corrected, Is.Empty);
    }

    private Task<HttpResponseMessage> PatchAsync(Guid id, string json) =>
        _admin.Client.PatchAsync($"/api/resumes/{id}/data", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    private async Task<ResumeData> DataAsync(Guid id) => (await _admin.Client.GetFromJsonAsync<ResumeData>($"/api/resumes/{id}/data"))!;

    private async Task<Guid> ParsedAsync()
    {
        var upload = await Upload.AcceptedAsync(_admin.Client, MinimalFiles.ResumePdf("Mira Lindqvist", Some.Email()));
        await RecordAsync(upload.ResumeId, parsed => parsed, beside: false);
        return upload.ResumeId;
    }

    /// <summary>Reads the uploaded file and records it through the worker's login and policies.</summary>
    private async Task RecordAsync(Guid id, Func<ParsedResume, ParsedResume> change, bool beside)
    {
        var content = await _admin.Client.GetByteArrayAsync($"/api/resumes/{id}/download");
        var document = ((ReadResult.Read)DocumentReader.Read(content, ReadingLimits.Default, ".pdf", CancellationToken.None)).Document;
        var parsed = change(ResumeParser.Parse(document, Today));
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddScoped<ActorContext>().AddScoped<ActorContextInterceptor>()
            .AddDbContext<HotGigsDbContext>((provider, options) => options.UseNpgsql(Engines.WorkerConnectionString(_host.Database))
                .AddInterceptors(provider.GetRequiredService<ActorContextInterceptor>()))
            .AddScoped<Core.Activity.ActivityLog>().AddScoped<Core.Events.LiveEvents>().AddScoped<Core.Candidates.CandidateBuilder>()
            .AddScoped<ResumeProfiles>().AddScoped<ResumeReadings>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().WorkOrganizationId = _admin.Me.Organization!.Id;
        var readings = scope.ServiceProvider.GetRequiredService<ResumeReadings>();
        var resume = (await readings.FindAsync(id, CancellationToken.None))!;
        if (beside)
            await readings.KeepBesideAsync(resume, document, parsed, null, CancellationToken.None);
        else
            await readings.FinishAsync(resume, document, parsed, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<HotGigsDbContext>().SaveChangesAsync();
    }
}
