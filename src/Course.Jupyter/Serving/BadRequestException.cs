namespace Course.Jupyter.Serving;

/// <summary>A request lacks a required part.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
