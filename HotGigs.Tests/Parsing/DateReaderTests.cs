using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Text;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class DateReaderTests
{
    [TestCase("January 2019 to Present", "2019-01", "present")]
    [TestCase("Jan. 2015 – Present", "2015-01", "present")]
    [TestCase("03/2019 - 04/2021", "2019-03", "2021-04")]
    [TestCase("3/2019–4/2021", "2019-03", "2021-04")]
    [TestCase("2019-03 — 2021-04", "2019-03", "2021-04")]
    [TestCase("2019-2021", "2019", "2021")]
    [TestCase("2012–Now", "2012", "present")]
    [TestCase("2019–21", "2019", "2021")]
    [TestCase("May '19 - Aug '20", "2019-05", "2020-08")]
    [TestCase("May – August 2020", "2020-05", "2020-08")]
    [TestCase("Nov - Feb 2020", "2019-11", "2020-02")]
    [TestCase("01.03.2019 - 30.04.2021", "2019-03", "2021-04")]
    [TestCase("Summer 2019 - Fall 2020", "2019", "2020")]
    [TestCase("Summer 2013, 2014", "2013", "2014")]
    [TestCase("Q1 2019 – Q3 2020", "2019", "2020")]
    [TestCase("since 2019", "2019", "present")]
    [TestCase("Since March 2019", "2019-03", "present")]
    [TestCase("seit 04/2018", "2018-04", "present")]
    [TestCase("August 2017 - Heute", "2017-08", "present")]
    [TestCase("März 2015 bis Dezember 2018", "2015-03", "2018-12")]
    [TestCase("janv. 2016 à aujourd'hui", "2016-01", "present")]
    [TestCase("février 2016 – août 2018", "2016-02", "2018-08")]
    [TestCase("depuis septembre 2020", "2020-09", "present")]
    [TestCase("enero de 2018 - actualidad", "2018-01", "present")]
    [TestCase("marzo 2012 hasta la actualidad", "2012-03", "present")]
    [TestCase("desde 2020", "2020", "present")]
    [TestCase("setembro de 2019 - atual", "2019-09", "present")]
    [TestCase("gennaio 2017 – in corso", "2017-01", "present")]
    [TestCase("gen 2017 - dic 2019", "2017-01", "2019-12")]
    [TestCase("maart 2018 - heden", "2018-03", "present")]
    [TestCase("sinds mei 2021", "2021-05", "present")]
    [TestCase("styczeń 2016 – obecnie", "2016-01", "present")]
    [TestCase("Ocak 2018 - Günümüz", "2018-01", "present")]
    [TestCase("2017年4月 - 现在", "2017-04", "present")]
    [TestCase("2013年1月 至 2017年3月", "2013-01", "2017-03")]
    [TestCase("2015年4月～現在", "2015-04", "present")]
    [TestCase("2015年4月から2018年3月", "2015-04", "2018-03")]
    [TestCase("يناير 2018 - حتى الآن", "2018-01", "present")]
    [TestCase("٢٠١٥ - ٢٠١٨", "2015", "2018")]
    [TestCase("2016/07 - 至今", "2016-07", "present")]
    public void GivenRange_WhenRead_ThenBothEnds(string text, string start, string end)
    {
        var found = DateReader.FindAll(new SourceText(text).All);

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(found[0].Start?.Date.ToString(), Is.EqualTo(start));
            Assert.That(found[0].Present is not null ? "present" : found[0].End?.Date.ToString(), Is.EqualTo(end));
        });
    }

    [TestCase("May 2016", "2016-05")]
    [TestCase("Expected Graduation: June 2016", "2016-06")]
    [TestCase("15 March 2019", "2019-03")]
    [TestCase("March 5, 2019", "2019-03")]
    [TestCase("1. Mai 2019", "2019-05")]
    [TestCase("1991", "1991")]
    public void GivenOneDate_WhenRead_ThenItIsNoRange(string text, string date)
    {
        var found = DateReader.FindAll(new SourceText(text).All);

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].IsRange, Is.False);
        Assert.That(found[0].End?.Date.ToString(), Is.EqualTo(date));
    }

    [TestCase("(555) 123-2019")]
    [TestCase("Windows98")]
    [TestCase("$2019")]
    [TestCase("2,019 users")]
    [TestCase("1234")]
    [TestCase("may lead a team")]
    [TestCase("version 10.2.3")]
    public void GivenNoDate_WhenRead_ThenNothing(string text) =>
        Assert.That(DateReader.FindAll(new SourceText(text).All), Is.Empty);
}
