using System.Net;
using HotGigs.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NUnit.Framework;

namespace HotGigs.Tests.ServiceDefaults;

[TestFixture]
internal sealed class ResilienceTests
{
    [Test]
    public async Task GivenAServiceThatFailsTwice_WhenItIsAskedForSomething_ThenTheThirdAnswerCounts()
    {
        var service = new FakeService(call => new(call < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));

        var answer = await Client(service).GetAsync("http://api/");

        Assert.That((answer.StatusCode, service.Calls), Is.EqualTo((HttpStatusCode.OK, 3)));
    }

    [Test]
    public async Task GivenAServiceThatFails_WhenSomethingIsPosted_ThenItIsNotPostedTwice()
    {
        var service = new FakeService(_ => new(HttpStatusCode.ServiceUnavailable));

        var answer = await Client(service).PostAsync("http://api/", new StringContent("x"));

        Assert.That((answer.StatusCode, service.Calls), Is.EqualTo((HttpStatusCode.ServiceUnavailable, 1)));
    }

    [Test]
    public async Task GivenAServiceThatNamesATime_WhenItIsAskedAgain_ThenNotBeforeThatTime()
    {
        var service = new FakeService(call =>
        {
            var answer = new HttpResponseMessage(call == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(1));
            return answer;
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await Client(service).GetAsync("http://api/");

        Assert.That(watch.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(0.95)));
    }

    [Test]
    public async Task GivenAServiceThatHangs_WhenItsTimeIsUp_ThenTheCallerHearsIt()
    {
        var service = new FakeService(async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return new HttpResponseMessage();
        });

        await Assert.ThrowsAsync<HttpRequestException>(
            () => Client(service, options => (options.AttemptTimeout, options.Retries) = (TimeSpan.FromMilliseconds(100), 1)).GetAsync("http://api/"));

        Assert.That(service.Calls, Is.EqualTo(2));
    }

    [Test]
    public async Task GivenAServiceThatKeepsFailing_WhenItIsAskedOnAndOn_ThenItIsLeftAloneAndAnotherIsNot()
    {
        var service = new FakeService(_ => new(HttpStatusCode.InternalServerError));
        var client = Client(service, options => (options.Retries, options.BreakerMinimum, options.BreakDuration) = (0, 5, TimeSpan.FromMinutes(1)));
        for (var i = 0; i < 5; i++)
            await client.GetAsync("http://api/");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://api/"));
        await client.GetAsync("http://other/");

        Assert.That(service.Calls, Is.EqualTo(6));
    }

    [TestCase("http://api/x?y=1", "http://10.0.0.1:5000/x?y=1")]
    [TestCase("https://api/x", "https://10.0.0.1:5001/x")]
    [TestCase("https+http://api/x", "https://10.0.0.1:5001/x")]
    [TestCase("https+http://plain/x", "http://10.0.0.2:80/x")]
    [TestCase("http://elsewhere.example/x", "http://elsewhere.example/x")]
    public async Task GivenServicesInTheConfiguration_WhenOneIsNamed_ThenItsAddressIsAsked(string asked, string expected)
    {
        var service = new FakeService(_ => new(HttpStatusCode.OK));

        await Client(service).GetAsync(asked);

        Assert.That(service.LastAddress, Is.EqualTo(new Uri(expected)));
    }

    private static HttpClient Client(FakeService service, Action<HttpResilienceOptions>? configure = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:api:http:0"] = "http://10.0.0.1:5000",
            ["services:api:https:0"] = "https://10.0.0.1:5001",
            ["services:plain:http:0"] = "http://10.0.0.2",
        }).Build());
        services.AddHttpDefaults();
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(
            handlers => handlers.PrimaryHandler = service));
        services.ConfigureAll<HttpResilienceOptions>(options =>
        {
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("test");
    }

    private sealed class FakeService(Func<CancellationToken, int, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        private int _calls;

        public FakeService(Func<int, HttpResponseMessage> answer)
            : this((_, call) => Task.FromResult(answer(call)))
        {
        }

        public FakeService(Func<CancellationToken, Task<HttpResponseMessage>> answer)
            : this((cancel, _) => answer(cancel))
        {
        }

        public int Calls => _calls;

        public Uri? LastAddress { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            LastAddress = request.RequestUri;
            return answer(cancellationToken, Interlocked.Increment(ref _calls));
        }
    }
}
