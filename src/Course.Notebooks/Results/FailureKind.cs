using System.Text.Json.Serialization;

namespace Course.Notebooks.Results;

/// <summary>What ended a notebook before its last cell.</summary>
[JsonConverter(typeof(FailureKindJson))]
public enum FailureKind
{
    /// <summary>The file is not there, or not a notebook of nbformat 4.</summary>
    Unreadable,

    /// <summary>A cell does not compile.</summary>
    Compile,

    /// <summary>A cell threw.</summary>
    Runtime,

    /// <summary>A line addressed to the kernel (<c>#r</c> or another directive) could not be followed.</summary>
    Directive,

    /// <summary>A cell took longer than it may.</summary>
    Timeout,

    /// <summary>A cell printed or displayed more than the kernel's limits allow. It ran to its end, but no lesson should say so much.</summary>
    Output,

    /// <summary>A cell ended its own process.</summary>
    Exit,

    /// <summary>The process died: a crash in native code, a stack overflow, or it was killed.</summary>
    Crash,

    /// <summary>The process could not be started, or it could not be understood.</summary>
    Worker,

    /// <summary>The user interrupted the run.</summary>
    Interrupted,
}
