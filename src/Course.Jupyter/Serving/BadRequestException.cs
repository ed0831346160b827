namespace Course.Jupyter.Serving;

/// <summary>A request lacks what it must have.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
