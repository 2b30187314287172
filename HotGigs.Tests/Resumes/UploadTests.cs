using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Resumes;

internal sealed class UploadTests
{
    private ApiHost _host = null!;
    private TestUser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await ApiHost.SharedAsync();
        _admin = await _host.RegisterAdminAsync();
    }

    [Test]
    public async Task GivenAPdf_WhenItIsUploaded_ThenItIsAcceptedAndQueued()
    {
        var answer = await Upload.AcceptedAsync(_admin.Client, MinimalFiles.ResumePdf("Ada Example", Some.Email()));

        var status = await _admin.Client.GetFromJsonAsync<ResumeStatus>(answer.StatusUrl);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Duplicate, Is.False);
            Assert.That(status!.State, Is.EqualTo("queued"));
            Assert.That(status.ProcessingJobId, Is.EqualTo(answer.ProcessingJobId));
            Assert.That(status.Percent, Is.Zero);
        });
    }

    [Test]
    public async Task GivenTheSameBytesAgain_WhenTheOwnerUploadsThem_ThenItIsTheSameResume()
    {
        var content = MinimalFiles.ResumePdf("Ada Example", Some.Email());
        var first = await Upload.AcceptedAsync(_admin.Client, content);

        var second = await Upload.AcceptedAsync(_admin.Client, content, "another-name.pdf");

        Assert.That(second, Is.EqualTo(first with { Duplicate = true }));
    }

    [Test]
    public async Task GivenTwoClients_WhenTheyUploadTheSameBytesForOneOwnerAtOnce_ThenThereIsOneResume()
    {
        var content = MinimalFiles.ResumePdf("Ada Example", Some.Email());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Upload.AcceptedAsync(_admin.Client, content)));

        Assert.Multiple(() =>
        {
            Assert.That(answers.Select(answer => answer.ResumeId).Distinct().Count(), Is.EqualTo(1));
            Assert.That(answers.Count(answer => !answer.Duplicate), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task GivenASecondRecruiter_WhenTheyUploadTheSameBytes_ThenTheyGetANewIdAndLearnNothing()
    {
        var content = MinimalFiles.ResumePdf("Ada Example", Some.Email());
        var recruiter = await _host.InviteRecruiterAsync(_admin);
        var first = await Upload.AcceptedAsync(_admin.Client, content);

        var second = await Upload.AcceptedAsync(recruiter.Client, content);

        Assert.Multiple(() =>
        {
            Assert.That(second.ResumeId, Is.Not.EqualTo(first.ResumeId));
            Assert.That(second.Duplicate, Is.False);
        });
    }

    [TestCase("GIF89a not a résumé", TestName = "GivenAPicture_WhenItIsUploaded_ThenItIs415")]
    [TestCase("MZ\0\0\0program", TestName = "GivenAProgram_WhenItIsUploaded_ThenItIs415")]
    public async Task GivenAnotherType_WhenItIsUploaded_ThenItIs415(string content)
    {
        using var answer = await Upload.PostAsync(_admin.Client, Encoding.Latin1.GetBytes(content), "resume.pdf");

        await ExpectProblemAsync(answer, HttpStatusCode.UnsupportedMediaType, "file_type_mismatch");
    }

    [Test]
    public async Task GivenNoBytes_WhenTheyAreUploaded_ThenItIs400()
    {
        using var answer = await Upload.PostAsync(_admin.Client, []);

        await ExpectProblemAsync(answer, HttpStatusCode.BadRequest, "file_empty");
    }

    [Test]
    public async Task GivenAnotherField_WhenTheFormIsSent_ThenTheMissingFieldIsNamed()
    {
        using var answer = await Upload.PostAsync(_admin.Client, [1, 2, 3], field: "document");

        var problem = await ExpectProblemAsync(answer, HttpStatusCode.BadRequest, "field_missing");
        Assert.That(problem.GetProperty("errors").TryGetProperty("file", out _), Is.True);
    }

    [Test]
    public async Task GivenExactlyTheLimit_WhenItIsUploaded_ThenItIsAccepted()
    {
        var answer = await Upload.AcceptedAsync(_admin.Client, MinimalFiles.PaddedPdf((int)ReadingLimits.Default.MaxBytes));

        Assert.That(answer.Duplicate, Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task GivenOneByteMore_WhenItIsUploaded_ThenItIs413(bool chunked)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MinimalFiles.PaddedPdf((int)ReadingLimits.Default.MaxBytes + 1)), "file", "a.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/resumes/upload") { Content = form };
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await _admin.Client.SendAsync(request);

        await ExpectProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "file_too_large");
    }

    [Test]
    public async Task GivenABodyDeclaredFarTooLarge_WhenItIsSent_ThenItIsRefusedWithoutBeingRead()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = client.GetStream();
        var head = $"POST /api/resumes/upload HTTP/1.1\r\nHost: {_host.Address.Authority}\r\nAuthorization: Bearer {_admin.Token.AccessToken}\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 4000000000\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();

        Assert.That(status, Is.EqualTo("HTTP/1.1 413 Payload Too Large"));
    }

    [Test]
    public async Task GivenNoMultipart_WhenJsonIsSent_ThenItIs415WithWhatToDo()
    {
        using var answer = await _admin.Client.PostAsJsonAsync("/api/resumes/upload", new { file = "x" });

        await ExpectProblemAsync(answer, HttpStatusCode.UnsupportedMediaType, "media_type_unsupported");
    }

    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=b")]
    public async Task GivenABrokenForm_WhenItIsSent_ThenItIs400(string contentType)
    {
        using var content = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var answer = await _admin.Client.PostAsync("/api/resumes/upload", content);

        await ExpectProblemAsync(answer, HttpStatusCode.BadRequest, "multipart_malformed");
    }

    [Test]
    public async Task GivenNoToken_WhenAFileIsUploaded_ThenItIs401()
    {
        using var stranger = _host.CreateClient();

        using var answer = await Upload.PostAsync(stranger, [1]);

        await ExpectProblemAsync(answer, HttpStatusCode.Unauthorized, "token_missing");
    }

    [Test]
    public async Task GivenACandidate_WhenTheyNameNoOrganization_ThenItIs400()
    {
        var candidate = await _host.RegisterCandidateAsync();

        using var answer = await Upload.PostAsync(candidate.Client, MinimalFiles.Docx());

        await ExpectProblemAsync(answer, HttpStatusCode.BadRequest, "organization_missing");
    }

    [Test]
    public async Task GivenACandidate_WhenTheyUploadToAnOrganization_ThenItsAdminSeesTheResumeAndTheCandidateTheirOwn()
    {
        var candidate = await _host.RegisterCandidateAsync();

        using var answer = await Upload.PostAsync(candidate.Client, MinimalFiles.Docx(), query: "?organization=" + _admin.Me.Organization!.Slug);
        var upload = (await answer.Content.ReadFromJsonAsync<UploadAnswer>())!;

        Assert.Multiple(async () =>
        {
            Assert.That((await candidate.Client.GetAsync(upload.StatusUrl)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await _admin.Client.GetAsync(upload.StatusUrl)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task GivenAnUnknownAndAForeignId_WhenTheStatusIsAsked_ThenBothAnswerTheSame404()
    {
        var stranger = await _host.RegisterAdminAsync();
        var foreign = await Upload.AcceptedAsync(_admin.Client, MinimalFiles.Docx());

        var answers = new List<string>();
        foreach (var id in (Guid[])[foreign.ResumeId, Guid.CreateVersion7()])
        {
            using var answer = await stranger.Client.GetAsync($"/api/resumes/{id}/status");
            var problem = await ExpectProblemAsync(answer, HttpStatusCode.NotFound, "not_found");
            answers.Add(problem.GetProperty("title").GetString() + problem.GetProperty("detail").GetString());
        }

        Assert.That(answers[0], Is.EqualTo(answers[1]));
    }

    [TestCase("../../etc/passwd.pdf", "passwd.pdf")]
    [TestCase("résumé été.pdf", "résumé été.pdf")]
    public async Task GivenAnAwkwardName_WhenTheFileIsDownloaded_ThenTheNameIsOnlyAName(string name, string expected)
    {
        var content = MinimalFiles.ResumePdf("Ada Example", Some.Email());
        var upload = await Upload.AcceptedAsync(_admin.Client, content, name);

        using var answer = await _admin.Client.GetAsync($"/api/resumes/{upload.ResumeId}/download");

        Assert.Multiple(async () =>
        {
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(content));
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(answer.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo(expected));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        });
    }

    private static async Task<JsonElement> ExpectProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), body);
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
        return problem;
    }
}
