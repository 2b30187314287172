using HotGigs.Core.Skills;
using NUnit.Framework;

namespace HotGigs.Tests.Skills;

internal sealed class SkillDataTests
{
    private static readonly IReadOnlyList<SkillLine> Lines = SkillFile.ReadAll();

    [Test]
    public void GivenTheShippedData_WhenCounted_ThenItHoldsAtLeastTwoThousandSkills() =>
        Assert.That(Lines, Has.Count.GreaterThanOrEqualTo(2000));

    [Test]
    public void GivenTheShippedData_WhenIndexed_ThenNoSpellingBelongsToTwoSkills() =>
        Assert.That(SkillDictionary.Default.Index.Collisions, Is.Empty);

    [Test]
    public void GivenTheShippedData_WhenIdsAreCompared_ThenNoneComesTwiceAndAllAreKebabCase()
    {
        string[] ids = [.. Lines.Select(line => line.Skill.Id)];
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    [Test]
    public void GivenTheShippedData_WhenNamesAreCompared_ThenNoneComesTwice() =>
        Assert.That(Lines.Select(line => line.Skill.Name.ToUpperInvariant()), Is.Unique);

    [Test]
    public void GivenImpliedAndRelatedIds_WhenLookedUp_ThenAllExist()
    {
        string[] unknown =
        [
            .. from line in Lines
               from id in line.Skill.Implies.Concat(line.Skill.Related)
               where !SkillDictionary.Default.TryGet(id, out _)
               select $"{line.Skill.Id}: {id}",
        ];
        Assert.That(Lines.Any(line => line.Skill.Implies.Count > 0 && line.Skill.Related.Count > 0));
        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void GivenImpliedSkills_WhenFollowed_ThenNoneLeadsBackToItself()
    {
        string[] circles =
        [
            .. from line in Lines
               from implied in SkillDictionary.Default.Implied(line.Skill.Id)
               where SkillDictionary.Default.Implied(implied.Id).Any(back => back.Id == line.Skill.Id)
               select $"{line.Skill.Id}: {implied.Id}",
        ];
        Assert.That(circles, Is.Empty);
    }

    [Test]
    public void GivenEveryFile_WhenRead_ThenItIsSortedById()
    {
        foreach (var file in Lines.GroupBy(line => line.Skill.Category))
            Assert.That(file.Select(line => line.Skill.Id), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), file.Key);
    }

    [Test]
    public void GivenEverySkill_WhenItsNameIsLookedUp_ThenItIsFound()
    {
        string[] lost = [.. Lines.Where(line => SkillDictionary.Default.Lookup(line.Skill.Name)?.Id != line.Skill.Id).Select(line => line.Skill.Id)];
        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void GivenEverySpelling_WhenItStandsInAList_ThenItLeadsToItsSkill()
    {
        string[] lost =
        [
            .. from line in Lines
               from marked in line.Aliases
               let alias = SkillFile.Unmark(marked, line.Skill.Class).Text
               let found = SkillDictionary.Default.Whole(alias)
               where found?.Id != line.Skill.Id
               select $"{alias}: {found?.Id} instead of {line.Skill.Id}",
        ];
        Assert.That(lost, Is.Empty);
    }
}
