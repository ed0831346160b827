using System.Collections.Concurrent;
using System.Reflection;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>
/// Keeps the answers of a notebook, and calls them. An answer is the value of its check cell and nothing else: whatever other threads,
/// timers or finalizers do, they give no cell its value. Nothing is judged here: no expected value ever enters this process.
/// </summary>
internal sealed class SubmittedAnswers
{
    // By this name in AppContext, the library learns that nobody sees what it shows.
    private const string Name = "Course.Graded";
    private const int LongestMessage = 400;

    // As large as a cell's own stack, so an answer that runs in the notebook also runs here.
    private const int StackSize = 16 << 20;

    private readonly ConcurrentDictionary<string, Delegate> answers = new(StringComparer.Ordinal);
    private readonly BlockingCollection<WorkerCommand.Call> calls = [];
    private readonly BlockingCollection<WorkerEvent.Answered> answered = [];

    /// <summary>
    /// Starts. Its thread is created now, because cells may later use up everything that the process is allowed.
    /// </summary>
    public void Install()
    {
        AppContext.SetData(Name, true);
        new Thread(AnswerCalls, StackSize) { IsBackground = true, Name = "answers" }.Start();
    }

    /// <summary>Keeps the value of a check cell as the answer to its exercise; no value that can be called is none.</summary>
    public void Keep(string exercise, object? value)
    {
        if (value is Delegate answer)
            answers[exercise] = answer;
        else
            answers.TryRemove(exercise, out _);
    }

    /// <summary>Calls an answer and reports the outcome.</summary>
    public WorkerEvent.Answered Call(WorkerCommand.Call call)
    {
        calls.Add(call);
        return answered.Take();
    }

    private void AnswerCalls()
    {
        foreach (WorkerCommand.Call call in calls.GetConsumingEnumerable())
        {
            answered.Add(answers.TryGetValue(call.Exercise, out Delegate? answer)
                ? CallHere(call, answer)
                : new WorkerEvent.Answered(call.Number, null, "NoAnswer", "no answer was handed in"));
        }
    }

    private static WorkerEvent.Answered CallHere(WorkerCommand.Call call, Delegate answer)
    {
        try
        {
            MethodInfo method = Invocation(answer);
            object?[] arguments =
            [
                .. call.Arguments.EnumerateArray().Zip(
                    method.GetParameters(), (json, parameter) => ArgumentJson.Read(json, parameter.ParameterType)),
            ];
            object? value = method.Invoke(answer, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return new WorkerEvent.Answered(call.Number, ArgumentJson.Write(value), null, null);
        }
#pragma warning disable CA1031 // Whatever an answer throws is what came of the call.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return new WorkerEvent.Answered(call.Number, null, thrown.GetType().Name, MessageOf(thrown));
        }
    }

    /// <summary>The exception's author wrote the message's code, so reading it may fail too.</summary>
    private static string MessageOf(Exception thrown)
    {
        try
        {
            string message = thrown.Message;
            return message.Length <= LongestMessage ? message : message[..LongestMessage];
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }

    // Use the delegate's own Invoke: it handles closures, while its Method alone does not.
    private static MethodInfo Invocation(Delegate answer) => answer.GetType().GetMethod("Invoke")!;
}
