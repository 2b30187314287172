using System.Net.Http.Headers;
using System.Net.Http.Json;
using HotGigs.Contracts.Resumes;

namespace HotGigs.Tests.Support;

/// <summary>Uploads as a browser would.</summary>
internal static class Upload
{
    internal static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, byte[] content, string fileName = "resume.pdf", string field = "file", string query = "")
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, field, fileName);
        return await client.PostAsync("/api/resumes/upload" + query, form);
    }

    internal static async Task<UploadAnswer> AcceptedAsync(HttpClient client, byte[] content, string fileName = "resume.pdf")
    {
        using var answer = await PostAsync(client, content, fileName);
        if (answer.StatusCode != System.Net.HttpStatusCode.Accepted)
            throw new InvalidOperationException($"The upload answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<UploadAnswer>())!;
    }
}
