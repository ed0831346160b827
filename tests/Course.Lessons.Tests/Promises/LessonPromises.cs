namespace Course.Lessons.Tests.Promises;

/// <summary>Every lesson's promises, by the first two figures of its file's name.</summary>
internal static class LessonPromises
{
    internal static readonly IReadOnlyDictionary<string, Promise[]> All = new Dictionary<string, Promise[]>
    {
        ["00"] = Lesson00Promises.All,
        ["01"] = Lesson01Promises.All,
        ["02"] = Lesson02Promises.All,
        ["03"] = Lesson03Promises.All,
        ["04"] = Lesson04Promises.All,
        ["05"] = Lesson05Promises.All,
        ["06"] = Lesson06Promises.All,
        ["07"] = Lesson07Promises.All,
        ["08"] = Lesson08Promises.All,
        ["09"] = Lesson09Promises.All,
        ["10"] = Lesson10Promises.All,
        ["11"] = Lesson11Promises.All,
        ["12"] = Lesson12Promises.All,
        ["13"] = Lesson13Promises.All,
        ["14"] = Lesson14Promises.All,
        ["15"] = Lesson15Promises.All,
        ["16"] = Lesson16Promises.All,
        ["17"] = Lesson17Promises.All,
    };
}
