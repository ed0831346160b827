using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>Asks the front end of the running cell for a line, and waits for it.</summary>
[StackTraceHidden]
internal sealed class StdinRequests
{
    // Front ends send this for Ctrl-D.
    private const string EndOfInput = "\x04";

    private readonly Lock oneAtATime = new();
    private volatile Request? request;
    private volatile Question? open;

    /// <summary>From now on, questions go to the sender of this request.</summary>
    public void Serve(Request request) => this.request = request;

    /// <summary>From now on, nobody can be asked.</summary>
    public void Close() => request = null;

    /// <summary>Asks and waits. Called on a thread of the cell.</summary>
    /// <returns>The line; null at the end of the input.</returns>
    /// <exception cref="InvalidOperationException">Nobody can be asked.</exception>
    /// <exception cref="OperationCanceledException">The cell has to stop.</exception>
    public string? Ask(CancellationToken stop)
    {
        lock (oneAtATime)
        {
            if (this.request is not { } request || request.Message.Flag("allow_stdin") == false)
                throw new InvalidOperationException(
                    "This cell reads from the console, but nobody can be asked here: the front end does not take input. Give the value "
                        + "in the code instead.");
            var question = new Question();
            // Set before asking, because the answer arrives on another thread.
            open = question;
            try
            {
                question.Id = request.Ask(new JsonObject { ["prompt"] = "", ["password"] = false });
                question.Answer.Task.Wait(stop);
                string line = question.Answer.Task.Result;
                return line == EndOfInput ? null : line;
            }
            finally
            {
                open = null;
            }
        }
    }

    /// <summary>Passes on an answer. A late answer, or an answer to another question, is dropped.</summary>
    public void Receive(Message message)
    {
        if (message.Header.Type == "input_reply" && open is { } question
            && (message.Parent.Id.Length == 0 || question.Id is null || message.Parent.Id == question.Id))
            question.Answer.TrySetResult(message.Text("value") ?? "");
    }

    private sealed class Question
    {
        public volatile string? Id;

        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
