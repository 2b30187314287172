using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Http;

/// <summary>Bad bodies and parameters: a clear answer that names the field and changes nothing.</summary>
internal sealed class ValidationTests
{
    private ApiHost _host = null!;
    private TestUser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await ApiHost.SharedAsync();
        _admin = await _host.RegisterAdminAsync();
    }

    [TestCase("/api/auth/register", "{\"email\":\"a@example.com\",\"displayName\":\"A\",\"organizationName\":\"O\"}", "Password")]
    [TestCase("/api/auth/register", "{\"email\":\"no address\",\"password\":\"correct horse battery\",\"displayName\":\"A\",\"organizationName\":\"O\"}", "Email")]
    [TestCase("/api/auth/register", "{\"email\":\"a@example.com\",\"password\":\"short\",\"displayName\":\"A\",\"organizationName\":\"O\"}", "Password")]
    [TestCase("/api/auth/login", "{\"email\":\"a@example.com\"}", "Password")]
    public async Task GivenABodyWithoutAField_WhenItIsSent_ThenTheFieldIsNamed(string path, string body, string field)
    {
        using var client = _host.CreateClient();

        using var answer = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), text);
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var errors = JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name);
        Assert.That(errors, Does.Contain(field).IgnoreCase);
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task GivenAMalformedBody_WhenItIsSent_ThenItIs400WithACode(string body)
    {
        using var client = _host.CreateClient();

        using var answer = await client.PostAsync("/api/auth/login", new StringContent(body, Encoding.UTF8, "application/json"));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), text);
        Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString(), Is.Not.Empty);
    }

    [TestCase("limit=0", "paging_invalid")]
    [TestCase("limit=101", "paging_invalid")]
    [TestCase("skip=-1", "paging_invalid")]
    [TestCase("cursor=nonsense", "paging_invalid")]
    [TestCase("sort=shoe-size", "unknown_sort")]
    [TestCase("shoe-size=44", "unknown_parameter")]
    public async Task GivenAListParameterItDoesNotKnow_WhenItIsSent_ThenItIs400(string query, string code)
    {
        using var answer = await _admin.Client.GetAsync("/api/resumes/candidates?" + query);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task GivenACandidateAccount_WhenItAsksForTheRecruitersList_ThenItIs403()
    {
        var candidate = await _host.RegisterCandidateAsync();

        using var answer = await candidate.Client.GetAsync("/api/resumes/candidates");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Is.EqualTo("forbidden_role"));
    }

    [Test]
    public async Task GivenAnUnknownRoute_WhenItIsAsked_ThenItIsAProblemToo()
    {
        using var answer = await _admin.Client.GetAsync("/api/nothing/here");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }
}
