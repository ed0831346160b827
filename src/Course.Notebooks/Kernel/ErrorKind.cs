namespace Course.Notebooks.Kernel;

/// <summary>What kind of failure ended a cell.</summary>
public enum ErrorKind
{
    /// <summary>The code does not compile.</summary>
    Compile,

    /// <summary>The code threw.</summary>
    Runtime,

    /// <summary>The cell was stopped from outside, by a time limit or an interrupt.</summary>
    Cancelled,

    /// <summary>A line that is addressed to the kernel (<c>#r</c>, <c>#!import</c>, another magic) could not be followed.</summary>
    Directive,

    /// <summary>The cell was to be stopped and did not stop, or an earlier one still runs; only a restart helps.</summary>
    Unstoppable,
}
