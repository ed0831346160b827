using System.Text.Json;

namespace Course.Grading.Marking;

/// <summary>A case as it is put to an answer.</summary>
/// <param name="Name">What it is, in words for the learner.</param>
/// <param name="Arguments">What the answer is called with.</param>
/// <param name="Sent">The same, as it is sent.</param>
/// <param name="Expected">The right result. It never leaves this process before the grading is over.</param>
/// <param name="IsHidden">Whether the notebook does not show it.</param>
internal sealed record AnswerCase(string Name, object?[] Arguments, JsonElement Sent, object? Expected, bool IsHidden);
