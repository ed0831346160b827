using System.Globalization;
using System.Text;
using Course.Notebooks.Documents;

namespace Course.Grading.Submissions;

/// <summary>Reads a submission's file, which may contain anything.</summary>
internal static class SubmissionReader
{
    /// <summary>A lesson with saved charts and pictures has 5 MB.</summary>
    private const long LargestFile = 32L << 20;

    private const int MostCells = 2000;

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // As a notebook is read that is run: Windows' older editors save UTF-16, with a mark at its beginning.
    private static readonly UnicodeEncoding[] wide = [new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)];

    /// <summary>Reads the bytes.</summary>
    /// <exception cref="SubmissionException">The file cannot be a notebook.</exception>
    public static byte[] ReadBytes(Submission submission)
    {
        if (submission.Problem is { } problem)
            throw new SubmissionException(problem);
        try
        {
            var file = new FileInfo(submission.Path);
            // A named pipe or a device also has length 0, and is never opened.
            if (file.Length == 0)
                throw new SubmissionException("the file is empty");
            if (file.Length > LargestFile)
                throw new SubmissionException(string.Create(CultureInfo.InvariantCulture,
                    $"the file has {file.Length / 1e6:0} MB; a notebook has at most {LargestFile / 1e6:0} (clear the outputs before handing in)"));
            return File.ReadAllBytes(submission.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SubmissionException($"the file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Parses the notebook.</summary>
    /// <exception cref="SubmissionException">It is not a notebook.</exception>
    public static NotebookDocument Parse(byte[] bytes)
    {
        try
        {
            NotebookDocument document = NotebookDocument.Parse(TextOf(bytes));
            if (!document.Cells.OfType<CodeCell>().Any())
                throw new SubmissionException("the notebook has no code cells");
            return document.Cells.Count <= MostCells
                ? document
                : throw new SubmissionException(string.Create(CultureInfo.InvariantCulture,
                    $"the notebook has {document.Cells.Count:N0} cells; at most {MostCells:N0} are read"));
        }
        catch (DecoderFallbackException e)
        {
            throw new SubmissionException("not a notebook: it is neither UTF-8 nor UTF-16 text", e);
        }
        catch (NotebookFormatException e)
        {
            throw new SubmissionException(e.Message, e);
        }
    }

    private static string TextOf(byte[] bytes)
    {
        foreach (UnicodeEncoding encoding in wide)
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
                return encoding.GetString(bytes.AsSpan(encoding.Preamble.Length));
        }

        return strict.GetString(bytes);
    }
}
