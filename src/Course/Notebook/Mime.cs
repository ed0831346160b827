namespace Course;

/// <summary>The mime types that lessons use to talk to notebooks and to the runner.</summary>
internal static class Mime
{
    internal const string Html = "text/html";
    internal const string Markdown = "text/markdown";
    internal const string Plain = "text/plain";
    internal const string Claim = "application/vnd.course.claim.v2+json";
    internal const string Check = "application/vnd.course.check.v1+json";
}
